// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/video/video_reader.h"

#include <filesystem>
#include <list>
#include <mutex>
#include <span>
#include <vector>

namespace rankscope {

/// A number that changes with the content of a file, as far as can be told without reading it.
std::uint64_t clipStampOf(const std::filesystem::path& path);

/// Frames from the clips themselves, for those that a frame cache has lost while it was in use. Slow: it
/// keeps the clips read last, those of all threads that read or 1 GB, whichever is more.
class ClipRescue {
public:
    /// `stamps`: of the clips when they were decoded for the cache.
    ClipRescue(std::vector<std::filesystem::path> clips, std::vector<std::uint64_t> stamps,
               const ReadOptions& options);

    /// Copies one frame of a clip that had `frames` frames. Throws Error where the clip is gone or no longer
    /// what it was.
    void read(int clip, int number, int frames, std::span<std::uint8_t> out);

private:
    struct Kept {
        int clip;
        std::vector<std::vector<std::uint8_t>> frames;
        std::size_t bytes() const { return frames.size() * frames.front().size(); }
    };

    std::vector<std::filesystem::path> m_clips;
    std::vector<std::uint64_t> m_stamps;
    ReadOptions m_options;
    std::mutex m_mutex;
    std::list<Kept> m_kept;  ///< latest first
    std::size_t m_bytes = 0; ///< of their frames
};

} // namespace rankscope
