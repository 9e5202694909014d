// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/frame_block.h"

#include "engine/base/random.h"
#include "engine/kernel/kernels.h"

#include <algorithm>

namespace rankscope {

template <class Scalar>
void FrameBlock::convert(Index first, Index n, Scalar* out) const {
    for (Index frame = first; frame < first + n; ++frame, out += size) piece(frame, 0, size, out);
}

template <class Scalar>
void FrameBlock::lines(Index first, int n, Index begin, Index length, Scalar* out) const {
    const auto channels = static_cast<Index>(scalesEvenly() ? 1 : scale.size());
    const auto turn = [&](const auto* in, auto kernel) {
        // where a channel holds for a run of values, one piece of a run after another
        const Index end = begin + length;
        const bool inRuns = channels > 1 && channelRun > 1;
        for (Index at = begin, next; at < end; at = next) {
            next = inRuns ? std::min(end, (at / channelRun + 1) * channelRun) : end;
            const Index firstChannel = inRuns ? at / channelRun % channels : 0,
                        period = inRuns ? 1 : channels;
            kernel({in + first * size + at, size, next - at, n, scale.data() + firstChannel,
                    offset.data() + firstChannel, static_cast<int>(period), static_cast<int>(at % period),
                    out + (at - begin) * lineLength});
        }
    };
    if (bytes.empty())
        turn(values.data(), kernelsFor<Scalar>().valuesToLines);
    else
        turn(bytes.data(), kernelsFor<Scalar>().bytesToLines);
    if (dropout <= 0) return;
    const Scalar kept = static_cast<Scalar>(1 / (1 - dropout));
    for (int lane = 0; lane < n; ++lane) {
        Random random{dropoutKey, static_cast<std::uint64_t>(clipOf(first + lane))};
        random.skip(static_cast<std::uint64_t>(begin));
        for (Index i = 0; i < length; ++i)
            out[i * lineLength + lane] *= random.uniform() < dropout ? Scalar{0} : kept;
    }
}

template <class Scalar>
void FrameBlock::piece(Index frame, Index begin, Index length, Scalar* out) const {
    const auto channels = static_cast<Index>(scalesEvenly() ? 1 : scale.size());
    const bool inRuns = channels > 1 && channelRun > 1;
    const auto write = [&](const auto* in, auto kernel) {
        // entries of a whole number of pixels and of vectors; more than fit are written in pieces
        constexpr Index mostEntries = 4 * lineLength;
        Scalar factors[mostEntries], shifts[mostEntries];
        const Index end = begin + length,
                    entries = std::min(mostEntries, inRuns ? Index{lineLength} : channels * lineLength);
        const bool inPieces = !inRuns && channels * lineLength > mostEntries;
        for (Index at = begin, next; at < end; at = next) {
            next = inRuns     ? std::min(end, (at / channelRun + 1) * channelRun)
                   : inPieces ? std::min(end, at + mostEntries)
                              : end;
            Index channel = (inRuns ? at / channelRun : at) % channels;
            for (Index i = 0; i < entries; ++i) {
                factors[i] = static_cast<Scalar>(scale[static_cast<std::size_t>(channel)]);
                shifts[i] = static_cast<Scalar>(offset[static_cast<std::size_t>(channel)]);
                if (!inRuns && ++channel == channels) channel = 0;
            }
            kernel({in + frame * size + at, next - at, factors, shifts, static_cast<int>(entries),
                    out + (at - begin)});
        }
    };
    if (bytes.empty())
        write(values.data(), kernelsFor<Scalar>().scaleFloats);
    else
        write(bytes.data(), kernelsFor<Scalar>().scaleBytes);
    if (dropout <= 0) return;
    Random random{dropoutKey, static_cast<std::uint64_t>(clipOf(frame))};
    random.skip(static_cast<std::uint64_t>(begin));
    const Scalar kept = static_cast<Scalar>(1 / (1 - dropout));
    for (Index i = 0; i < length; ++i) out[i] *= random.uniform() < dropout ? Scalar{0} : kept;
}

FrameBlock::RawFrame FrameBlock::raw(Index frame) const {
    const bool even = scalesEvenly();
    if (bytes.empty() || dropout > 0 || (!even && channelRun > 1)) return {};
    return {bytes.data() + frame * size, scale.data(), offset.data(),
            even ? 1 : static_cast<int>(scale.size())};
}

bool FrameBlock::scalesEvenly() const {
    const auto even = [](const std::vector<float>& channels) {
        return std::ranges::all_of(channels, [&](float channel) { return channel == channels.front(); });
    };
    return even(scale) && even(offset);
}

template void FrameBlock::lines(Index, int, Index, Index, float*) const;
template void FrameBlock::lines(Index, int, Index, Index, double*) const;
template void FrameBlock::piece(Index, Index, Index, float*) const;
template void FrameBlock::piece(Index, Index, Index, double*) const;
template void FrameBlock::convert(Index, Index, float*) const;
template void FrameBlock::convert(Index, Index, double*) const;

} // namespace rankscope
