// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"
#include "engine/data/frame_source.h"

#include <memory>

namespace rankscope {

/// Where decoded frames are kept and how much of them.
struct CacheSettings {
    std::filesystem::path folder; ///< empty: $XDG_CACHE_HOME/rankscope (or ~/.cache/rankscope)
    std::uint64_t limitBytes = std::uint64_t{20} << 30;
};

std::filesystem::path defaultCacheFolder();

/// The frames of a data set, decoded once into a file, keyed by the identity of every clip (path, size,
/// modification time) and the settings that matter (size, candidates). Another run with the same key decodes
/// nothing. A damaged file is made anew without asking; where it is damaged while it is in use, the clips
/// concerned are decoded again.
class FrameCache final : public FrameSource {
public:
    /// Decodes what is missing, in parallel. Clips that cannot be read have no candidates and are in
    /// skipped(). Throws Error (cache folder not writable, no room on the disk or within the limit),
    /// Cancelled.
    FrameCache(const Dataset& dataset, const DataSpec& spec, const CacheSettings& settings, int threads,
               std::stop_token stop = {}, const Progress& progress = {});
    ~FrameCache() override;
    FrameCache(FrameCache&&) noexcept;
    FrameCache& operator=(FrameCache&&) noexcept;

    int clips() const override;
    int candidates(int clip) const override;
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override;
    int width() const override;
    int height() const override;

    const std::vector<SkippedFile>& skipped() const;
    std::vector<int> usable() const; ///< clips with at least one candidate

    bool damaged() const override;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

/// Bytes that cached frames take on disk, and their removal (preferences).
std::uint64_t cacheBytes(const std::filesystem::path& folder);
void clearCache(const std::filesystem::path& folder);

} // namespace rankscope
