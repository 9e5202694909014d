// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <algorithm>
#include <span>

namespace rankscope {

inline constexpr std::size_t mostCopyAxes = 64;

/// One axis of a strided copy.
struct CopyAxis {
    Index size, inStride, outStride;
};

namespace detail {

inline constexpr Index longRun = 64;

/// A run of known length.
template <Index length, class Scalar>
inline void copyPiece(const Scalar* in, Scalar* out) {
    Scalar piece[length];
    for (Index k = 0; k < length; ++k) piece[k] = in[k];
    for (Index k = 0; k < length; ++k) out[k] = piece[k];
}

/// Short runs, of which a call of memmove each would take most of the time, in pieces of a known length; the
/// last overlaps the one before.
template <Index length, class Scalar>
void copyRuns(const Scalar* in, Scalar* out, const CopyAxis& outer, Index run) {
    for (Index i = 0; i < outer.size; ++i, in += outer.inStride, out += outer.outStride) {
        for (Index k = 0; k + length <= run; k += length) copyPiece<length>(in + k, out + k);
        if (run % length != 0) copyPiece<length>(in + run - length, out + run - length);
    }
}

} // namespace detail

/// out[sum k*outStride] = in[sum k*inStride] over all axes, the first outermost. Axes of size 1 go and
/// neighbours that are contiguous on both sides are joined, so plain copies run as such. At most
/// `mostCopyAxes`.
template <class Scalar>
void stridedCopy(const Scalar* in, Scalar* out, std::span<const CopyAxis> axes) {
    CopyAxis joined[mostCopyAxes];
    int count = 0;
    for (const CopyAxis& axis : axes) {
        if (axis.size == 1) continue;
        if (count > 0 && joined[count - 1].inStride == axis.size * axis.inStride &&
            joined[count - 1].outStride == axis.size * axis.outStride)
            joined[count - 1] = {joined[count - 1].size * axis.size, axis.inStride, axis.outStride};
        else
            joined[count++] = axis;
    }
    while (count < 2) joined[count++] = {1, 0, 0};
    const CopyAxis outer = joined[count - 2], inner = joined[count - 1];
    const bool contiguous = inner.inStride == 1 && inner.outStride == 1;
    Index counter[mostCopyAxes] = {};
    while (true) {
        if (contiguous && inner.size >= 8 && inner.size < detail::longRun)
            detail::copyRuns<8>(in, out, outer, inner.size);
        else if (contiguous && inner.size >= 4 && inner.size < 8)
            detail::copyRuns<4>(in, out, outer, inner.size);
        else
            for (Index i = 0; i < outer.size; ++i) {
                const Scalar* from = in + i * outer.inStride;
                Scalar* to = out + i * outer.outStride;
                if (contiguous)
                    std::copy(from, from + inner.size, to);
                else
                    for (Index k = 0; k < inner.size; ++k) to[k * inner.outStride] = from[k * inner.inStride];
            }
        int axis = count - 3;
        for (; axis >= 0; --axis) {
            in += joined[axis].inStride;
            out += joined[axis].outStride;
            if (++counter[axis] < joined[axis].size) break;
            in -= joined[axis].size * joined[axis].inStride;
            out -= joined[axis].size * joined[axis].outStride;
            counter[axis] = 0;
        }
        if (axis < 0) return;
    }
}

} // namespace rankscope
