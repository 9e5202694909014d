// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/clip_list.h"

#include "engine/base/error.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>

namespace rankscope::clip_list {

namespace fs = std::filesystem;

namespace {
constexpr std::uintmax_t maxListBytes = std::uintmax_t{64} << 20;

[[noreturn]] void throwUnreadable(const fs::path& list) {
    throw Error(list.string() + ": the list cannot be read.");
}

std::ifstream opened(const fs::path& list) {
    std::error_code failure;
    const fs::file_status status = fs::status(list, failure);
    if (status.type() == fs::file_type::not_found) throw Error(list.string() + ": no such list.");
    if (!fs::is_regular_file(status))
        throw Error(list.string() + ": not a regular file.", "Give a CSV or text file.");
    if (const auto size = fs::file_size(list, failure); failure || size > maxListBytes)
        throw Error(list.string() + ": the list is larger than 64 MB.");
    std::ifstream file(list, std::ios::binary);
    if (!file.is_open()) throwUnreadable(list);
    return file;
}
} // namespace

std::string textOf(const fs::path& list) {
    std::ifstream file = opened(list);
    std::ostringstream text;
    if (file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
    if (file.bad()) throwUnreadable(list);
    return text.str();
}

std::string firstLineOf(const fs::path& list) {
    std::ifstream file = opened(list);
    for (std::string line; std::getline(file, line);)
        if (std::string shown = trimmed(line); !shown.empty()) return shown;
    return {};
}

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::vector<Line> linesOf(const fs::path& list) {
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    std::string text = textOf(list);
    if (text.starts_with(byteOrderMark)) text.erase(0, byteOrderMark.size());
    std::vector<Line> lines;
    std::istringstream rest(text);
    int number = 0;
    for (std::string line; std::getline(rest, line);) {
        ++number;
        if (!isUtf8(line)) fail(placeOf(list, number), "not valid UTF-8");
        if (std::string shown = trimmed(line); !shown.empty()) lines.push_back({number, std::move(shown)});
    }
    return lines;
}

std::string placeOf(const fs::path& list, int line) {
    return list.string() + ", line " + std::to_string(line);
}

void fail(const std::string& where, const std::string& reason, const std::string& hint) {
    throw Error(where + ": " + reason + ".", hint);
}

std::string checkedPath(const std::string& text, const std::string& where) {
    if (text.empty()) fail(where, "the path is empty");
    const fs::path path(text);
    if (path.is_absolute())
        fail(where, "the path \"" + text + "\" is absolute", "Write it relative to the data folder.");
    if (std::ranges::find(path, fs::path("..")) != path.end())
        fail(where, "the path \"" + text + "\" leads upwards by \"..\"", "Clips lie inside the data folder.");
    if (text.find('\0') != std::string::npos) fail(where, "the path holds a null character");
    return path.lexically_normal().generic_string();
}

void add(ClipList& clips, const std::string& path, const ListedClip& clip, const std::string& hint) {
    const auto [first, isNew] = clips.emplace(path, clip);
    if (!isNew && !first->second.sameAs(clip))
        fail(clip.where, "\"" + path + "\" stands in " + first->second.where + " already, and otherwise",
             hint);
    if (clips.size() > maxClips) fail(clip.where, "more than " + std::to_string(maxClips) + " clips");
}

} // namespace rankscope::clip_list
