// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/frame_cache.h"
#include "engine/video/video_writer.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <algorithm>

/// Small videos and what a frame cache makes of them.
namespace rankscope::testing {

namespace fs = std::filesystem;

inline constexpr int frameBytes = 16 * 12 * 3;

inline DataSpec specOf(int candidates = 4) {
    DataSpec spec;
    spec.width = 16;
    spec.height = 12;
    spec.frames = std::max(1, std::min(2, candidates));
    spec.candidates = candidates;
    return spec;
}

inline std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

/// Two classes of `clips` videos each; clip k has k + 1 frames and is as bright as its number.
inline void writeClips(const SampleFolder& folder, int clips) {
    for (const char* name : {"a", "b"})
        for (int k = 0; k < clips; ++k) {
            const fs::path path = folder / (std::string(name) + "/" + std::to_string(k) + ".avi");
            fs::create_directories(path.parent_path());
            writeVideo(path,
                       std::vector<std::vector<std::uint8_t>>(
                           static_cast<std::size_t>(k + 1),
                           std::vector<std::uint8_t>(16 * 12 * 3, static_cast<std::uint8_t>(20 * k))),
                       16, 12, 10);
        }
}

/// How many clips were decoded: a cache that stands tells its end at once.
struct Told {
    int calls = 0, last = 0;
    Progress progress() {
        return [this](int done, int) {
            ++calls;
            last = done;
        };
    }
};

inline std::vector<std::uint8_t> frameOf(const FrameSource& source, int clip, int candidate) {
    std::vector<std::uint8_t> frame(source.frameBytes());
    source.read(clip, candidate, frame);
    return frame;
}

inline bool sameFrames(const FrameSource& one, const FrameSource& other) {
    if (one.clips() != other.clips()) return false;
    for (int clip = 0; clip < one.clips(); ++clip) {
        if (one.candidates(clip) != other.candidates(clip)) return false;
        for (int k = 0; k < one.candidates(clip); ++k)
            if (frameOf(one, clip, k) != frameOf(other, clip, k)) return false;
    }
    return true;
}

} // namespace rankscope::testing
