// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/operand_sets.h"

#include <functional>
#include <limits>
#include <map>
#include <vector>

/// Search of the contraction tree that makes a training step cheapest. A product of operand sets A and B is
/// as many multiply-accumulates as all their open edges together span; it is made once for the value and once
/// for the gradient of each child, except that the frames X themselves have none; with X below it once a
/// frame, else once a batch.
namespace rankscope {

/// What a value costs that is made for every frame, in multiply-accumulates: it is written and read. So
/// little that it decides between orders alone whose products are all but equal in number, as where a core of
/// a few weights is multiplied beforehand or not.
inline constexpr double valueCost = 1.0 / 64;

/// What a search minimises and what it may use.
struct PlanQuery {
    Index frames = 1; ///< of a batch
    /// Largest number of values of a product, of one frame where it has frames; the result of the network is
    /// free.
    double largest = std::numeric_limits<double>::infinity();
    /// Which products are allowed; `a` contains X or neither does. Empty: all.
    std::function<bool(OperandSet a, OperandSet b)> filter;
};

/// A binary tree over operands: for each product (the set of operands below it) those of its left child,
/// which has the lowest operand.
using PlanTree = std::map<OperandSet, OperandSet>;

/// MACs of a training step of a whole batch, with the cost of values.
double trainingCost(const OperandSets& operands, const PlanQuery& query, const PlanTree& tree);

/// The cheapest tree over `atoms`, disjoint sets of operands whose own trees are fixed (not in the result);
/// of equals one with the smallest largest product. Exact: dynamic programming over all subsets, outer
/// products included, 3^n / 2 splits. At most 16 atoms. Empty where the query allows no tree.
PlanTree exactTree(const OperandSets& operands, const PlanQuery& query, const std::vector<OperandSet>& atoms);

/// For networks too large for `exactTree`: greedy, always the product that leaves the fewest values more than
/// it takes away; then every part of the tree of up to 12 operands or products is searched exactly, again and
/// again, until none gets cheaper. Empty where greedy finds nothing that the query allows.
PlanTree improvedTree(const OperandSets& operands, const PlanQuery& query);

} // namespace rankscope
