// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/weight_products.h"

#include <algorithm>

namespace rankscope {

template <class Scalar>
std::vector<std::vector<int>> WeightProducts<Scalar>::summedByParent(const ContractionPlan& plan) {
    const auto& nodes = plan.nodes();
    std::vector<std::vector<int>> summed(nodes.size());
    for (const auto& parent : nodes) {
        if (parent.operand >= 0) continue;
        for (const int child : {parent.left, parent.right})
            for (const int edge : nodes[child].edges)
                if (std::ranges::find(parent.edges, edge) == parent.edges.end())
                    summed[child].push_back(edge);
    }
    return summed;
}

template <class Scalar>
WeightProducts<Scalar>::WeightProducts(const TensorNetwork& network, const ContractionPlan& plan)
    : m_offsets{0} {
    for (const Edge& edge : network.edges) m_edgeSizes.push_back(edge.size);
    m_edgeSizes.push_back(2);
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core)
        m_offsets.push_back(m_offsets.back() + network.parameters(core));
    const auto& nodes = plan.nodes();
    const auto summed = summedByParent(plan);
    m_layouts.resize(nodes.size());
    m_values.resize(nodes.size());
    m_gradients.resize(nodes.size());
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const auto& node = nodes[i];
        m_operands.push_back(node.operand);
        if (node.operand > 0) m_layouts[i] = network.cores[node.operand - 1].edges;
        if (node.operand >= 0 || node.hasFrames) continue;
        Step step{
            node.left, node.right,
            i,         {m_edgeSizes, m_layouts[node.left], m_layouts[node.right], node.edges, summed[i]},
            {},        {}};
        m_layouts[i] = step.product.result();
        m_steps.push_back(std::move(step));
    }
}

template <class Scalar>
const Scalar* WeightProducts<Scalar>::grouped(int node, bool fits, const Layout& wanted, Buffer& buffer,
                                              const Scalar* weights) const {
    if (fits) return value(node, weights);
    relayout(m_edgeSizes, m_layouts[node], value(node, weights), wanted,
             room(buffer, valuesOf(m_edgeSizes, wanted)));
    return buffer.data();
}

template <class Scalar>
void WeightProducts<Scalar>::prepare(const Scalar* weights) {
    for (Step& step : m_steps) {
        const Scalar* a = grouped(step.a, step.aFits, step.product.groupedA(), step.groupedA, weights);
        const Scalar* b = grouped(step.b, step.bFits, step.product.groupedB(), step.groupedB, weights);
        step.product.multiply(step.product.sizes(m_edgeSizes), a, b,
                              room(m_values[step.node], valuesOf(m_edgeSizes, m_layouts[step.node])));
    }
}

template <class Scalar>
const Scalar* WeightProducts<Scalar>::value(int node, const Scalar* weights) const {
    const int operand = m_operands[node];
    return operand > 0 ? weights + m_offsets[operand - 1] : m_values[node].data();
}

template <class Scalar>
Scalar* WeightProducts<Scalar>::gradientOf(int node, Scalar* gradient) {
    const int operand = m_operands[node];
    return operand > 0 ? gradient + m_offsets[operand - 1]
                       : room(m_gradients[node], valuesOf(m_edgeSizes, m_layouts[node]));
}

template <class Scalar>
void WeightProducts<Scalar>::backward(const Scalar* weights, Scalar* gradient) {
    for (std::size_t i = m_steps.size(); i-- > 0;) {
        const Step& step = m_steps[i];
        const auto sizes = step.product.sizes(m_edgeSizes);
        const Scalar* result = gradientOf(step.node, gradient);
        const Scalar* a = step.aFits ? value(step.a, weights) : step.groupedA.data();
        const Scalar* b = step.bFits ? value(step.b, weights) : step.groupedB.data();
        Scalar* scratch = room(m_scratch, std::max(sizes.m, sizes.n) * sizes.k * sizes.shared);
        step.product.gradientA(sizes, result, b, scratch);
        relayout(m_edgeSizes, step.product.groupedA(), scratch, m_layouts[step.a],
                 gradientOf(step.a, gradient));
        step.product.gradientB(sizes, a, result, scratch, false);
        relayout(m_edgeSizes, step.product.groupedB(), scratch, m_layouts[step.b],
                 gradientOf(step.b, gradient));
    }
}

template class WeightProducts<float>;
template class WeightProducts<double>;

} // namespace rankscope
