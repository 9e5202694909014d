// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/contraction_plan.h"

#include <vector>

namespace rankscope {

/// A product of a plan that contains the frames: C[s, m, n] = sum_k A[s, m, k] B[s, k, n], where A is made of
/// the frames by the products before and B of weights alone. The products of a plan are a chain: the result
/// of each is the operand of the next.
struct ChainProduct {
    int weightNode = -1;                          ///< of the plan, whose value is B
    std::vector<int> shared, rows, sums, columns; ///< edges s, m, k, n
};

/// The first products of the chain, at most so many, for frames with the edges `operand`. The result of each
/// lies as [s, m, n]; columns that stay apart in the next product lie outside, those that it sums inside.
std::vector<ChainProduct> chainProducts(const TensorNetwork& network, const ContractionPlan& plan,
                                        std::vector<int> operand, std::size_t most);

} // namespace rankscope
