// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/contraction_plan.h"

#include "engine/base/error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace rankscope {

namespace {
constexpr int maxCores = 14;   // 3^15 / 2 splits: well under 100 ms
using EdgeSet = std::uint64_t; // one bit an edge
} // namespace

/// Edges of subsets of operands, and products of their sizes by table look-up (16 edges a table).
struct ContractionPlan::Operands {
    explicit Operands(const TensorNetwork& network) : count(static_cast<int>(network.cores.size()) + 1) {
        if (count - 1 > maxCores)
            throw Error("A network of " + std::to_string(count - 1) +
                            " cores is too large for the exact search.",
                        "Use at most " + std::to_string(maxCores) + " cores: fewer modes.");
        holders.assign(network.edges.size(), 0);
        edges.assign(count, 0);
        for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
            if (network.edges[edge].kind == EdgeKind::Input) hold(0, edge);
            if (network.edges[edge].kind == EdgeKind::Output) open |= EdgeSet{1} << edge;
        }
        for (int core = 0; core + 1 < count; ++core)
            for (const int edge : network.cores[core].edges) hold(core + 1, static_cast<std::size_t>(edge));
        for (std::size_t table = 0; table < tables.size(); ++table) {
            const std::size_t first = 16 * table;
            const std::size_t width = std::clamp<std::ptrdiff_t>(
                static_cast<std::ptrdiff_t>(network.edges.size()) - static_cast<std::ptrdiff_t>(first), 0,
                16);
            tables[table].assign(std::size_t{1} << width, 1.0);
            for (std::size_t set = 1; set < tables[table].size(); ++set) {
                const std::size_t lowest = static_cast<std::size_t>(std::countr_zero(set));
                tables[table][set] =
                    tables[table][set & (set - 1)] * static_cast<double>(network.edges[first + lowest].size);
            }
        }
    }

    /// Edges still open once the operands in `set` are multiplied.
    EdgeSet openEdges(unsigned set) const {
        EdgeSet found = 0;
        for (int operand = 0; operand < count; ++operand)
            if (set >> operand & 1u) found |= edges[operand];
        for (EdgeSet rest = found & ~open; rest; rest &= rest - 1) {
            const int edge = std::countr_zero(rest);
            if ((holders[edge] & ~set) == 0) found &= ~(EdgeSet{1} << edge);
        }
        return found;
    }

    double size(EdgeSet set) const {
        double result = 1;
        for (const auto& table : tables) {
            result *= table[set & 0xffff & (table.size() - 1)];
            set >>= 16;
        }
        return result;
    }

    void hold(int operand, std::size_t edge) {
        edges[operand] |= EdgeSet{1} << edge;
        holders[edge] |= 1u << operand;
    }

    int count;
    EdgeSet open = 0;
    std::vector<EdgeSet> edges;    // of each operand
    std::vector<unsigned> holders; // operands of each edge
    std::array<std::vector<double>, 4> tables;
};

ContractionPlan::ContractionPlan(const TensorNetwork& network, Index frames)
    : m_names{"X"}, m_frames(frames) {
    for (const Core& core : network.cores) m_names.push_back(core.name);
}

ContractionPlan ContractionPlan::optimal(const TensorNetwork& network, Index frames, const Filter& filter) {
    const Operands operands(network);
    const unsigned all = (1u << operands.count) - 1;
    struct Best {
        double cost = std::numeric_limits<double>::infinity(), peak = 0;
        unsigned left = 0;
    };
    std::vector<Best> best(std::size_t{all} + 1);
    std::vector<EdgeSet> edges(std::size_t{all} + 1);
    std::vector<double> sizes(std::size_t{all} + 1);
    for (unsigned set = 1; set <= all; ++set) {
        edges[set] = operands.openEdges(set);
        sizes[set] = operands.size(edges[set]);
        if (std::has_single_bit(set)) {
            best[set].cost = 0;
            continue;
        }
        const double batch = (set & 1u) ? static_cast<double>(frames) : 1.0;
        const unsigned lowest =
            set & (~set + 1); // X where present: the left side has it, each pair is seen once
        const unsigned rest = set ^ lowest;
        for (unsigned part = 0; part != rest; part = (part - rest) & rest) {
            const unsigned left = lowest | part, right = set ^ left;
            const double below = best[left].cost + best[right].cost;
            if (below <= best[set].cost && (!filter || filter(left, right))) {
                const double products = left == 1u ? 2 : 3; // no gradient of the frames
                const double cost = below + batch * products * operands.size(edges[left] | edges[right]);
                const auto inner = [&](unsigned side) {
                    return std::has_single_bit(side) ? 0.0 : sizes[side];
                };
                const double peak = std::max({best[left].peak, best[right].peak, inner(left), inner(right)});
                if (cost < best[set].cost || (cost == best[set].cost && peak < best[set].peak))
                    best[set] = {cost, peak, left};
            }
        }
    }
    if (!std::isfinite(best[all].cost)) throw std::logic_error("the filter allows no order");
    ContractionPlan plan(network, frames);
    const auto build = [&](const auto& self, unsigned set) -> int {
        if (std::has_single_bit(set)) return plan.addLeaf(operands, std::countr_zero(set));
        const unsigned left = best[set].left, right = set ^ left;
        const int a = self(self, left), b = self(self, right);
        return plan.addProduct(operands, left, right, a, b);
    };
    build(build, all);
    return plan;
}

