// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The file behind the frame cache. It is written under another name and gets its own when it is complete;
/// afterwards nobody changes it. Frames are copied out of it and checked, never mapped: what somebody cuts
/// off a mapped file ends the process that looks at it.
namespace rankscope {

/// What the file must be to be of use.
struct CacheShape {
    std::uint64_t key = 0;
    int width = 0, height = 0, clips = 0;
    std::size_t frameBytes() const {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    }
};

struct CacheEntry {
    std::uint64_t first = 0; ///< of its frames, counted from the first clip's
    std::uint32_t frames = 0;
    std::string reason; ///< why there are none
};

/// A complete file, open for reading from any thread. Holds a shared lock, so that its being in use can be
/// seen; that its name is removed does it no harm.
class CacheReader {
public:
    /// Nothing where there is no such file, or header, index or size are damaged or of another shape.
    static std::optional<CacheReader> open(const std::filesystem::path& path, const CacheShape& shape);
    /// Of a file just written.
    CacheReader(Descriptor file, std::filesystem::path path, const CacheShape& shape,
                std::vector<CacheEntry> entries);

    const CacheShape& shape() const { return m_shape; }
    const CacheEntry& entry(int clip) const { return m_entries[static_cast<std::size_t>(clip)]; }
    /// Copies a frame; false where the file no longer holds what was written.
    bool read(int clip, int number, std::span<std::uint8_t> out) const;
    /// Takes the file's name away, so that the next one to look for it makes another. Leaves a file alone
    /// that has taken its place.
    void discard() const;

private:
    Descriptor m_file;
    std::filesystem::path m_path;
    CacheShape m_shape;
    std::vector<CacheEntry> m_entries;
};

/// A cache file being written; `append` and `fail` may be called from several threads. Without `finish`
/// nothing stays.
class CacheWriter {
public:
    /// Makes room for `frames` frames in the folder and reserves it on the disk; more are made room for as
    /// they come. Throws Error where the folder would hold more than `limitBytes`, or the disk is full.
    CacheWriter(const std::filesystem::path& target, const CacheShape& shape, std::uint64_t frames,
                std::uint64_t limitBytes);
    ~CacheWriter();
    CacheWriter(const CacheWriter&) = delete;
    CacheWriter& operator=(const CacheWriter&) = delete;

    void append(int clip, std::span<const std::vector<std::uint8_t>> frames);
    void fail(int clip, const std::string& reason);

    /// Ends the writing and opens what was written; with `keep` the file stays under its name for the next
    /// time.
    CacheReader finish(bool keep);

private:
    void reserve(std::uint64_t bytes);
    void write(std::uint64_t offset, const void* data, std::size_t bytes);
    [[noreturn]] void throwFull(int number) const;

    std::filesystem::path m_target, m_temporary;
    CacheShape m_shape;
    std::uint64_t m_limit;
    Descriptor m_file;
    std::mutex m_mutex;
    std::uint64_t m_reserved = 0; ///< bytes
    std::uint64_t m_frames = 0;   ///< written or being written
    std::vector<CacheEntry> m_entries;
};

/// The folder as a whole.
inline constexpr const char* cacheExtension = ".frames";
inline constexpr const char* unfinishedExtension = ".frames-part";

/// Lets one program at a time change what the folder holds, until it is destroyed. Throws Error where the
/// folder cannot be written.
Descriptor lockCacheFolder(const std::filesystem::path& folder);

/// Removes what killed runs left, and the caches not used for longest, until `needed` bytes beside all files
/// but `own` keep to the limit; files in use stay. Call it with the folder locked. Throws Error where they do
/// not fit.
void makeRoom(const std::filesystem::path& folder, const std::filesystem::path& own, std::uint64_t needed,
              std::uint64_t limit);

/// 12.3 GB, for messages.
std::string sizeText(std::uint64_t bytes);

} // namespace rankscope
