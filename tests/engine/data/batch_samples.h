// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"
#include "tests/engine/data/random_frames.h"

#include <numeric>

/// What tests of batches share: tiny frames, and all that a loader gives out in one piece.
namespace rankscope {

inline constexpr int width = 5, height = 4, frameSize = width * height * 3;

inline DataSpec specOf(InputForm input, bool absolute = false, int frames = 3) {
    DataSpec spec;
    spec.width = width;
    spec.height = height;
    spec.frames = frames;
    spec.input = input;
    spec.absolute = absolute;
    spec.augment = Augmentation::off();
    return spec;
}

inline const PixelStatistics unit{{0, 0, 0}, {1, 1, 1}};

inline std::vector<int> allClips(const FrameSource& source) {
    std::vector<int> all(static_cast<std::size_t>(source.clips()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

struct Collected {
    std::vector<int> clips;
    std::vector<std::uint8_t> bytes;
    std::vector<float> values;
    bool operator==(const Collected&) const = default;
};

inline Collected collect(const FrameSource& source, const DataSpec& spec, const LoaderPlan& plan,
                         int threads) {
    BatchLoader loader(source, spec, unit, plan, threads);
    Collected all;
    Batch batch;
    while (loader.next(batch)) {
        all.clips.insert(all.clips.end(), batch.clips.begin(), batch.clips.end());
        all.bytes.insert(all.bytes.end(), batch.frames.bytes.begin(), batch.frames.bytes.end());
        all.values.insert(all.values.end(), batch.frames.values.begin(), batch.frames.values.end());
    }
    return all;
}

} // namespace rankscope
