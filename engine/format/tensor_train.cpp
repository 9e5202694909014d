// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/tensor_train.h"

#include "engine/format/legs.h"

namespace rankscope {

Index TensorTrain::rankLimit(const Shape& inModes, const Shape& outModes, bool, Index i) const {
    return unfoldingLimit(inModes, outModes, 0, i + 1);
}

TensorNetwork TensorTrain::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const int d = static_cast<int>(spec.inModes.size());
    int bond = -1;
    for (int k = 0; k < d; ++k) {
        const std::string number = std::to_string(k + 1);
        std::vector<int> edges;
        if (k > 0) edges.push_back(bond);
        edges.push_back(legs.in[k]);
        edges.push_back(legs.out[k]);
        if (k + 1 < d) {
            bond = network.addEdge({EdgeKind::Bond, spec.ranks[k], "r" + number, -1, RankKind::Rank, k});
            edges.push_back(bond);
        }
        network.addCore("G" + number, edges);
    }
    return network;
}

std::vector<NamedOrder> TensorTrain::namedOrders(const TensorNetwork& network, Index frames) const {
    std::string lastFirst = "X", firstFirst = "X";
    const std::size_t d = network.cores.size();
    for (std::size_t k = 1; k <= d; ++k) {
        lastFirst = "(" + lastFirst + " G" + std::to_string(d + 1 - k) + ")";
        firstFirst = "(" + firstFirst + " G" + std::to_string(k) + ")";
    }
    return {{"tt-last-first", ContractionPlan::fromTree(network, lastFirst, frames)},
            {"tt-first-first", ContractionPlan::fromTree(network, firstFirst, frames)}};
}

} // namespace rankscope
