// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a LinePass divides its work and where everything lies: all that is decided once.
#include "engine/base/error.h"
#include "engine/network/line_pass.h"

#include <algorithm>
#include <limits>

namespace rankscope {

namespace {

constexpr Index sliceLines = 12288; // what one turn of the innermost loop touches: 768 KB of floats
constexpr Index heldLines = 8192;   // of the frames of a slice, where they are held: 512 KB
constexpr Index blockLines = 400;   // of frames, turned when they are multiplied: 25 KB
constexpr Index fewestRows = 12;    // of a block: two tiles
constexpr Index longRunLines = 2048, shortRun = 64;

bool contains(const std::vector<int>& edges, int edge) {
    return std::ranges::find(edges, edge) != edges.end();
}

int checked(Index offset) {
    if (offset > std::numeric_limits<int>::max())
        throw Error("Intermediates of this model are too large: more than 2^27 values for a frame.",
                    "Use other modes or smaller ranks.");
    return static_cast<int>(offset);
}

std::vector<int> joined(const std::vector<int>& first, const std::vector<int>& second,
                        const std::vector<int>& third) {
    std::vector<int> all = first;
    all.insert(all.end(), second.begin(), second.end());
    all.insert(all.end(), third.begin(), third.end());
    return all;
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
    : m_inputs(network.legs(EdgeKind::Input)) {
    for (const Edge& edge : network.edges) {
        m_edgeSizes.push_back(edge.size);
        m_outputMode.push_back(edge.kind == EdgeKind::Output ? edge.mode : -1);
    }
    groupEdges(network, plan);
    chooseSlices(keepValues);
    layWeights();
    makeFrameBlocks();
    makeTables();
}

template <class Scalar>
void LinePass<Scalar>::groupEdges(const TensorNetwork& network, const ContractionPlan& plan) {
    const auto& nodes = plan.nodes();
    std::vector<int> operand = m_inputs; // edges of the frames' side
    for (const auto& node : nodes) {
        if (node.operand >= 0 || !node.hasFrames) continue;
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
        operand = joined(step.shared, step.rows, step.columns);
        m_steps.push_back(std::move(step));
    }
}

template <class Scalar>
void LinePass<Scalar>::layWeights() {
    for (Step& step : m_steps) {
        step.weights = joined(step.shared, step.sums, step.columns);
        step.turned = joined(step.shared, step.columns, step.sums);
    }
}

template <class Scalar>
Index LinePass<Scalar>::sizeIn(std::size_t step, int edge) const {
    for (std::size_t later = step + 1; later < m_steps.size(); ++later)
        if (m_steps[later].loopEdge == edge) return m_steps[later].block;
    return m_edgeSizes[edge];
}

template <class Scalar>
Index LinePass<Scalar>::linesOf(std::size_t step, const std::vector<int>& edges) const {
    Index lines = 1;
    for (const int edge : edges) lines *= sizeIn(step, edge);
    return lines;
}

template <class Scalar>
void LinePass<Scalar>::chooseSlices(double keepValues) {
    const auto operandLines = [&](std::size_t t) {
        return linesOf(t, m_steps[t].shared) * linesOf(t, m_steps[t].rows) * linesOf(t, m_steps[t].sums);
    };
    double kept = 0;
    for (std::size_t t = m_steps.size(); t-- > 1;) { // the last always: loops begin there
        kept += static_cast<double>(operandLines(t) * lineLength);
        if (t + 1 < m_steps.size() && kept > keepValues) break;
        m_keptFrom = t;
    }
    // What lies below a loop is made and read in each of its turns: the frames, and intermediates with
    // gradients.
    const auto touched = [&](std::size_t loop) {
        Index lines = operandLines(0);
        for (std::size_t t = 1; t < loop; ++t) lines += 2 * operandLines(t);
        return lines;
    };
    const bool again = m_keptFrom > 1; // something is made again, from frames that are better held
    const auto frameLines = [&] {
        Index lines = 1;
        for (const int edge : m_inputs) lines *= sizeIn(0, edge);
        return lines;
    };
    const auto fits = [&](std::size_t loop) {
        return touched(loop) <= sliceLines && (!again || frameLines() <= heldLines);
    };
    const auto holdFrom = [&](std::size_t step) {
        m_held = again && frameLines() <= heldLines;
        m_holdStep = step;
    };
    holdFrom(m_steps.size() - 1);
    for (std::size_t t = m_steps.size(); t-- > std::max<std::size_t>(m_keptFrom - 1, 1);) {
        Step& step = m_steps[t];
        // What is kept is put together before it is multiplied. Of what is not, each turn is multiplied at
        // once, so that it need not be made again for the turns of `backward`, from frames that are held.
        const bool adds = t < m_keptFrom;
        if (fits(t) || (adds && !m_held)) break;
        const auto input =
            std::ranges::find_if(m_inputs, [&](int edge) { return contains(step.sums, edge); });
        if (input == m_inputs.end()) continue;
        const Index size = m_edgeSizes[*input];
        step.loopEdge = *input;
        for (step.block = size; step.block > 1; --step.block)
            if (size % step.block == 0 && fits(t)) break;
        step.turns = size / step.block;
        if (step.turns == 1) {
            step.loopEdge = -1;
        } else if (adds) {
            step.adds = true;
            // first, so that the weights of a turn follow one another
            std::stable_partition(step.sums.begin(), step.sums.end(),
                                  [&](int edge) { return edge == step.loopEdge; });
        } else {
            holdFrom(t - 1);
        }
    }
}

/// All of a slice: that of a loop that adds is taken apart when it is read.
template <class Scalar>
std::vector<Index> LinePass<Scalar>::sizesOfSlice() const {
    std::vector<Index> sizes(m_edgeSizes.size(), 1);
    for (const int edge : m_inputs) sizes[edge] = sizeIn(0, edge);
    for (const Step& step : m_steps)
        if (step.adds) sizes[step.loopEdge] = m_edgeSizes[step.loopEdge];
    return sizes;
}

/// All values of the last row edges and a part of the one before them, as large as fits.
template <class Scalar>
std::vector<Index> LinePass<Scalar>::sizesOfBlock() const {
    const Step& first = m_steps.front();
    const Index sums = linesOf(0, first.sums);
    std::vector<Index> sizes;
    for (const Index wanted : {blockLines, longRunLines}) {
        const Index most = std::max(wanted, fewestRows * sums);
        sizes.assign(m_edgeSizes.size(), 1);
        for (const int edge : first.sums) sizes[edge] = m_edgeSizes[edge];
        Index rows = 1;
        for (std::size_t i = first.rows.size(); i-- > 0;) {
            const int edge = first.rows[i];
            const Index size = sizeIn(0, edge);
            for (Index part = size; part > 1 && sizes[edge] == 1; --part)
                if (size % part == 0 && sums * rows * part <= most) sizes[edge] = part;
            rows *= sizes[edge];
            if (sizes[edge] < size) break;
        }
        // short runs of neighbouring values are turned slowly: better a larger block from a farther cache
        if (contains(first.sums, m_inputs.back()) || rows >= shortRun) break;
    }
    return sizes;
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
void LinePass<Scalar>::makeTables() {
    std::vector<Index> strides = m_blockStrides; // of the operand, in lines
    m_steps[0].operandLines = 1;
    for (const int edge : m_inputs) m_steps[0].operandLines *= m_blockSizes[edge];
    for (std::size_t t = 0; t < m_steps.size(); ++t) {
        Step& step = m_steps[t];
        const Index turnLines = t > 0 ? m_steps[t - 1].cLines : 0;
        if (t > 0) step.operandLines = (step.adds ? 1 : step.turns) * turnLines;
        const auto size = [&](int edge) { return sizeIn(t, edge); };
        const auto inTurn = [&](int edge) {
            return step.adds && edge == step.loopEdge ? step.block : size(edge);
        };
        const auto inOperand = [&](int edge, Index value) {
            if (edge != step.loopEdge || step.adds) return value * strides[edge];
            return value / step.block * turnLines + value % step.block * strides[edge];
        };
        const auto inRows = [&](int edge) { return t == 0 && !m_held ? m_blockSizes[edge] : size(edge); };
        step.aShared = table(step.shared, size, inOperand);
        step.aRow = table(step.rows, inRows, inOperand);
        step.aStep = table(step.sums, inTurn, inOperand);

        const Index columns = linesOf(t, step.columns), rows = linesOf(t, step.rows);
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
    std::vector<Index> places(m_edgeSizes.size(), 0); // of output legs in the flattened output
    Index place = 1;
    std::vector<int> outputs;
    for (const auto* group : {&last.shared, &last.rows, &last.columns})
        outputs.insert(outputs.end(), group->begin(), group->end());
    std::ranges::sort(outputs, std::greater<>(), [&](int edge) { return m_outputMode[edge]; });
    for (const int edge : outputs) {
        places[edge] = place;
        place *= m_edgeSizes[edge];
    }
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
