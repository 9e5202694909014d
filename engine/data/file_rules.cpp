// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/file_rules.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

/// Length of the valid UTF-8 sequence at the start; 0 for none.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    std::size_t length = 0;
    unsigned char low = 0x80, high = 0xbf; // of the second byte: no overlong forms, no surrogates
    if (first >= 0xc2 && first <= 0xdf) length = 2;
    if (first >= 0xe0 && first <= 0xef) length = 3;
    if (first >= 0xf0 && first <= 0xf4) length = 4;
    if (first == 0xe0) low = 0xa0;
    if (first == 0xed) high = 0x9f;
    if (first == 0xf0) low = 0x90;
    if (first == 0xf4) high = 0x8f;
    if (length == 0 || text.size() < length || byte(1) < low || byte(1) > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if ((byte(i) & 0xc0) != 0x80) return 0;
    return length;
}

} // namespace

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string shownName(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        shown += length == 0 ? std::string_view("\xef\xbf\xbd") : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return shown;
}

bool isInside(const fs::path& path, const fs::path& folder) {
    const auto [inFolder, inPath] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return inFolder == folder.end();
}

std::string whyNotAClip(const fs::path& path, const fs::path& root) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure); // through links
    if (status.type() == fs::file_type::not_found)
        return fs::is_symlink(fs::symlink_status(path, failure)) ? "a link to nothing" : "no such file";
    if (failure.value() == ELOOP) return "a link that goes in a circle";
    if (failure) return failure.message();
    if (status.type() == fs::file_type::directory) return "a folder, not a video file";
    if (status.type() != fs::file_type::regular) return "not a regular file";
    const fs::path real = fs::canonical(path, failure);
    if (failure) return failure.message();
    if (!isInside(real, root)) return "a link that leads out of the folder";
    return {};
}

} // namespace rankscope
