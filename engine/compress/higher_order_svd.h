// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/mode_tensor.h"
#include "engine/compress/truncation.h"

namespace rankscope {

/// X = G x_1 U_1 .. x_d U_d with orthonormal U_k [n_k, R_k].
struct TuckerTensor {
    ModeTensor<double> core; ///< [R_1, .., R_d]
    std::vector<Matrix> factors;
};

/// Higher-order SVD, mode after mode on what the modes before have left (De Lathauwer, De Moor, Vandewalle
/// 2000; sequentially truncated: Vannieuwenhoven et al. 2012). The error is at most sqrt(d) times the best of
/// these ranks.
template <class Scalar>
TuckerTensor higherOrderSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool);

/// Higher-order orthogonal iteration (De Lathauwer et al. 2000): improves a Tucker tensor, each factor in
/// turn with the others held, until a sweep gains less than 1e-4 of the squared error, or of what is
/// explained, or `mostSweeps` are done. Never makes it worse. Returns the relative error before and after
/// each sweep.
template <class Scalar>
std::vector<double> orthogonalIteration(const ModeTensor<Scalar>& x, TuckerTensor& tucker, int mostSweeps,
                                        ThreadPool& pool);

} // namespace rankscope
