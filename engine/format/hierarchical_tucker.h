// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// A node of the dimension tree: the mode pairs first .. last - 1 and the children's positions in the list (0
/// for a leaf: the root is nobody's child).
struct DimensionNode {
    int first, last;
    int left = 0, right = 0;
    bool isLeaf() const { return left == 0; }
};

/// The binary tree over d mode pairs, breadth first from the root; the left child takes the first half,
/// rounded up. Node n below the root has rank number n - 1 of MapSpec::ranks.
std::vector<DimensionNode> dimensionTree(int d);

/// Hierarchical Tucker (Hackbusch and Kuehn 2009; as recurrent layers Yin et al. 2020), one core per node of
/// the tree, breadth first: leaves U_k [i_k, j_k, r], transfer tensors B [r_left, r_right, r_parent], the
/// root without r_parent.
class HierarchicalTucker final : public Format {
public:
    std::string id() const override { return "ht"; }
    std::string title() const override { return "Hierarchical Tucker"; }
    RankFields rankFields(Index d) const override { return {.ranks = 2 * d - 2}; }
    Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const override;
    TensorNetwork network(const MapSpec& spec) const override;
};

} // namespace rankscope
