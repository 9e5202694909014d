// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/tensor_network.h"

#include <vector>

namespace rankscope {

/// The matrix W [J, I], row-major, that a network stands for: rows j_1 slowest, columns i_1 slowest. For
/// tests, inspection of small maps and compression of trained layers; training never forms it. `weights`: the
/// cores one after another. Throws Error where it has more than 2^31 values.
template <class Scalar>
std::vector<Scalar> denseMatrix(const TensorNetwork& network, const Scalar* weights);

} // namespace rankscope