ContractionPlan ContractionPlan::fromTree(const TensorNetwork& network, std::string_view tree, Index frames) {
    const Operands operands(network);
    ContractionPlan plan(network, frames);
    const Error fault("The contraction order \"" + std::string(tree) + "\" is not a tree over all operands.",
                      "Write it as ((X G2) G1).");
    unsigned used = 0;
    std::size_t at = 0;
    const auto skip = [&] {
        while (at < tree.size() && tree[at] == ' ') ++at;
    };
    const auto parse = [&](const auto& self, int depth) -> std::pair<unsigned, int> {
        skip();
        if (depth > 2 * maxCores || at >= tree.size()) throw fault;
        if (tree[at] == '(') {
            ++at;
            const auto [setA, a] = self(self, depth + 1);
            const auto [setB, b] = self(self, depth + 1);
            skip();
            if (at >= tree.size() || tree[at++] != ')') throw fault;
            return {setA | setB, plan.addProduct(operands, setA, setB, a, b)};
        }
        const std::size_t end = std::min(tree.find_first_of(" ()", at), tree.size());
        const auto name = std::ranges::find(plan.m_names, tree.substr(at, end - at));
        if (name == plan.m_names.end()) throw fault;
        const int operand = static_cast<int>(name - plan.m_names.begin());
        if (used >> operand & 1u) throw fault;
        used |= 1u << operand;
        at = end;
        return {1u << operand, plan.addLeaf(operands, operand)};
    };
    parse(parse, 0);
    skip();
    if (at != tree.size() || used != (1u << operands.count) - 1) throw fault;
    return plan;
}

namespace {
std::vector<int> listed(EdgeSet set) {
    std::vector<int> edges;
    for (; set; set &= set - 1) edges.push_back(std::countr_zero(set));
    return edges;
}
} // namespace

int ContractionPlan::addLeaf(const Operands& operands, int operand) {
    Node node;
    node.operand = operand;
    node.hasFrames = operand == 0;
    node.edges = listed(operands.edges[operand]);
    node.size = operands.size(operands.edges[operand]);
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

int ContractionPlan::addProduct(const Operands& operands, unsigned setA, unsigned setB, int a, int b) {
    Node node;
    const EdgeSet open = operands.openEdges(setA | setB);
    node.left = a;
    node.right = b;
    node.hasFrames = m_nodes[a].hasFrames || m_nodes[b].hasFrames;
    node.edges = listed(open);
    node.size = operands.size(open);
    node.macs = operands.size(operands.openEdges(setA) | operands.openEdges(setB));
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

double ContractionPlan::forwardMacsPerFrame() const {
    double sum = 0;
    for (const Node& node : m_nodes)
        sum += node.hasFrames ? node.macs : node.macs / static_cast<double>(m_frames);
    return sum;
}

double ContractionPlan::trainingMacsPerFrame() const {
    double sum = 0;
    for (const Node& node : m_nodes) {
        if (node.operand >= 0) continue;
        const double products = m_nodes[node.left].operand == 0 || m_nodes[node.right].operand == 0 ? 2 : 3;
        sum += products * (node.hasFrames ? node.macs : node.macs / static_cast<double>(m_frames));
    }
    return sum;
}

Index ContractionPlan::peakIntermediate() const {
    double peak = 0;
    for (std::size_t node = 0; node + 1 < m_nodes.size(); ++node)
        if (m_nodes[node].operand < 0) peak = std::max(peak, m_nodes[node].size);
    return static_cast<Index>(peak);
}

std::string ContractionPlan::tree() const {
    struct Part {
        std::string text;
        int last; // largest operand inside
    };
    const auto write = [this](const auto& self, int node) -> Part {
        const Node& n = m_nodes[node];
        if (n.operand >= 0) return {m_names[n.operand], n.operand};
        Part a = self(self, n.left), b = self(self, n.right);
        if (b.last < a.last) std::swap(a, b);
        return {"(" + a.text + " " + b.text + ")", b.last};
    };
    return write(write, static_cast<int>(m_nodes.size()) - 1).text;
}

} // namespace rankscope
