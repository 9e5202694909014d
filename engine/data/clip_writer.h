// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"
#include "engine/data/frame_order.h"

#include <span>
#include <vector>

/// From candidate frames to what the network sees of one clip: which frames, how changed, in which input
/// form and layout.
namespace rankscope {

/// Bytes of a decoded frame, RGB whatever the channels the network sees.
std::size_t rgbBytes(const DataSpec& spec);

/// Whether blocks hold what the network sees as bytes; else as floats.
bool keepsBytes(const DataSpec& spec);

/// Throws Error where the frames are not of the size that the specification names.
void checkSource(const FrameSource& source, const DataSpec& spec);

/// At least 1. Throws Error for a clip that could not be decoded.
int candidatesOf(const FrameSource& source, int clip);

/// One random candidate in each of T segments of [0, candidates), ascending; short clips as evaluation shows
/// them.
std::vector<int> trainingFrames(int candidates, int frames, std::uint64_t seed, int epoch, int clip);

/// Sizes the block for clips of so many frames, descending, and sets scale and offset; values are left as
/// they are. Throws Error where the statistics are not of as many channels.
void prepareBlock(FrameBlock& block, std::span<const Index> lengths, const DataSpec& spec,
                  const PixelStatistics& statistics, double inputScale);

/// Writes single clips into blocks; keeps its working memory, so each thread has its own.
class ClipWriter {
public:
    explicit ClipWriter(const DataSpec& spec);

    using Frames = std::span<const std::span<const std::uint8_t>>;
    void write(Frames frames, FrameBlock& block, int place);
    /// With the random changes that (seed, epoch, clip) name.
    void writeAugmented(Frames frames, FrameBlock& block, int place, std::uint64_t seed, int epoch, int clip);

private:
    void writeChannels(Frames frames, FrameBlock& block, int place);
    void writeLaidOut(Frames frames, FrameBlock& block, int place);
    template <class Value>
    void writeDifferences(Frames frames, std::vector<Value>& values, const TimeSteps& steps, int place);
    void meanOf(Frames frames);

    DataSpec m_spec;
    FrameOrder m_order;
    std::size_t m_frameSize;
    std::vector<std::uint8_t> m_changed;         ///< [frames, rgbBytes]
    std::vector<std::uint8_t> m_grey, m_laidOut; ///< [frames, frameSize]
    std::vector<int> m_sum;
    std::vector<float> m_mean;
};

} // namespace rankscope
