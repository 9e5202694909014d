// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/hierarchical_tucker.h"

#include "engine/format/legs.h"

namespace rankscope {

std::vector<DimensionNode> dimensionTree(int d) {
    std::vector<DimensionNode> nodes{{0, d}};
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const auto [first, last, left, right] = nodes[n];
        if (last - first == 1) continue;
        const int middle = first + (last - first + 1) / 2;
        nodes[n].left = static_cast<int>(nodes.size());
        nodes[n].right = nodes[n].left + 1;
        nodes.push_back({first, middle});
        nodes.push_back({middle, last});
    }
    return nodes;
}

Index HierarchicalTucker::rankLimit(const Shape& inModes, const Shape& outModes, bool, Index i) const {
    const auto node = dimensionTree(static_cast<int>(inModes.size()))[static_cast<std::size_t>(i) + 1];
    return unfoldingLimit(inModes, outModes, node.first, node.last);
}

TensorNetwork HierarchicalTucker::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const auto nodes = dimensionTree(static_cast<int>(spec.inModes.size()));
    std::vector<int> bonds{-1}; // of each node, to its parent
    for (int n = 1; n < static_cast<int>(nodes.size()); ++n)
        bonds.push_back(network.addEdge(
            {EdgeKind::Bond, spec.ranks[n - 1], "r" + std::to_string(n), -1, RankKind::Rank, n - 1}));
    int transfer = 0;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const DimensionNode& node = nodes[n];
        std::vector<int> edges = node.isLeaf() ? std::vector<int>{legs.in[node.first], legs.out[node.first]}
                                               : std::vector<int>{bonds[node.left], bonds[node.right]};
        if (n > 0) edges.push_back(bonds[n]);
        network.addCore(
            node.isLeaf() ? "U" + std::to_string(node.first + 1) : "B" + std::to_string(++transfer), edges);
    }
    return network;
}

} // namespace rankscope
