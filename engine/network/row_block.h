// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <algorithm>

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
};

} // namespace rankscope
