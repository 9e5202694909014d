// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

/// What the fuzz targets share. Each is a function from bytes to nothing: only an Error is an answer, every
/// other exception, report of a sanitizer, timeout or large allocation is a finding.
namespace rankscope::fuzz {

/// A folder of this process, in memory where $TMPDIR is.
class Scratch {
public:
    Scratch()
        : m_folder(std::filesystem::temp_directory_path() / ("rankscope-fuzz-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(m_folder);
    }
    ~Scratch() { std::filesystem::remove_all(m_folder); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path write(const std::string& name, std::string_view content) const {
        const auto path = m_folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary)
            .write(content.data(), static_cast<std::ptrdiff_t>(content.size()));
        return path;
    }

private:
    std::filesystem::path m_folder;
};

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Cuts the next part off, up to the separator.
inline std::string_view takePart(std::string_view& rest, char separator = '\0') {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
}

/// A safetensors file. The first byte of the input chooses: 'f', the rest is the file; else it is a header,
/// whose length and as many bytes of data as the next two bytes say are put around it, so that what changes
/// in the header still reaches the code behind it.
inline std::string tensorFile(std::string_view input) {
    if (input.starts_with('f')) return std::string(input.substr(1));
    if (input.size() < 3) return {};
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(input[i]));
    };
    const std::size_t dataBytes = byte(1) | byte(2) << 8;
    const std::uint64_t length = input.size() - 3;
    std::string file(reinterpret_cast<const char*>(&length), sizeof length);
    file += input.substr(3);
    return file.append(dataBytes, '\1');
}

/// The input that `tensorFile` makes this file of.
inline std::string tensorInput(std::string_view file) {
    std::uint64_t length = 0;
    file.copy(reinterpret_cast<char*>(&length), sizeof length);
    const std::size_t dataBytes = file.size() - sizeof length - length;
    return std::string("h") + static_cast<char>(dataBytes & 255) + static_cast<char>(dataBytes >> 8) +
           std::string(file.substr(sizeof length, length));
}

/// Ends the process with a report: a property does not hold.
inline void require(bool holds) {
    if (!holds) std::abort();
}

/// An Error is a good answer.
template <class Code>
void answer(Code code) {
    try {
        code();
    } catch (const Error&) {
    }
}

} // namespace rankscope::fuzz
