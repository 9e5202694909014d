// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/idx_file.h"

#include "engine/base/error.h"

#include <memory>
#include <system_error>
#include <zlib.h>

namespace rankscope {

namespace {

constexpr std::size_t mostBytes = std::size_t{1} << 30;
constexpr std::uint8_t unsignedByte = 0x08;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw Error(name + ": " + why + ".",
                "Give the IDX files of MNIST as they are distributed, .gz or unpacked.");
}

/// The content of a file, unpacked where it begins as gzip does.
std::vector<std::uint8_t> contentOf(const std::filesystem::path& path) {
    const std::string name = path.string();
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure)) refuse(name, "no such file");
    const auto close = [](gzFile file) { gzclose_r(file); };
    const std::unique_ptr<gzFile_s, decltype(close)> file(gzopen(path.c_str(), "rbe"), close);
    if (!file) refuse(name, "the file cannot be read");
    std::vector<std::uint8_t> bytes;
    constexpr unsigned step = 1 << 20;
    for (;;) {
        const std::size_t before = bytes.size();
        if (before > mostBytes) refuse(name, "more than 1 GB when unpacked");
        bytes.resize(before + step);
        const int read = gzread(file.get(), bytes.data() + before, step);
        if (read < 0) refuse(name, "the compressed data are damaged");
        bytes.resize(before + static_cast<std::size_t>(read));
        if (read == 0) break;
    }
    int state = Z_OK;
    gzerror(file.get(), &state);
    if (state != Z_OK && state != Z_STREAM_END) refuse(name, "the compressed data end too early");
    return bytes;
}

} // namespace

IdxArray parseIdx(std::vector<std::uint8_t> bytes, const std::string& name) {
    constexpr std::size_t magic = 4, sizeBytes = 4, mostDimensions = 4;
    if (bytes.size() < magic || bytes[0] != 0 || bytes[1] != 0) refuse(name, "not an IDX file");
    if (bytes[2] != unsignedByte)
        refuse(name, "values of type " + std::to_string(bytes[2]) + "; only bytes (8) are read");
    const std::size_t dimensions = bytes[3], header = magic + sizeBytes * dimensions;
    if (dimensions < 1 || dimensions > mostDimensions)
        refuse(name, std::to_string(dimensions) + " dimensions; 1 to 4 are read");
    if (bytes.size() < header) refuse(name, "the file ends within its header");
    IdxArray array;
    std::size_t wanted = 1;
    for (std::size_t at = magic; at < header; at += sizeBytes) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < sizeBytes; ++i) size = size << 8 | bytes[at + i];
        array.sizes.push_back(size);
        if (size > mostBytes || (wanted *= size) > mostBytes)
            refuse(name, "its header claims more than 1 GB");
    }
    if (bytes.size() - header != wanted)
        refuse(name, "it holds " + std::to_string(bytes.size() - header) + " values, its header says " +
                         std::to_string(wanted));
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header));
    array.values = std::move(bytes);
    return array;
}

IdxArray readIdx(const std::filesystem::path& path) {
    return parseIdx(contentOf(path), path.string());
}

} // namespace rankscope
