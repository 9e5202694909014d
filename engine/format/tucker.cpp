// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/tucker.h"

#include "engine/format/legs.h"

namespace rankscope {

Index Tucker::rankLimit(const Shape& inModes, const Shape& outModes, bool, Index i) const {
    return unfoldingLimit(inModes, outModes, i, i + 1);
}

TensorNetwork Tucker::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const int d = static_cast<int>(spec.inModes.size());
    std::vector<int> bonds;
    for (int k = 0; k < d; ++k) {
        const std::string name = "R" + std::to_string(k + 1);
        bonds.push_back(
            network.addEdge({EdgeKind::Bond, spec.tuckerRanks[k], name, -1, RankKind::Tucker, k}));
    }
    network.addCore("C", bonds);
    for (int k = 0; k < d; ++k)
        network.addCore("A" + std::to_string(k + 1), {legs.in[k], legs.out[k], bonds[k]});
    return network;
}

} // namespace rankscope
