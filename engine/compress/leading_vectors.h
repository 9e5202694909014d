// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/unfolding.h"

namespace rankscope {

/// The leading left singular vectors of an unfolding, by one of two ways. Up to 512 rows: eigenvectors of the
/// Gram matrix X X^T; squaring loses what lies below 1e-8 of the largest singular value. More rows: a random
/// range with 8 power iterations (Halko, Martinsson, Tropp 2011, alg. 4.4), twice as many vectors as wanted
/// and 16 more; exact where there are at most 512 columns, else near the optimum where the spectrum falls (of
/// pure noise it keeps some 1 to 2 % less than the best vectors would). Either way the vectors are
/// orthonormal to rounding, so what a projection on them loses is ||X||^2 less the kept squares.
struct LeadingVectors {
    Matrix vectors;   ///< [rows, count]
    Vector squares;   ///< of the singular values, descending
    double total = 0; ///< ||X||^2
};

/// `count`: at most the rows. The same bits for any number of threads.
template <class Scalar>
LeadingVectors leadingVectors(const Unfolding<Scalar>& x, Index count, ThreadPool& pool);

} // namespace rankscope
