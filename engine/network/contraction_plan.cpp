// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/contraction_plan.h"

#include "engine/base/error.h"
#include "engine/network/plan_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace rankscope {

ContractionPlan::ContractionPlan(const TensorNetwork& network, Index frames)
    : m_names{"X"}, m_frames(frames) {
    for (const Core& core : network.cores) m_names.push_back(core.name);
}

ContractionPlan ContractionPlan::optimal(const TensorNetwork& network, Index frames, const Filter& filter,
                                         double largest) {
    const OperandSets operands(network);
    const PlanQuery query{frames, largest, filter};
    PlanTree tree;
    if (operands.count() - 1 <= maxExactCores) {
        std::vector<OperandSet> atoms;
        for (int operand = 0; operand < operands.count(); ++operand)
            atoms.push_back(OperandSet{1} << operand);
        tree = exactTree(operands, query, atoms);
    } else {
        tree = improvedTree(operands, query);
    }
    if (tree.empty() && std::isfinite(largest))
        throw Error("No contraction order was found whose products have at most " +
                        grouped(static_cast<Index>(largest)) + " values.",
                    "The best order without this bound has at most " +
                        grouped(optimal(network, frames, filter).peakIntermediate()) + ".");
    if (tree.empty()) throw std::logic_error("the filter allows no order");
    ContractionPlan plan(network, frames);
    const auto build = [&](const auto& self, OperandSet set) -> int {
        if (std::has_single_bit(set)) return plan.addLeaf(operands, std::countr_zero(set));
        const OperandSet left = tree.at(set), right = set ^ left;
        const int a = self(self, left), b = self(self, right);
        return plan.addProduct(operands, left, right, a, b);
    };
    build(build, operands.all());
    return plan;
}

ContractionPlan ContractionPlan::fromTree(const TensorNetwork& network, std::string_view tree, Index frames) {
    const OperandSets operands(network);
    ContractionPlan plan(network, frames);
    const Error fault("The contraction order \"" + std::string(tree) + "\" is not a tree over all operands.",
                      "Write it as ((X G2) G1).");
    OperandSet used = 0;
    std::size_t at = 0;
    const auto skip = [&] {
        while (at < tree.size() && tree[at] == ' ') ++at;
    };
    const auto parse = [&](const auto& self, int depth) -> std::pair<OperandSet, int> {
        skip();
        if (depth > OperandSets::maxCores || at >= tree.size()) throw fault;
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
        used |= OperandSet{1} << operand;
        at = end;
        return {OperandSet{1} << operand, plan.addLeaf(operands, operand)};
    };
    parse(parse, 0);
    skip();
    if (at != tree.size() || used != operands.all()) throw fault;
    return plan;
}

ContractionPlan ContractionPlan::withJoinedWeights(const TensorNetwork& network, std::size_t products) const {
    const auto text = [this](const auto& self, int node) -> std::string {
        const Node& n = m_nodes[node];
        return n.operand >= 0 ? m_names[n.operand]
                              : "(" + self(self, n.left) + " " + self(self, n.right) + ")";
    };
    std::string weights, tree;
    std::size_t made = 0;
    for (const Node& node : m_nodes) {
        if (node.operand >= 0 || !node.hasFrames) continue;
        const std::string further = text(text, m_nodes[node.left].hasFrames ? node.right : node.left);
        if (++made > products)
            tree = "(" + tree + " " + further + ")";
        else
            weights = made == 1 ? further : "(" + weights + " " + further + ")";
        if (made == products) tree = "(X " + weights + ")";
    }
    return fromTree(network, tree, m_frames);
}

namespace {
std::vector<int> listed(EdgeSet set) {
    std::vector<int> edges;
    for (; set; set &= set - 1) edges.push_back(std::countr_zero(set));
    return edges;
}
} // namespace

int ContractionPlan::addLeaf(const OperandSets& operands, int operand) {
    Node node;
    node.operand = operand;
    node.hasFrames = operand == 0;
    node.edges = listed(operands.edges(operand));
    node.size = operands.size(operands.edges(operand));
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

int ContractionPlan::addProduct(const OperandSets& operands, OperandSet setA, OperandSet setB, int a, int b) {
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

double ContractionPlan::trainingProducts(const Node& product) const {
    return m_nodes[product.left].operand == 0 || m_nodes[product.right].operand == 0 ? 2 : 3;
}

double ContractionPlan::trainingMacsPerFrame() const {
    double sum = 0;
    for (const Node& node : m_nodes) {
        if (node.operand >= 0) continue;
        sum +=
            trainingProducts(node) * (node.hasFrames ? node.macs : node.macs / static_cast<double>(m_frames));
    }
    return sum;
}

double ContractionPlan::trainingCostPerFrame() const {
    double cost = trainingMacsPerFrame();
    for (const Node& node : m_nodes)
        if (node.operand < 0 && node.hasFrames) cost += valueCost * node.size;
    return cost;
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
