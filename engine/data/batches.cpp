// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/batches.h"

#include "engine/base/error.h"
#include "engine/data/clip_writer.h"
#include "engine/data/shown_frames.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr std::size_t measuredClips = 256, fewestMeasured = 16;
constexpr Index measuredFrames = 6144; ///< of whole clips, about
constexpr double partBytes = 128.0 * (1 << 20);
constexpr Index mostFrames = 16'384; ///< what the states of frames, however small, may take

struct ChannelSums {
    std::vector<double> sum, squares;

    explicit ChannelSums(std::size_t channels) : sum(channels), squares(channels) {}

    /// Exact for bytes: whole numbers below 2^53.
    template <class Value>
    void add(const std::vector<Value>& values) {
        for (std::size_t i = 0; i < values.size(); i += sum.size())
            for (std::size_t c = 0; c < sum.size(); ++c) {
                const double value = values[i + c];
                sum[c] += value;
                squares[c] += value * value;
            }
    }
};

} // namespace

Index mostFramesOfPart(const DataSpec& spec) {
    const double frame =
        static_cast<double>(rgbBytes(spec)) / 3 * spec.channels * (keepsBytes(spec) ? 1 : sizeof(float));
    return std::clamp(static_cast<Index>(partBytes / frame), Index{1}, mostFrames);
}

Index framesAtOnce(const DataSpec& spec, int batch) {
    const Index frames = Index{batch} * spec.longest();
    return spec.wholeClips() ? std::min(frames, mostFramesOfPart(spec)) : frames;
}

PixelStatistics measurePixels(const FrameSource& source, const std::vector<int>& clips,
                              const DataSpec& dataSpec) {
    if (clips.empty()) throw Error("There is no clip to measure the pixels of.");
    DataSpec spec = dataSpec;
    spec.layout = FrameLayout::ChannelLast; // the sums are per channel, whatever the order
    checkSource(source, spec);
    std::size_t count = std::min(clips.size(), measuredClips);
    if (spec.wholeClips())
        count = std::min(
            count, std::max(fewestMeasured, static_cast<std::size_t>(measuredFrames / spec.mostFrames)));
    ClipWriter writer(spec);
    FrameBlock block;
    Index shown = 0;
    ChannelSums sums(static_cast<std::size_t>(spec.channels));
    ClipFrames frames;
    for (std::size_t k = 0; k < count; ++k) {
        const int clip = clips[k * clips.size() / count];
        const auto read = frames.read(source, clip, shownFrames(candidatesOf(source, clip), spec, clip));
        const Index length = static_cast<Index>(read.size());
        prepareBlock(block, {&length, 1}, spec, {}, 1);
        shown += length;
        writer.write(read, block, 0);
        sums.add(block.bytes);
        sums.add(block.values);
    }
    const double values = static_cast<double>(shown) * static_cast<double>(block.size) / spec.channels;
    PixelStatistics statistics;
    for (std::size_t c = 0; c < sums.sum.size(); ++c) {
        const double mean = sums.sum[c] / values;
        statistics.mean.push_back(static_cast<float>(mean));
        statistics.deviation.push_back(
            static_cast<float>(std::sqrt(std::max(0.0, sums.squares[c] / values - mean * mean))));
    }
    return statistics;
}

FrameBlock evaluationBlock(std::span<const std::vector<std::uint8_t>> candidates, const DataSpec& spec,
                           const PixelStatistics& statistics, double inputScale, int clip) {
    if (candidates.empty()) throw Error("There are no frames to look at.");
    std::vector<std::span<const std::uint8_t>> frames;
    for (const int number : shownFrames(static_cast<int>(candidates.size()), spec, clip))
        frames.emplace_back(candidates[static_cast<std::size_t>(number)]);
    FrameBlock block;
    const Index length = static_cast<Index>(frames.size());
    prepareBlock(block, {&length, 1}, spec, statistics, inputScale);
    for (const auto& frame : frames)
        if (frame.size() != rgbBytes(spec))
            throw Error("A frame of " + std::to_string(frame.size()) + " bytes where " +
                        std::to_string(rgbBytes(spec)) + " are needed.");
    ClipWriter(spec).write(frames, block, 0);
    return block;
}

} // namespace rankscope
