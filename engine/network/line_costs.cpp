// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a LinePass does because it takes less time: decided once, by costs that were measured.
#include "engine/network/line_pass.h"

#include <cmath>

namespace rankscope {

namespace {

// In time of a multiply-accumulate at the peak, with columns as lanes.
constexpr double product = 1.2, oneVectorProduct = 1.9;   // columns in several vectors, in one
constexpr double gradient = 1.1, oneVectorGradient = 1.6; // of the weights
constexpr double inPieces = 1.5, valueByValue = 2.3;      // gradients of operands, by where they lie
constexpr double pieceValues = 4;                         // that are moved at once
constexpr double jointValue = 3;                          // of a gradient of joined weights, a frame

constexpr double inLines = 4.4;       // frames as lanes: a product and both its gradients
constexpr double fewestMacs = 50'000; // below, each frame costs more than its products

/// Of a product of the chain and of its gradients.
struct Costs {
    double macs, product, weights, operand;
};

class ColumnCosts {
public:
    ColumnCosts(const std::vector<Index>& edgeSizes, int width) : m_sizes(edgeSizes), m_width(width) {}

    double values(const std::vector<int>& edges) const {
        return static_cast<double>(valuesOf(m_sizes, edges));
    }
    double weightGradient(double macs, double columns) const {
        return macs * padded(columns) * (columns <= m_width ? oneVectorGradient : gradient);
    }
    /// `before`: the product that makes the operand; null where that is the frames, which have no gradient.
    Costs of(const ChainProduct& chained, const ChainProduct* before) const {
        const double columns = values(chained.columns), sums = values(chained.sums),
                     macs = values(chained.shared) * values(chained.rows) * sums * columns;
        const double costOfProduct =
            macs * padded(columns) * (columns <= m_width ? oneVectorProduct : product);
        if (!before) return {macs, costOfProduct, weightGradient(macs, columns), 0};
        std::vector<int> run = before->columns;
        std::erase_if(run, [&](int edge) { return !contains(chained.sums, edge); });
        const double move = std::fmod(values(run), pieceValues) == 0 ? inPieces : valueByValue;
        return {macs, costOfProduct, weightGradient(macs, columns), macs * padded(sums) * move};
    }

private:
    double padded(double count) const { return std::ceil(count / m_width) * m_width / count; }

    const std::vector<Index>& m_sizes;
    double m_width;
};

} // namespace

template <class Scalar>
LanesOf LinePass<Scalar>::better(const TensorNetwork& network, const ContractionPlan& plan) {
    std::vector<Index> sizes;
    for (const Edge& edge : network.edges) sizes.push_back(edge.size);
    const ColumnCosts costsOf(sizes, kernelsFor<Scalar>().width);
    double macs = 0, columnCost = 0, lineCost = 0;
    const auto chain = chainProducts(network, plan, network.legs(EdgeKind::Input), plan.nodes().size());
    for (std::size_t t = 0; t < chain.size(); ++t) {
        const Costs costs = costsOf.of(chain[t], t > 0 ? &chain[t - 1] : nullptr);
        macs += costs.macs;
        columnCost += costs.product + costs.weights + costs.operand;
        lineCost += costs.macs * (t > 0 ? inLines : inLines * 2 / 3);
    }
    return macs >= fewestMacs && columnCost <= lineCost ? LanesOf::Columns : LanesOf::Frames;
}

/// Against gradients of their own, for which what these products make is made again.
template <class Scalar>
void LinePass<Scalar>::chooseJoint(double keepValues) {
    if (m_lanes == LanesOf::Frames) return;
    const ColumnCosts costsOf(m_edgeSizes, kernelsFor<Scalar>().width);
    const double inputs = costsOf.values(m_inputs);
    double apart = 0, mostGain = 0;
    for (std::size_t t = 0; t + 1 < m_steps.size(); ++t) {
        const Costs costs = costsOf.of(m_steps[t], t > 0 ? &m_steps[t - 1] : nullptr);
        apart += costs.weights + costs.operand;
        double kept = 0;
        for (std::size_t later = t + 1; later < m_steps.size(); ++later)
            kept += costsOf.values(operandEdges(later));
        const JointEdges edges = jointEdges(t + 1);
        const double columns = costsOf.values(edges.columns);
        const double joint = costsOf.weightGradient(inputs * columns, columns) +
                             jointValue * costsOf.values(edges.sums) * columns;
        if (t > 0 && apart - joint > mostGain && kept <= keepValues) {
            mostGain = apart - joint;
            m_jointProducts = t + 1;
        }
        apart += costs.product;
    }
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
