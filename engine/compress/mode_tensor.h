// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/unfolding.h"
#include "engine/format/map_spec.h"

namespace rankscope {

/// A dense matrix as a tensor with one axis per pair of modes: X[(i_1,j_1), .., (i_d,j_d)], the first
/// slowest. In these axes every format of the project is a plain tensor decomposition.
template <class Scalar>
struct ModeTensor {
    Shape sizes; ///< n_k = I_k * J_k
    AlignedVector<Scalar> values;

    /// Axes first .. last - 1 as rows.
    Unfolding<Scalar> unfolded(std::size_t first, std::size_t last) const {
        const std::span all(sizes);
        return {values.data(), product(all.first(first)), product(all.subspan(first, last - first)),
                product(all.subspan(last))};
    }
    Unfolding<Scalar> unfolded(std::size_t axis) const { return unfolded(axis, axis + 1); }
};

/// W [J_1*..*J_d, I_1*..*I_d], row-major, as a tensor: one permuted copy.
template <class Scalar>
ModeTensor<Scalar> modeTensor(const Scalar* w, const Shape& inModes, const Shape& outModes, ThreadPool& pool);

/// Axes first .. last - 1 joined and projected on the columns of a basis [n_first*.., r].
template <class Scalar>
ModeTensor<double> projected(const ModeTensor<Scalar>& x, std::size_t first, std::size_t last,
                             const Matrix& basis, ThreadPool& pool);

} // namespace rankscope
