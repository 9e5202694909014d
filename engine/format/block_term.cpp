// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/block_term.h"

#include "engine/format/legs.h"

#include <bit>

namespace rankscope {

Index BlockTerm::rankLimit(const Shape& inModes, const Shape& outModes, bool, Index i) const {
    return unfoldingLimit(inModes, outModes, i, i + 1);
}

TensorNetwork BlockTerm::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const int d = static_cast<int>(spec.inModes.size());
    const int block = network.addEdge({EdgeKind::Bond, spec.blocks, "n", -1, RankKind::Blocks, 0});
    std::vector<int> core{block}, tucker;
    for (int k = 0; k < d; ++k) {
        const std::string name = "R" + std::to_string(k + 1);
        tucker.push_back(
            network.addEdge({EdgeKind::Bond, spec.tuckerRanks[k], name, -1, RankKind::Tucker, k}));
        core.push_back(tucker[k]);
    }
    network.addCore("C", core);
    for (int k = 0; k < d; ++k)
        network.addCore("A" + std::to_string(k + 1), {block, legs.in[k], legs.out[k], tucker[k]});
    return network;
}

std::vector<NamedOrder> BlockTerm::namedOrders(const TensorNetwork& network, Index frames) const {
    const std::size_t d = network.cores.size() - 1;
    const auto factor = [](std::size_t k) { return "A" + std::to_string(k); };
    // The released code of Ye et al. forms C x A_1 .. as one operator over the first half of the modes, then
    // the Kronecker product of the other factors.
    std::string first = "C", second = factor(d);
    for (std::size_t k = 1; k <= std::max<std::size_t>(1, d / 2); ++k)
        first = "(" + first + " " + factor(k) + ")";
    for (std::size_t k = d - 1; k > d / 2; --k) second = "(" + factor(k) + " " + second + ")";
    std::string gateFirst = "X";
    for (std::size_t k = 1; k <= d; ++k) gateFirst = "(" + gateFirst + " " + factor(k) + ")";

    std::vector<NamedOrder> orders;
    if (d > 1)
        orders.push_back(
            {"bt-authors", ContractionPlan::fromTree(network, "((X " + first + ") " + second + ")", frames)});
    orders.push_back({"bt-gate-first", ContractionPlan::fromTree(network, "(" + gateFirst + " C)", frames)});
    constexpr unsigned coreOperand = 1u << 1; // operand 0 is X, operand 1 is C
    const unsigned others = ((1u << (d + 2)) - 1) & ~coreOperand;
    const auto sequential = [=](unsigned a, unsigned b) {
        return (a & 1u) && std::has_single_bit(b) && (b != coreOperand || a == others);
    };
    orders.push_back({"bt-best-sequential", ContractionPlan::optimal(network, frames, sequential)});
    return orders;
}

} // namespace rankscope
