// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/tensor_ring.h"

#include "engine/format/legs.h"

#include <algorithm>

namespace rankscope {

Index TensorRing::rankLimit(const Shape& inModes, const Shape& outModes, bool, Index i) const {
    // bond r_i stands before core i (0-based): two bonds cut out the cores between them
    Index limit = 1;
    for (Index other = 0; other < static_cast<Index>(inModes.size()); ++other)
        limit = std::max(limit, unfoldingLimit(inModes, outModes, std::min(i, other), std::max(i, other)));
    return limit;
}

TensorNetwork TensorRing::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const int d = static_cast<int>(spec.inModes.size());
    std::vector<int> bonds;
    for (int k = 0; k < d; ++k)
        bonds.push_back(
            network.addEdge({EdgeKind::Bond, spec.ranks[k], "r" + std::to_string(k), -1, RankKind::Rank, k}));
    for (int k = 0; k < d; ++k)
        network.addCore("G" + std::to_string(k + 1), {bonds[k], legs.in[k], legs.out[k], bonds[(k + 1) % d]});
    return network;
}

} // namespace rankscope
