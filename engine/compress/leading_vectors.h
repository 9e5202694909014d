// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/unfolding.h"

namespace rankscope {

/// The leading left singular vectors of an unfolding, by one of two ways:
///  up to 512 rows   eigenvectors of the Gram matrix X X^T. Squaring loses what lies below 1e-8 of the
///  largest singular value; more rows        a random range finder with power iterations (Halko, Martinsson,
///  Tropp 2011, alg. 4.3, 4 iterations, as many
///                   vectors again as wanted and 16 more). Its error exceeds the optimum by a factor near 1.
/// Either way the vectors are orthonormal to rounding, so what a projection on them loses is ||X||^2 less the
/// kept squares.
struct LeadingVectors {
    Matrix vectors;   ///< [rows, count]
    Vector squares;   ///< of the singular values, descending
    double total = 0; ///< ||X||^2
};

/// `count`: at most the rows. The same bits for any number of threads.
template <class Scalar>
LeadingVectors leadingVectors(const Unfolding<Scalar>& x, Index count, ThreadPool& pool);

} // namespace rankscope
