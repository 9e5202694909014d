// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/function_ref.h"
#include "engine/kernel/kernels.h"

#include <algorithm>
#include <type_traits>

namespace rankscope {

/// The operand X of a map that multiplies plain rows instead of frames: hidden states, gradients.
template <class Scalar>
struct RowBlock {
    const Scalar* data = nullptr;
    Index count = 0;  ///< rows
    Index size = 0;   ///< values of a row
    Index stride = 0; ///< row r begins at data + r * stride

    /// Writes rows first .. first + n - 1 as [n, size].
    void convert(Index first, Index n, Scalar* out) const {
        for (Index row = first; row < first + n; ++row) out = std::copy_n(data + row * stride, size, out);
    }

    /// Writes values begin .. begin + length - 1 of a row.
    void piece(Index row, Index begin, Index length, Scalar* out) const {
        std::copy_n(data + row * stride + begin, length, out);
    }

    /// Writes values begin .. begin + length - 1 of rows first .. first + n - 1 as `length` lines, one row a
    /// lane.
    void lines(Index first, int n, Index begin, Index length, Scalar* out) const {
        if constexpr (std::is_same_v<Scalar, float>) {
            const float one = 1, zero = 0;
            kernelsFor<float>().valuesToLines(
                {data + first * stride + begin, stride, length, n, &one, &zero, 1, 0, out});
            return;
        }
        for (Index i = begin; i < begin + length; ++i, out += lineLength)
            for (int lane = 0; lane < lineLength; ++lane)
                out[lane] = lane < n ? data[(first + lane) * stride + i] : Scalar{0};
    }
};

/// One row, made where it is wanted.
template <class Scalar>
struct MadeRow {
    FunctionRef<void(Scalar*)> make;
    Index count = 1;

    void convert(Index, Index, Scalar* out) const { make(out); }
};

} // namespace rankscope
