// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/line_pass.h"

#include <algorithm>
#include <stdexcept>

namespace rankscope {

namespace {

constexpr Index sliceLines = 4096;    // what one turn of the innermost loop touches: 256 KB of floats

bool contains(const std::vector<int>& edges, int edge) {
    return std::ranges::find(edges, edge) != edges.end();
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
                next.push_back(offset + static_cast<int>(at(edge, value) * lineLength));
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
        const auto joined = [&](const std::vector<int>& second, const std::vector<int>& third) {
            Layout layout = step.shared;
            layout.insert(layout.end(), second.begin(), second.end());
            layout.insert(layout.end(), third.begin(), third.end());
            return layout;
        };
        step.weights = joined(step.sums, step.columns);
        step.turned = joined(step.columns, step.sums);
        operand = joined(step.rows, step.columns);
        m_steps.push_back(std::move(step));
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
    for (std::size_t t = m_steps.size(); t-- > 1;) { // the last operand is always kept: it is the smallest
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
    for (std::size_t t = m_steps.size(); t-- > m_keptFrom;) {
        Step& step = m_steps[t];
        if (t == 0 || touched(t) <= sliceLines) break;
        const auto input =
            std::ranges::find_if(m_inputs, [&](int edge) { return contains(step.sums, edge); });
        if (input == m_inputs.end()) continue;
        const Index size = m_edgeSizes[*input];
        step.loopEdge = *input;
        for (step.block = size; step.block > 1; --step.block)
            if (size % step.block == 0 && touched(t) <= sliceLines) break;
        step.turns = size / step.block;
        if (step.turns == 1) step.loopEdge = -1;
        if (step.turns > 1 && m_frameLoop == 0) m_frameLoop = t;
    }
}

template <class Scalar>
void LinePass<Scalar>::makeTables() {
    std::vector<Index> strides(m_edgeSizes.size(), 0); // of the operand, in lines
    {
        Index stride = 1;
        for (std::size_t i = m_inputs.size(); i-- > 0;) {
            const int edge = m_inputs[i];
            strides[edge] = stride;
            const bool sliced = m_frameLoop > 0 && m_steps[m_frameLoop].loopEdge == edge;
            stride *= sliced ? m_steps[m_frameLoop].block : m_edgeSizes[edge];
        }
        m_steps[0].operandLines = stride;
    }
    for (std::size_t t = 0; t < m_steps.size(); ++t) {
        Step& step = m_steps[t];
        const Index turnLines = t > 0 ? m_steps[t - 1].cLines : 0;
        if (t > 0) step.operandLines = step.turns * turnLines;
        const auto size = [&](int edge) { return sizeIn(t, edge); };
        const auto inOperand = [&](int edge, Index value) {
            if (edge != step.loopEdge) return value * strides[edge];
            return value / step.block * turnLines + value % step.block * strides[edge];
        };
        step.aShared = table(step.shared, size, inOperand);
        step.aRow = table(step.rows, size, inOperand);
        step.aStep = table(step.sums, size, inOperand);

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

template <class Scalar>
void LinePass<Scalar>::product(const Step& step, const Scalar* a, const Scalar* weights, Scalar* c) const {
    LineProduct<Scalar> p{nullptr,
                          step.aRow.data(),
                          step.aStep.data(),
                          nullptr,
                          0,
                          nullptr,
                          step.cRow.data(),
                          step.cColumn.data(),
                          static_cast<int>(step.aRow.size()),
                          static_cast<int>(step.aStep.size()),
                          static_cast<int>(step.cColumn.size()),
                          false};
    p.bRow = p.columns;
    for (std::size_t s = 0; s < step.aShared.size(); ++s) {
        p.a = a + step.aShared[s];
        p.b = weights + static_cast<Index>(s) * p.depth * p.columns;
        p.c = c + step.cShared[s];
        kernelsFor<Scalar>().multiply(p);
    }
}

template <class Scalar>
void LinePass<Scalar>::operandGradient(const Step& step, const Scalar* c, const Scalar* turned,
                                       Scalar* a) const {
    LineProduct<Scalar> p{nullptr,
                          step.cRow.data(),
                          step.cColumn.data(),
                          nullptr,
                          0,
                          nullptr,
                          step.aRow.data(),
                          step.aStep.data(),
                          static_cast<int>(step.aRow.size()),
                          static_cast<int>(step.cColumn.size()),
                          static_cast<int>(step.aStep.size()),
                          false};
    p.bRow = p.columns;
    for (std::size_t s = 0; s < step.aShared.size(); ++s) {
        p.a = c + step.cShared[s];
        p.b = turned + static_cast<Index>(s) * p.depth * p.columns;
        p.c = a + step.aShared[s];
        kernelsFor<Scalar>().multiply(p);
    }
}

template <class Scalar>
void LinePass<Scalar>::weightGradient(const Step& step, const Scalar* a, const Scalar* c,
                                      Scalar* weights) const {
    LineGradient<Scalar> p{nullptr,
                           step.aRow.data(),
                           step.aStep.data(),
                           nullptr,
                           step.columnLines * lineLength,
                           nullptr,
                           static_cast<int>(step.aRow.size()),
                           static_cast<int>(step.aStep.size()),
                           static_cast<int>(step.cColumn.size())};
    for (std::size_t s = 0; s < step.aShared.size(); ++s) {
        p.a = a + step.aShared[s];
        p.c = c + step.cShared[s];
        p.b = weights + static_cast<Index>(s) * p.depth * p.columns;
        kernelsFor<Scalar>().gradient(p);
    }
}

/// One chunk on its way through the steps: `t` counts them, `slice` says which slice of the operand of step
/// t, `x` where in the frames' lines it begins.
template <class Scalar>
struct LinePass<Scalar>::Run {
    const LinePass& pass;
    const Frames& frames;
    const Weights& weights;
    Kept* kept; ///< null: nothing is kept
    Work& work;

    const Step& step(std::size_t t) const { return pass.m_steps[t]; }

    Scalar* operand(std::size_t t, Index slice) {
        const Index values = step(t).operandLines * lineLength;
        if (!kept || t < pass.m_keptFrom) return room(work.operands[t], values);
        Index slices = 1;
        for (std::size_t later = t + 1; later < pass.m_steps.size(); ++later) slices *= step(later).turns;
        return room(kept->operands[t], values * slices) + slice * values;
    }

    void loadFrames(Index turn) {
        Scalar* lines = room(work.operands[0], step(0).operandLines * lineLength);
        Index before = 1, size = 1, block = 1, after = 1;
        for (const int edge : pass.m_inputs) {
            if (pass.m_frameLoop > 0 && step(pass.m_frameLoop).loopEdge == edge) {
                before = after;
                after = 1;
                size = pass.m_edgeSizes[edge];
                block = step(pass.m_frameLoop).block;
            } else
                after *= pass.m_edgeSizes[edge];
        }
        for (Index i = 0; i < before; ++i, lines += block * after * lineLength)
            frames((i * size + turn * block) * after, block * after, lines);
    }

    /// Where the frames of a turn of step t begin, having turned them into lines where they come in.
    Index enter(std::size_t t, Index turn, Index x) {
        if (t > pass.m_frameLoop || step(t).loopEdge < 0) return x;
        if (t == pass.m_frameLoop) {
            loadFrames(turn);
            return 0;
        }
        Index stride = 1;
        for (std::size_t i = pass.m_inputs.size(); pass.m_inputs[--i] != step(t).loopEdge;) {
            const bool sliced = step(pass.m_frameLoop).loopEdge == pass.m_inputs[i];
            stride *= sliced ? step(pass.m_frameLoop).block : pass.m_edgeSizes[pass.m_inputs[i]];
        }
        return x + turn * step(t).block * stride * lineLength;
    }

    const Scalar* makeOperand(std::size_t t, Index slice, Index x) {
        if (t == 0) return work.operands[0].data() + x;
        Scalar* a = operand(t, slice);
        for (Index turn = 0; turn < step(t).turns; ++turn)
            make(t - 1, slice * step(t).turns + turn, enter(t, turn, x),
                 a + turn * pass.m_steps[t - 1].cLines * lineLength);
        return a;
    }

    void make(std::size_t t, Index slice, Index x, Scalar* c) {
        pass.product(step(t), makeOperand(t, slice, x), weights.plain[t], c);
    }

    void back(std::size_t t, Index slice, Index x, const Scalar* c, const std::vector<Scalar*>& gradients) {
        const bool again = t + 1 == pass.m_keptFrom; // operands from here down were not kept
        const Scalar* a = again || t == 0 ? makeOperand(t, slice, x) : operand(t, slice);
        pass.weightGradient(step(t), a, c, gradients[t]);
        if (t == 0) return;
        Scalar* gradient = room(work.gradients[t], step(t).operandLines * lineLength);
        pass.operandGradient(step(t), c, weights.turned[t], gradient);
        for (Index turn = 0; turn < step(t).turns; ++turn)
            back(t - 1, slice * step(t).turns + turn, enter(t, turn, x),
                 gradient + turn * pass.m_steps[t - 1].cLines * lineLength, gradients);
    }
};

template <class Scalar>
void LinePass<Scalar>::forward(const Frames& frames, const Weights& weights, Kept* kept, Work& work) const {
    work.operands.resize(m_steps.size());
    work.gradients.resize(m_steps.size());
    if (kept) kept->operands.resize(m_steps.size());
    Run run{*this, frames, weights, kept, work};
    if (m_frameLoop == 0) run.loadFrames(0);
    run.make(m_steps.size() - 1, 0, 0, room(work.root, rootValues()));
}

template <class Scalar>
void LinePass<Scalar>::backward(const Frames& frames, const Weights& weights, Kept& kept, Work& work,
                                const std::vector<Scalar*>& gradients) const {
    Run run{*this, frames, weights, &kept, work};
    if (m_frameLoop == 0) run.loadFrames(0);
    run.back(m_steps.size() - 1, 0, 0, work.root.data(), gradients);
}

template <class Scalar>
double LinePass<Scalar>::keptValues() const {
    double values = 0, slices = 1;
    for (std::size_t t = m_steps.size(); t-- > m_keptFrom; slices *= double(m_steps[t].turns))
        values += double(m_steps[t].operandLines) * slices * lineLength;
    return values;
}

template <class Scalar>
double LinePass<Scalar>::workValues() const {
    double lines = double(m_steps.back().cLines);
    for (std::size_t t = 0; t < m_steps.size(); ++t)
        lines += (t == 0 ? 1 : 2) * double(m_steps[t].operandLines);
    return lines * lineLength;
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
