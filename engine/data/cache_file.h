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

/// The file behind the frame cache: a header page, the frames of all clips, an index. It is written under
/// another name and gets its own when it is complete; afterwards nobody changes it, so that mapping it into
/// memory is safe.
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

/// A complete file, mapped read-only. Holds a shared lock, so that its being in use can be seen.
class MappedCache {
public:
    /// Nothing where there is no such file or it is damaged or of another shape.
    static std::optional<MappedCache> open(const std::filesystem::path& path, const CacheShape& shape);
    /// Maps a file just written. Throws Error.
    MappedCache(Descriptor file, const CacheShape& shape, std::vector<CacheEntry> entries,
                const std::string& name);
    ~MappedCache();
    MappedCache(MappedCache&& other) noexcept;
    MappedCache& operator=(MappedCache&& other) = delete;

    const CacheShape& shape() const { return m_shape; }
    const CacheEntry& entry(int clip) const { return m_entries[static_cast<std::size_t>(clip)]; }
    std::span<const std::uint8_t> frame(int clip, int number) const;

private:
    Descriptor m_file;
    CacheShape m_shape;
    std::vector<CacheEntry> m_entries;
    const std::uint8_t* m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// A cache file being written; `append` and `fail` may be called from several threads. Without `publish`
/// nothing stays.
class CacheWriter {
public:
    /// Reserves the disk space of `reservedFrames`; never more than `limitBytes` are written. Throws Error.
    CacheWriter(const std::filesystem::path& target, const CacheShape& shape, std::uint64_t reservedFrames,
                std::uint64_t limitBytes);
    ~CacheWriter();
    CacheWriter(const CacheWriter&) = delete;
    CacheWriter& operator=(const CacheWriter&) = delete;

    void append(int clip, std::span<const std::vector<std::uint8_t>> frames);
    void fail(int clip, const std::string& reason);

    std::uint64_t bytes() const {
        return m_frames * m_shape.frameBytes();
    } ///< written; once all threads are done

    /// Ends the writing and maps what was written; with `keep` the file stays under its name for the next
    /// time.
    MappedCache finish(bool keep);

private:
    void write(std::uint64_t offset, const void* data, std::size_t bytes);
    [[noreturn]] void throwFull(int number) const;

    std::filesystem::path m_target, m_temporary;
    CacheShape m_shape;
    std::uint64_t m_limit;
    Descriptor m_file;
    std::mutex m_mutex;
    std::uint64_t m_frames = 0; ///< written or being written
    std::vector<CacheEntry> m_entries;
};

/// The folder as a whole.
inline constexpr const char* cacheExtension = ".frames";
inline constexpr const char* unfinishedExtension = ".frames-part";

/// Removes the caches not used for longest until `needed` bytes more fit within the limit, and what killed
/// runs left. Throws Error where they never fit.
void makeRoom(const std::filesystem::path& folder, std::uint64_t needed, std::uint64_t limit);

/// 12.3 GB, for messages.
std::string sizeText(std::uint64_t bytes);

} // namespace rankscope
