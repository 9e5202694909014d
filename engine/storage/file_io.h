// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// Files as the storage room needs them: reading only what is a regular file, and writing so that a reader, a
/// kill or a full disk never sees half a file.
namespace rankscope {

/// Whether there is something of this name. Throws Error where that cannot be told (no permission).
bool fileExists(const std::filesystem::path& path);

/// A regular file opened for reading at any place; no link to one, so that a folder from a stranger leads
/// nowhere else. Throws Error naming the file.
class InputFile {
public:
    explicit InputFile(std::filesystem::path path);
    const std::filesystem::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; }
    /// Reads all of `bytes` bytes.
    void read(std::uint64_t offset, void* out, std::size_t bytes) const;

private:
    std::filesystem::path m_path;
    Descriptor m_file;
    std::uint64_t m_size = 0;
};

/// The whole of a file of at most `limit` bytes.
std::string readText(const std::filesystem::path& path, std::uint64_t limit);

/// A file that appears under its name only when it is complete and on the disk; dropped without `commit`, it
/// leaves nothing.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(const void* data, std::size_t bytes);
    void write(std::string_view text) { write(text.data(), text.size()); }
    void commit();

    /// Whether a file name is one of ours that a kill left behind.
    static bool isTemporary(const std::filesystem::path& path);

private:
    std::filesystem::path m_path, m_temporary;
    Descriptor m_file;
};

void writeText(const std::filesystem::path& path, std::string_view text);

/// Adds to the end of a file that exists.
void appendText(const std::filesystem::path& path, std::string_view text);

/// Throws Error "Cannot <action> "path": <reason of errno>." with what to do about it.
[[noreturn]] void throwFileError(std::string_view action, const std::filesystem::path& path, int number);

} // namespace rankscope
