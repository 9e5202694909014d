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

/// Entries from 0 on that rise by one.
int firstRun(const std::vector<int>& places) {
    int run = 1;
    while (run < static_cast<int>(places.size()) && places[run] == places[run - 1] + 1) ++run;
    return run;
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
    for (ChainProduct& product : chainProducts(network, plan, m_inputs, start.steps))
        m_steps.emplace_back(std::move(product));
    chooseJoint(keepValues);
    chooseSlices(keepValues);
    layWeights();
    makeFrameBlocks();
    makeTables(start.result);
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
typename LinePass<Scalar>::FrameBlocks
LinePass<Scalar>::frameBlocks(const std::vector<int>& rows, std::vector<Index> blockSizes, Sizes size) const {
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
    FrameBlocks blocks;
    for (const int edge : rows) blocks.rows *= static_cast<int>(blockSizes[edge]);
    blocks.begins = positions(
        rows, [&](int edge) { return size(edge) / blockSizes[edge]; },
        [&](int edge) { return blockSizes[edge] * m_frameStrides[edge]; });
    std::vector<int> outer = m_inputs;
    while (!outer.empty() && m_frameStrides[outer.back()] == blocks.runLength) {
        blocks.runLength *= blockSizes[outer.back()];
        outer.pop_back();
    }
    blocks.runBegins = positions(
        outer, [&](int edge) { return blockSizes[edge]; }, [&](int edge) { return m_frameStrides[edge]; });
    blocks.strides.assign(m_edgeSizes.size(), 0); // lines of a block lie as its values in a frame
    for (std::size_t i = m_inputs.size(); i-- > 0; blocks.lines *= blockSizes[m_inputs[i]])
        blocks.strides[m_inputs[i]] = blocks.lines;
    blocks.sizes = std::move(blockSizes);
    return blocks;
}

template <class Scalar>
void LinePass<Scalar>::makeFrameBlocks() {
    m_frameStrides.assign(m_edgeSizes.size(), 0);
    Index stride = 1;
    for (std::size_t i = m_inputs.size(); i-- > 0; stride *= m_edgeSizes[m_inputs[i]])
        m_frameStrides[m_inputs[i]] = stride;
    const auto size = [&](int edge) { return sizeIn(0, edge); };
    const std::vector<int> none;
    m_blocks = m_held ? frameBlocks(none, sizesOfSlice(), size)
                      : frameBlocks(m_steps.front().rows, sizesOfFirstBlock(), size);
}

template <class Scalar>
typename LinePass<Scalar>::JointEdges LinePass<Scalar>::jointEdges(std::size_t products) const {
    const Layout left = operandEdges(products);
    JointEdges edges;
    for (const int input : m_inputs) (contains(left, input) ? edges.rows : edges.sums).push_back(input);
    // as the result of the last of these products lies
    const Step& last = m_steps[products - 1];
    edges.columns = joined({&last.shared, &last.rows, &last.columns});
    std::erase_if(edges.columns, [&](int edge) { return contains(m_inputs, edge); });
    return edges;
}

/// Whether the rows of a result that differ in outputs alone fill vectors where they follow one another: as a
/// joint gradient reads them.
template <class Scalar>
bool LinePass<Scalar>::fillVectorsTogether(const Step& step) const {
    Layout values = joined({&step.rows, &step.columns});
    std::erase_if(values, [&](int edge) { return contains(m_inputs, edge); });
    return valuesOf(m_edgeSizes, values) % m_width == 0;
}

/// `inOperand`, `strides`: of the operand of the product after the joined ones, within a slice, in lines.
template <class Scalar>
void LinePass<Scalar>::makeJoint(FunctionRef<Index(int edge, Index value)> inOperand,
                                 const std::vector<Index>& strides) {
    Step& joint = m_joint.emplace();
    JointEdges edges = jointEdges(m_jointProducts);
    joint.rows = std::move(edges.rows);
    joint.sums = std::move(edges.sums);
    Index neighbours = 1;
    while (!edges.columns.empty() && strides[edges.columns.back()] == neighbours) {
        joint.columns.insert(joint.columns.begin(), edges.columns.back());
        neighbours *= m_edgeSizes[edges.columns.back()];
        edges.columns.pop_back();
    }
    joint.shared = std::move(edges.columns);
    joint.plain = {joined({&joint.shared, &joint.sums, &joint.columns}), {neighbours, padded(neighbours)}};

    const auto whole = [&](int edge) { return m_edgeSizes[edge]; };
    m_jointBlocks = frameBlocks(joint.rows, sizesOfJointBlock(), whole);
    const auto inBlock = [&](int edge, Index value) { return value * m_jointBlocks.strides[edge]; };
    joint.aRow = table(
        m_line, joint.rows, [&](int edge) { return m_jointBlocks.sizes[edge]; }, inBlock);
    joint.aStep = table(m_line, joint.sums, whole, inBlock);
    joint.aShared.assign(static_cast<std::size_t>(valuesOf(m_edgeSizes, joint.shared)), 0);
    const auto inSlices = [&](int edge, Index value) {
        Index sliceLines = m_steps[m_jointProducts].operandLines;
        for (std::size_t t = m_jointProducts + 1; t < m_steps.size(); ++t) {
            const Step& later = m_steps[t];
            if (edge == later.loopEdge)
                return value / later.block * sliceLines + inOperand(edge, value % later.block);
            sliceLines *= later.turns;
        }
        return inOperand(edge, value);
    };
    joint.cShared = table(m_line, joint.shared, whole, inSlices);
    joint.cRow = table(m_line, joint.rows, whole, inSlices);
    joint.cColumn.resize(static_cast<std::size_t>(padded(neighbours)));
}

template <class Scalar>
void LinePass<Scalar>::makeTables(const Layout& result) {
    std::vector<Index> strides = m_blocks.strides; // of the operand, in lines
    m_steps[0].operandLines = m_blocks.lines;
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
        const auto inRows = [&](int edge) { return t == 0 && !m_held ? m_blocks.sizes[edge] : size(edge); };
        if (m_jointProducts > 1 && t == m_jointProducts) makeJoint(inOperand, strides);
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
        if (m_jointProducts > 1 && t + 1 == m_jointProducts && fillVectorsTogether(step))
            step.columnLines = columns;
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
        while (static_cast<Index>(step.cColumn.size()) < step.columnLines && m_lanes == LanesOf::Columns)
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
