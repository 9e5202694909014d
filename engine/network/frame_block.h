// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/time_steps.h"

#include <cstdint>
#include <vector>

namespace rankscope {

/// The operand X of every map: `count` flattened frames, kept as bytes where the input form allows (a quarter
/// of the memory traffic), else as floats, and turned into x = scale[channel] * value + offset[channel] only
/// where they are multiplied. Value i of a frame is of channel (i / channelRun) modulo their number.
struct FrameBlock {
    Index count = 0;  ///< frames; of a batch in time-major order: frame t of clip b is t * clips + b
    TimeSteps uneven; ///< where the frames of each clip lie if their numbers differ; else left as it is
    Index size = 0;   ///< values of a frame, I
    std::vector<std::uint8_t> bytes; ///< [count, size], or empty
    std::vector<float> values;       ///< [count, size], or empty
    std::vector<float> scale{1.0f};  ///< per channel
    std::vector<float> offset{0.0f};
    Index channelRun = 1; ///< values in a row of one channel: 1 where the channel is the fastest index

    double dropout =
        0; ///< share of inputs set to 0, the same for all frames of a clip; the rest / (1 - dropout)
    Index clips = 1; ///< frames f and f + clips belong to the same clip, where all are equally long
    std::uint64_t dropoutKey = 0; ///< names the draw

    /// Writes frames first .. first + n - 1 as [n, size].
    template <class Scalar>
    void convert(Index first, Index n, Scalar* out) const;

    /// Writes values begin .. begin + length - 1 of frames first .. first + n - 1 as `length` lines, one
    /// frame a lane (engine/kernel/kernels.h); n at most `lineLength`, further lanes are zero.
    template <class Scalar>
    void lines(Index first, int n, Index begin, Index length, Scalar* out) const;

    /// Writes values begin .. begin + length - 1 of a frame.
    template <class Scalar>
    void piece(Index frame, Index begin, Index length, Scalar* out) const;

    /// A frame as bytes of which byte i becomes x by entry i mod `period` alone; without `values` where more
    /// is to be done.
    struct RawFrame {
        const std::uint8_t* values = nullptr;
        const float *scale = nullptr, *offset = nullptr; ///< [period]
        int period = 1;
    };
    RawFrame raw(Index frame) const;

    bool scalesEvenly() const; ///< all channels alike

    Index clipOf(Index frame) const { return uneven.areEven() ? frame % clips : uneven.clipOf(frame); }
};

/// Where the frames of each clip lie.
inline TimeSteps stepsOf(const FrameBlock& block) {
    return block.uneven.areEven() ? TimeSteps(block.count / block.clips, block.clips) : block.uneven;
}

} // namespace rankscope
