// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/shown_frames.h"

#include "engine/base/random.h"
#include "engine/data/clip_writer.h"
#include "engine/data/time_order.h"

#include <algorithm>
#include <numeric>

namespace rankscope {

namespace {

struct Part {
    int first, count; ///< of the candidates
};

/// Leaves out a random share of the clip at its start and at its end.
Part drawPart(int candidates, double jitter, std::uint64_t seed, int epoch, int clip) {
    if (jitter <= 0) return {0, candidates};
    constexpr std::uint64_t part = 1; // apart from the draw of frames
    Random random{seed, purpose::frame, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(clip),
                  part};
    const int first = static_cast<int>(random.uniform(0, jitter) * candidates);
    const int left = static_cast<int>(random.uniform(0, jitter) * candidates);
    return {first, std::max(1, candidates - first - left)};
}

int countOf(const Part& part, const DataSpec& spec) {
    return spec.wholeClips() ? std::min(part.count, spec.mostFrames) : spec.frames;
}

std::vector<int> wholePart(const Part& part, const DataSpec& spec) {
    std::vector<int> frames(static_cast<std::size_t>(countOf(part, spec)));
    std::iota(frames.begin(), frames.end(), part.first);
    return frames;
}

} // namespace

ReadOptions readOptionsOf(const DataSpec& spec) {
    ReadOptions options{.width = spec.width, .height = spec.height, .candidates = spec.candidates};
    if (!spec.wholeClips()) return options;
    options.candidates = 0;
    options.stride = spec.every;
    options.mostKept = spec.mostFrames;
    return options;
}

std::vector<int> shownFrames(int candidates, const DataSpec& spec, int clip) {
    std::vector<int> frames =
        spec.wholeClips() ? wholePart({0, candidates}, spec) : evaluationFrames(candidates, spec.frames);
    orderFrames(frames, spec.frameOrder, 0, 0, clip);
    return frames;
}

std::vector<int> drawnFrames(int candidates, const DataSpec& spec, std::uint64_t seed, int epoch, int clip) {
    const Part part = drawPart(candidates, spec.augment.jitter, seed, epoch, clip);
    std::vector<int> frames;
    if (spec.wholeClips()) {
        frames = wholePart(part, spec);
    } else {
        frames = trainingFrames(part.count, spec.frames, seed, epoch, clip);
        for (int& frame : frames) frame += part.first;
    }
    orderFrames(frames, spec.frameOrder, seed, epoch, clip);
    return frames;
}

int shownCount(int candidates, const DataSpec& spec) {
    return countOf({0, candidates}, spec);
}

int drawnCount(int candidates, const DataSpec& spec, std::uint64_t seed, int epoch, int clip) {
    return countOf(drawPart(candidates, spec.augment.jitter, seed, epoch, clip), spec);
}

} // namespace rankscope
