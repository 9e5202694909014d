// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/mode_tensor.h"
#include "engine/compress/truncation.h"

namespace rankscope {

/// Hierarchical SVD from the leaves to the root of the dimension tree (Grasedyck 2010, sec. 4): the cores of
/// a hierarchical Tucker network breadth first, leaves [n_k, r], transfer tensors [r_left, r_right, r], the
/// root [r_left, r_right]. The error is at most sqrt(2d - 3) times the best of these ranks.
template <class Scalar>
std::vector<double> hierarchicalSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool);

} // namespace rankscope
