// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything lies for a LinePass: decided once.
#include "engine/base/error.h"
#include "engine/network/line_pass.h"

#include <algorithm>
#include <limits>

namespace rankscope {

namespace {

int checked(Index offset) {
    if (offset > std::numeric_limits<int>::max())
        throw Error("Intermediates of this model are too large: more than 2^27 values for a frame.",
                    "Use other modes or smaller ranks.");
    return static_cast<int>(offset);
}

/// For all index values of some edges, the last fastest: the sum over the edges of at(edge, value) lines, in
/// values.
template <class At, class Size>
std::vector<int> table(const std::vector<int>& edges, Size size, At at) {
    std::vector<int> offsets{0};
    for (const int edge : edges) {
        std::vector<int> next;
        for (const int offset : offsets)
            for (Index value = 0; value < size(edge); ++value)
                next.push_back(checked(offset + at(edge, value) * lineLength));
        offsets = std::move(next);
    }
    return offsets;
}

} // namespace

template <class Scalar>
LinePass<Scalar>::LinePass(const TensorNetwork& network, const ContractionPlan& plan, double keepValues)
    : LinePass(network, plan, keepValues, {plan.nodes().size(), {}, network.legs(EdgeKind::Output)}) {}

template <class Scalar>
LinePass<Scalar>::LinePass(const TensorNetwork& network, const ContractionPlan& plan, double keepValues,
                           const Start& start)
    : m_inputs(network.legs(EdgeKind::Input)) {
    for (const Edge& edge : network.edges) m_edgeSizes.push_back(edge.size);
    std::erase_if(m_inputs, [&](int edge) { return contains(start.lanes, edge); });
    groupEdges(network, plan, start.steps);
    chooseSlices(keepValues);
    layWeights();
    makeFrameBlocks();
    makeTables(start.result);
}

template <class Scalar>
void LinePass<Scalar>::groupEdges(const TensorNetwork& network, const ContractionPlan& plan,
                                  std::size_t steps) {
    const auto& nodes = plan.nodes();
    std::vector<int> operand = m_inputs; // edges of the frames' side
    for (const auto& node : nodes) {
        if (node.operand >= 0 || !node.hasFrames) continue;
        if (m_steps.size() == steps) break;
        Step step;
        step.weightNode = nodes[node.left].hasFrames ? node.right : node.left;
        const ContractionPlan::Node& weights = nodes[step.weightNode];
        const std::vector<int>& weightEdges =
            weights.operand > 0 ? network.cores[weights.operand - 1].edges : weights.edges;
        for (const int edge : operand)
            (!contains(weightEdges, edge) ? step.rows
             : contains(node.edges, edge) ? step.shared
                                          : step.sums)
                .push_back(edge);
        for (const int edge : weightEdges)
            if (!contains(operand, edge)) step.columns.push_back(edge);
        operand = joined({&step.shared, &step.rows, &step.columns});
        m_steps.push_back(std::move(step));
    }
}

template <class Scalar>
void LinePass<Scalar>::layWeights() {
    for (Step& step : m_steps) {
        step.weights = joined({&step.shared, &step.sums, &step.columns});
        step.turned = joined({&step.shared, &step.columns, &step.sums});
    }
}

template <class Scalar>
void LinePass<Scalar>::makeFrameBlocks() {
    m_frameStrides.assign(m_edgeSizes.size(), 0);
    Index stride = 1;
    for (std::size_t i = m_inputs.size(); i-- > 0; stride *= m_edgeSizes[m_inputs[i]])
        m_frameStrides[m_inputs[i]] = stride;
    m_blockSizes = m_held ? sizesOfSlice() : sizesOfBlock();

    const auto positions = [&](const std::vector<int>& edges, auto count, auto step) {
        std::vector<Index> found{0};
        for (const int edge : edges) {
            std::vector<Index> next;
            for (const Index position : found)
                for (Index value = 0; value < count(edge); ++value)
                    next.push_back(position + value * step(edge));
            found = std::move(next);
        }
        return found;
    };
    if (!m_held) {
        const std::vector<int>& rows = m_steps.front().rows;
        for (const int edge : rows) m_blockRows *= static_cast<int>(m_blockSizes[edge]);
        m_blockBegins = positions(
            rows, [&](int edge) { return sizeIn(0, edge) / m_blockSizes[edge]; },
            [&](int edge) { return m_blockSizes[edge] * m_frameStrides[edge]; });
    }
    std::vector<int> outer = m_inputs;
    m_runLength = 1;
    while (!outer.empty() && m_frameStrides[outer.back()] == m_runLength) {
        m_runLength *= m_blockSizes[outer.back()];
        outer.pop_back();
    }
    m_runBegins = positions(
        outer, [&](int edge) { return m_blockSizes[edge]; }, [&](int edge) { return m_frameStrides[edge]; });

    // How the lines of a block lie: as its values in a frame.
    m_blockStrides.assign(m_edgeSizes.size(), 0);
    stride = 1;
    for (std::size_t i = m_inputs.size(); i-- > 0; stride *= m_blockSizes[m_inputs[i]])
        m_blockStrides[m_inputs[i]] = stride;
}

template <class Scalar>
void LinePass<Scalar>::makeTables(const Layout& result) {
    std::vector<Index> strides = m_blockStrides; // of the operand, in lines
    m_steps[0].operandLines = 1;
    for (const int edge : m_inputs) m_steps[0].operandLines *= m_blockSizes[edge];
    for (std::size_t t = 0; t < m_steps.size(); ++t) {
        Step& step = m_steps[t];
        const Index turnLines = t > 0 ? resultLines(t - 1) : 0;
        if (t > 0) step.operandLines = (step.adds ? 1 : step.turns) * turnLines;
        const auto size = [&](int edge) { return sizeIn(t, edge); };
        const auto inTurn = [&](int edge) {
            return step.adds && edge == step.loopEdge ? step.block : size(edge);
        };
        const auto inOperand = [&](int edge, Index value) {
            if (edge == m_rankEdge && t == m_holdStep + 1)
                return value / m_rankBlock * m_steps[t - 1].cLines + value % m_rankBlock * strides[edge];
            if (edge != step.loopEdge || step.adds) return value * strides[edge];
            return value / step.block * turnLines + value % step.block * strides[edge];
        };
        const auto inRows = [&](int edge) { return t == 0 && !m_held ? m_blockSizes[edge] : size(edge); };
        step.aShared = table(step.shared, size, inOperand);
        step.aRow = table(step.rows, inRows, inOperand);
        step.aStep = table(step.sums, inTurn, inOperand);

        const Index columns = linesOf(t, step.columns), rows = linesOf(t, step.rows);
        step.weightRow = valuesOf(m_edgeSizes, step.columns);
        step.weightPart =
            t == 0 ? columns : linesOf(t, step.shared) * valuesOf(m_edgeSizes, step.sums) * columns;
        step.columnLines = columns | 1; // odd: rows a power of two apart would fall on few sets of the cache
        step.cLines = linesOf(t, step.shared) * rows * step.columnLines;
        Index stride = 1;
        const auto lay = [&](const std::vector<int>& edges) {
            for (std::size_t i = edges.size(); i-- > 0;) {
                strides[edges[i]] = stride;
                stride *= sizeIn(t, edges[i]);
            }
        };
        lay(step.columns);
        stride = step.columnLines;
        lay(step.rows);
        lay(step.shared);
        const auto inResult = [&](int edge, Index value) { return value * strides[edge]; };
        step.cShared = table(step.shared, size, inResult);
        step.cRow = table(step.rows, size, inResult);
        step.cColumn = table(step.columns, size, inResult);
    }

    const Step& last = m_steps.back();
    std::vector<Index> places(m_edgeSizes.size(), 0); // in the flattened result
    Index place = 1;
    for (std::size_t i = result.size(); i-- > 0; place *= m_edgeSizes[result[i]]) places[result[i]] = place;
    const auto all = [&](auto at) {
        std::vector<Index> found;
        for (const int s : table(
                 last.shared, [&](int e) { return m_edgeSizes[e]; }, at))
            for (const int m : table(
                     last.rows, [&](int e) { return m_edgeSizes[e]; }, at))
                for (const int n : table(
                         last.columns, [&](int e) { return m_edgeSizes[e]; }, at))
                    found.push_back((Index{s} + m + n) / lineLength);
        return found;
    };
    m_rootOrder = all([&](int edge, Index value) { return value * places[edge]; });
    m_rootLines = all([&](int edge, Index value) { return value * strides[edge]; });
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
