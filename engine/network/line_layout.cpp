// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything lies for a LinePass: decided once.
#include "engine/base/error.h"
#include "engine/network/line_pass.h"

#include <algorithm>
#include <cmath>
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
std::vector<int> table(int line, const std::vector<int>& edges, Size size, At at) {
    std::vector<int> offsets{0};
    for (const int edge : edges) {
        std::vector<int> next;
        for (const int offset : offsets)
            for (Index value = 0; value < size(edge); ++value)
                next.push_back(checked(offset + at(edge, value) * line));
        offsets = std::move(next);
    }
    return offsets;
}

constexpr double pieceValues = 4; // of a gradient of an operand that are moved at once

/// Entries from 0 on that rise by one.
int firstRun(const std::vector<int>& places) {
    int run = 1;
    while (run < static_cast<int>(places.size()) && places[run] == places[run - 1] + 1) ++run;
    return run;
}

/// The edges of a product of weights and of what contains the frames.
struct Grouped {
    int weightNode;
    std::vector<int> shared, rows, sums, columns;
};

/// Columns that stay apart in the next product lie outside, those that it sums inside.
std::vector<Grouped> groupedProducts(const TensorNetwork& network, const ContractionPlan& plan,
                                     std::vector<int> operand, std::size_t most) {
    const auto& nodes = plan.nodes();
    std::vector<const ContractionPlan::Node*> products;
    for (const auto& node : nodes)
        if (node.operand < 0 && node.hasFrames && products.size() <= most) products.push_back(&node);
    const auto weightNode = [&](std::size_t t) {
        return nodes[products[t]->left].hasFrames ? products[t]->right : products[t]->left;
    };
    const auto weightEdges = [&](std::size_t t) -> const std::vector<int>& {
        const ContractionPlan::Node& weights = nodes[weightNode(t)];
        return weights.operand > 0 ? network.cores[weights.operand - 1].edges : weights.edges;
    };
    std::vector<Grouped> steps;
    for (std::size_t t = 0; t < std::min(most, products.size()); ++t) {
        Grouped step{weightNode(t), {}, {}, {}, {}};
        for (const int edge : operand)
            (!contains(weightEdges(t), edge)      ? step.rows
             : contains(products[t]->edges, edge) ? step.shared
                                                  : step.sums)
                .push_back(edge);
        for (const int edge : weightEdges(t))
            if (!contains(operand, edge)) step.columns.push_back(edge);
        if (t + 1 < products.size())
            std::ranges::stable_sort(step.columns, {}, [&](int edge) {
                return !contains(products[t + 1]->edges, edge) ? 2
                       : contains(weightEdges(t + 1), edge)    ? 0
                                                               : 1;
            });
        operand = joined({&step.shared, &step.rows, &step.columns});
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace

template <class Scalar>
LinePass<Scalar>::LinePass(const TensorNetwork& network, const ContractionPlan& plan, LanesOf lanes,
                           double keepValues)
    : LinePass(network, plan, lanes, keepValues, {plan.nodes().size(), {}, network.legs(EdgeKind::Output)}) {}

template <class Scalar>
LinePass<Scalar>::LinePass(const TensorNetwork& network, const ContractionPlan& plan, LanesOf lanes,
                           double keepValues, const Start& start)
    : m_lanes(lanes),
      m_line(chunkFrames(lanes)),
      m_width(lanes == LanesOf::Frames ? 1 : kernelsFor<Scalar>().width),
      m_inputs(network.legs(EdgeKind::Input)) {
    for (const Edge& edge : network.edges) m_edgeSizes.push_back(edge.size);
    std::erase_if(m_inputs, [&](int edge) { return contains(start.lanes, edge); });
    groupEdges(network, plan, start.steps);
    chooseSlices(keepValues);
    layWeights();
    makeFrameBlocks();
    makeTables(start.result);
}

template <class Scalar>
LanesOf LinePass<Scalar>::better(const TensorNetwork& network, const ContractionPlan& plan) {
    // Measured, in time of a multiply-accumulate at the peak: of a product and of both its gradients.
    constexpr double inLines = 4.4;
    constexpr double usual = 1.2, oneVector = 1.9;            // columns in several vectors, in one
    constexpr double gradient = 1.1, oneVectorGradient = 1.6; // of the weights
    constexpr double inPieces = 1.5, valueByValue = 2.3;      // gradients of operands, by where they lie
    constexpr double fewestMacs = 50'000; // below, each frame costs more than its products
    const double width = kernelsFor<Scalar>().width;
    const auto padded = [&](double count) { return std::ceil(count / width) * width / count; };
    const auto values = [&](const std::vector<int>& edges) {
        double all = 1;
        for (const int edge : edges) all *= static_cast<double>(network.edges[edge].size);
        return all;
    };
    double macs = 0, columnCost = 0, lineCost = 0;
    std::vector<int> before; // columns of the product before
    for (const Grouped& product :
         groupedProducts(network, plan, network.legs(EdgeKind::Input), plan.nodes().size())) {
        const double columns = values(product.columns), sums = values(product.sums),
                     products = values(product.shared) * values(product.rows) * sums * columns;
        std::vector<int> run = before;
        std::erase_if(run, [&](int edge) { return !contains(product.sums, edge); });
        const bool isOne = columns <= width, isFirst = before.empty();
        const double operand = std::fmod(values(run), pieceValues) == 0 ? inPieces : valueByValue;
        macs += products;
        lineCost += products * (isFirst ? inLines * 2 / 3 : inLines);
        columnCost +=
            products * (padded(columns) * (isOne ? oneVector + oneVectorGradient : usual + gradient) +
                        (isFirst ? 0 : padded(sums) * operand));
        before = product.columns;
    }
    return macs >= fewestMacs && columnCost <= lineCost ? LanesOf::Columns : LanesOf::Frames;
}

template <class Scalar>
void LinePass<Scalar>::groupEdges(const TensorNetwork& network, const ContractionPlan& plan,
                                  std::size_t steps) {
    for (Grouped& grouped : groupedProducts(network, plan, m_inputs, steps)) {
        Step step;
        step.weightNode = grouped.weightNode;
        step.shared = std::move(grouped.shared);
        step.rows = std::move(grouped.rows);
        step.sums = std::move(grouped.sums);
        step.columns = std::move(grouped.columns);
        m_steps.push_back(std::move(step));
    }
}

template <class Scalar>
void LinePass<Scalar>::layWeights() {
    for (Step& step : m_steps) {
        const auto wanted = [&](const Layout& outer, const Layout& inner) {
            const Index values = valuesOf(m_edgeSizes, inner);
            return WantedWeights{joined({&step.shared, &outer, &inner}), {values, padded(values)}};
        };
        step.plain = wanted(step.sums, step.columns);
        step.turned = wanted(step.columns, step.sums);
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
        step.aShared = table(m_line, step.shared, size, inOperand);
        step.aRow = table(m_line, step.rows, inRows, inOperand);
        step.aStep = table(m_line, step.sums, inTurn, inOperand);
        step.run = firstRun(step.aStep);
        step.rowRun = firstRun(step.aRow);

        const Index columns = linesOf(t, step.columns), rows = linesOf(t, step.rows);
        step.columnCount = static_cast<int>(columns);
        step.weightPart =
            t == 0 ? columns : linesOf(t, step.shared) * step.turned.rows.values * step.plain.rows.stride;
        // odd in lines: rows a power of two apart would fall on few sets of the cache
        step.columnLines = m_lanes == LanesOf::Frames ? columns | 1 : padded(columns);
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
        step.cShared = table(m_line, step.shared, size, inResult);
        step.cRow = table(m_line, step.rows, size, inResult);
        step.cColumn = table(m_line, step.columns, size, inResult);
        while (static_cast<Index>(step.cColumn.size()) < padded(columns))
            step.cColumn.push_back(step.cColumn.back() + m_line);
    }

    const Step& last = m_steps.back();
    std::vector<Index> places(m_edgeSizes.size(), 0); // in the flattened result
    Index place = 1;
    for (std::size_t i = result.size(); i-- > 0; place *= m_edgeSizes[result[i]]) places[result[i]] = place;
    const auto size = [&](int edge) { return m_edgeSizes[edge]; };
    const auto all = [&](int line, auto at) {
        std::vector<Index> found;
        for (const int s : table(line, last.shared, size, at))
            for (const int m : table(line, last.rows, size, at))
                for (const int n : table(line, last.columns, size, at)) found.push_back(Index{s} + m + n);
        return found;
    };
    m_rootOrder = all(1, [&](int edge, Index value) { return value * places[edge]; });
    m_rootPlaces = all(m_line, [&](int edge, Index value) { return value * strides[edge]; });
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
