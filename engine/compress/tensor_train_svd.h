// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/mode_tensor.h"
#include "engine/compress/truncation.h"

namespace rankscope {

/// TT-SVD (Oseledets 2011, alg. 1): the cores G_1..G_d [r_{k-1}, n_k, r_k], one after another. The error is
/// at most sqrt(d - 1) times that of the best tensor train of these ranks.
template <class Scalar>
std::vector<double> tensorTrainSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool);

} // namespace rankscope
