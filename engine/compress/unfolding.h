// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/linear_algebra.h"
#include "engine/base/parallel.h"
#include "engine/base/shape.h"

namespace rankscope {

/// A tensor [before, rows, after], row-major, seen as the matrix X of `rows` rows and before * after columns:
/// every unfolding that decompositions need is one of these, so nothing is ever permuted. Values may be
/// float; all sums are double, over fixed pieces added in order: the bits do not depend on the number of
/// threads.
template <class Scalar>
struct Unfolding {
    const Scalar* values;
    Index before = 1, rows = 1, after = 1;

    Index columns() const { return before * after; }
};

/// basis^T X for a basis [rows, r], as a tensor [before, r, after].
template <class Scalar>
AlignedVector<double> project(const Unfolding<Scalar>& x, const Matrix& basis, ThreadPool& pool);

/// X Z^T [x.rows, z.rows] for two unfoldings with the same `before` and `after`.
template <class X, class Z>
Matrix product(const Unfolding<X>& x, const Unfolding<Z>& z, ThreadPool& pool);

/// ||X||^2.
template <class Scalar>
double squaredNorm(const Unfolding<Scalar>& x, ThreadPool& pool);

/// ||X - L R||^2, entry by entry, for x with before = 1.
template <class Scalar>
double squaredResidual(const Unfolding<Scalar>& x, const Matrix& left, const Matrix& right, ThreadPool& pool);

} // namespace rankscope
