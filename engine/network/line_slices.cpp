// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a LinePass divides its work so that it stays in the caches: decided once.
#include "engine/network/line_pass.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr Index littleShare = 3; // of the frames: the last intermediate is kept in any case
constexpr Index fewestRows = 12; // of a block: two tiles
constexpr Index shortRun = 64;
constexpr Index jointBlock = 65536; // values of a frame that a joint gradient reads at once

/// In lines, which are 16 floats or one.
struct Bounds {
    Index slice;        ///< what one turn of the innermost loop touches
    Index held;         ///< of the frames of a slice, where they are held
    Index block;        ///< of frames, turned when they are multiplied
    Index longRunBlock; ///< the same, for runs that are not short
    Index columns;      ///< at least so many of the first product, for a part of a shared rank
};
constexpr Bounds boundsOf(LanesOf lanes) {
    return lanes == LanesOf::Frames ? Bounds{12288, 8192, 400, 2048, 8}
                                    : Bounds{24576, 16384, 2048, 8192, 32};
}

/// So that the weights of each part of that edge follow one another.
void toFront(std::vector<int>& edges, int first) {
    std::stable_partition(edges.begin(), edges.end(), [&](int edge) { return edge == first; });
}

} // namespace

template <class Scalar>
Index LinePass<Scalar>::sizeIn(std::size_t step, int edge) const {
    for (std::size_t later = step + 1; later < m_steps.size(); ++later)
        if (m_steps[later].loopEdge == edge) return m_steps[later].block;
    if (edge == m_rankEdge && step <= m_holdStep) return m_rankBlock;
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
    const Bounds bounds = boundsOf(m_lanes);
    double kept = 0;
    m_keptFrom = m_jointProducts > 1 ? m_jointProducts : m_steps.size();
    while (m_jointProducts == 1 && m_keptFrom > 1) {
        const Index lines = operandLines(m_keptFrom - 1);
        kept += static_cast<double>(lines * m_line);
        const bool isLittle = m_keptFrom == m_steps.size() && lines <= linesOf(0, m_inputs) / littleShare;
        if (kept > keepValues && !isLittle) break;
        --m_keptFrom;
    }
    // What lies below a loop is made and read in each of its turns: the frames, and intermediates with their
    // own gradients.
    const auto touched = [&](std::size_t loop) {
        Index lines = operandLines(0);
        for (std::size_t t = 1; t < loop; ++t) lines += (t < m_jointProducts ? 1 : 2) * operandLines(t);
        return lines;
    };
    const bool again = m_keptFrom > 1; // something is made again, from frames that are better held
    const auto frameLines = [&] { return linesOf(0, m_inputs); };
    const auto fits = [&](std::size_t loop) {
        return touched(loop) <= bounds.slice && (!again || frameLines() <= bounds.held);
    };
    const auto holdFrom = [&](std::size_t step) {
        m_held = again && frameLines() <= bounds.held;
        m_holdStep = step;
    };
    holdFrom(m_steps.size() - 1);
    for (std::size_t t = m_steps.size(); t-- > std::max<std::size_t>(m_keptFrom - 1, 1);) {
        Step& step = m_steps[t];
        // What is kept is put together before it is multiplied. Of what is not, each turn is multiplied at
        // once, so that it need not be made again for the turns of `backward`, from frames that are held.
        const bool adds = t < m_keptFrom;
        const bool isLast = t + 1 == m_steps.size();
        if (fits(t) || (adds && !m_held && !isLast)) break;
        if (adds && m_rankEdge < 0 && !isLast && m_jointProducts == 1) {
            cutRank([&] { return fits(t); });
            if (fits(t)) break;
        }
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
            toFront(step.sums, step.loopEdge);
        } else {
            holdFrom(t - 1);
        }
    }
}

/// Cuts the rank that all cores share until what is done with a part fits, or the first product would have
/// too few columns.
template <class Scalar>
void LinePass<Scalar>::cutRank(FunctionRef<bool()> fits) {
    if (m_holdStep >= m_keptFrom) return; // what is kept is whole
    Step& first = m_steps.front();
    const auto everywhere = std::ranges::find_if(first.columns, [&](int edge) {
        return contains(m_steps.back().sums, edge) &&
               std::all_of(m_steps.begin() + 1, m_steps.end() - 1,
                           [&](const Step& step) { return contains(step.shared, edge); });
    });
    if (everywhere == first.columns.end()) return;
    m_rankEdge = *everywhere;
    const Index size = m_edgeSizes[m_rankEdge];
    m_rankBlock = size;
    const Index others = linesOf(0, first.columns) / size;
    for (Index block = size - 1; block > 0 && !fits(); --block)
        if (size % block == 0 && block * others >= boundsOf(m_lanes).columns) m_rankBlock = block;
    m_rankParts = size / m_rankBlock;
    toFront(first.columns, m_rankEdge);
    for (Step& step : m_steps) toFront(step.shared, m_rankEdge);
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
std::vector<Index> LinePass<Scalar>::sizesOfBlock(const ChainProduct& product, Sizes size, Index most) const {
    std::vector<Index> sizes(m_edgeSizes.size(), 1);
    for (const int edge : product.sums) sizes[edge] = m_edgeSizes[edge];
    const Index sums = valuesOf(m_edgeSizes, product.sums);
    most = std::max(most, fewestRows * sums);
    Index rows = 1;
    for (std::size_t i = product.rows.size(); i-- > 0;) {
        const int edge = product.rows[i];
        for (Index part = size(edge); part > 1 && sizes[edge] == 1; --part)
            if (size(edge) % part == 0 && sums * rows * part <= most) sizes[edge] = part;
        rows *= sizes[edge];
        if (sizes[edge] < size(edge)) break;
    }
    return sizes;
}

template <class Scalar>
std::vector<Index> LinePass<Scalar>::sizesOfFirstBlock() const {
    const Step& first = m_steps.front();
    const auto size = [&](int edge) { return sizeIn(0, edge); };
    const Bounds bounds = boundsOf(m_lanes);
    const std::vector<Index> sizes = sizesOfBlock(first, size, bounds.block);
    // short runs of neighbouring values are turned slowly: better a larger block from a farther cache
    if (contains(first.sums, m_inputs.back()) || valuesOf(sizes, first.rows) >= shortRun) return sizes;
    return sizesOfBlock(first, size, bounds.longRunBlock);
}

template <class Scalar>
std::vector<Index> LinePass<Scalar>::sizesOfJointBlock() const {
    return sizesOfBlock(
        *m_joint, [&](int edge) { return m_edgeSizes[edge]; }, jointBlock);
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
