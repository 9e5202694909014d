// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/map_product.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace rankscope {

namespace {
constexpr Index manyWeights = 1 << 20;      // above it a gradient per lane costs more than it brings
constexpr Index chunkValues = 1 << 18;      // 1 MB of floats: the operands of a chunk fit a level 2 cache
constexpr Index largeChunkValues = 1 << 24; // with many weights a chunk must be wide to be worth reading them
constexpr int maxLanes = 16;
constexpr double keepBytes = 512.0 * (1 << 20);

/// `buffer` with room for `size` values; memory is taken once and kept.
template <class Scalar>
Scalar* room(AlignedVector<Scalar>& buffer, Index size) {
    if (buffer.size() < static_cast<std::size_t>(size)) buffer.resize(static_cast<std::size_t>(size));
    return buffer.data();
}
} // namespace

template <class Scalar>
MapProduct<Scalar>::MapProduct(const TensorNetwork& network, Index frames)
    : m_plan(ContractionPlan::optimal(network, frames)),
      m_inputSize(network.inputSize()),
      m_outputs(network.legs(EdgeKind::Output)),
      m_offsets{0} {
    for (const Edge& edge : network.edges) m_edgeSizes.push_back(edge.size);
    m_edgeSizes.push_back(2); // the frame edge; any size but 1 while layouts are chosen
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core)
        m_offsets.push_back(m_offsets.back() + network.parameters(core));
    lowerProducts(network);
    chooseChunks();
}

template <class Scalar>
void MapProduct<Scalar>::lowerProducts(const TensorNetwork& network) {
    const auto& nodes = m_plan.nodes();
    const int frameEdge = static_cast<int>(network.edges.size());
    std::vector<std::vector<int>> summedNext(nodes.size()); // edges of a node that its parent's product sums
    for (const auto& parent : nodes) {
        if (parent.operand >= 0) continue;
        for (const int child : {parent.left, parent.right})
            for (const int edge : nodes[child].edges)
                if (std::ranges::find(parent.edges, edge) == parent.edges.end())
                    summedNext[child].push_back(edge);
    }
    m_layouts.resize(nodes.size());
    m_values.resize(nodes.size());
    m_nodeGradients.resize(nodes.size());
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const auto& node = nodes[i];
        if (node.operand == 0) {
            m_layouts[i] = network.legs(EdgeKind::Input);
            m_layouts[i].insert(m_layouts[i].begin(), frameEdge);
        } else if (node.operand > 0) {
            m_layouts[i] = network.cores[node.operand - 1].edges;
        } else {
            const int a = nodes[node.right].hasFrames ? node.right : node.left;
            const int b = a == node.right ? node.left : node.right;
            auto open = node.edges;
            if (node.hasFrames) open.push_back(frameEdge);
            Step step{a, b, i, ContractionStep(m_edgeSizes, m_layouts[a], m_layouts[b], open, summedNext[i])};
            m_layouts[i] = step.product.result();
            (node.hasFrames ? m_frameSteps : m_weightSteps).push_back(std::move(step));
        }
    }
    m_groupedA.resize(m_weightSteps.size());
    m_groupedBWeights.resize(m_weightSteps.size());
    m_groupedB.resize(m_frameSteps.size());
}

template <class Scalar>
void MapProduct<Scalar>::chooseChunks() {
    const auto& nodes = m_plan.nodes();
    double peak = 1;
    for (const Step& step : m_frameSteps) {
        m_keptValues += nodes[step.a].size;
        peak = std::max({peak, nodes[step.a].size, nodes[step.node].size});
    }
    m_large = parameters() > manyWeights;
    m_peak = static_cast<Index>(peak);
    m_chunkFrames = std::max<Index>(1, (m_large ? largeChunkValues : chunkValues) / m_peak);
}

template <class Scalar>
void MapProduct<Scalar>::deal(Index frames) {
    m_chunks = static_cast<int>((frames + m_chunkFrames - 1) / m_chunkFrames);
    m_laneCount = m_large ? 1 : std::min(maxLanes, m_chunks);
    if (m_lanes.size() < static_cast<std::size_t>(m_laneCount)) m_lanes.resize(m_laneCount);
    for (Lane& lane : m_lanes) {
        lane.edgeSizes = m_edgeSizes;
        lane.scratch.a.resize(m_frameSteps.size());
        lane.gradients.resize(m_frameSteps.size());
        room(lane.first, m_peak * m_chunkFrames);
        room(lane.second, m_peak * m_chunkFrames);
    }
}

template <class Scalar>
const Scalar* MapProduct<Scalar>::value(int node, const Scalar* weights) const {
    const int operand = m_plan.nodes()[node].operand;
    return operand > 0 ? weights + m_offsets[operand - 1] : m_values[node].data();
}

template <class Scalar>
Scalar* MapProduct<Scalar>::gradientOf(int node, Scalar* gradient) {
    const int operand = m_plan.nodes()[node].operand;
    return operand > 0 ? gradient + m_offsets[operand - 1]
                       : room(m_nodeGradients[node], valuesOf(m_edgeSizes, m_layouts[node]));
}

template <class Scalar>
void MapProduct<Scalar>::prepare(const Scalar* weights) {
    const auto grouped = [&](int node, const Layout& wanted, Buffer& buffer) -> const Scalar* {
        if (sameInMemory(m_edgeSizes, m_layouts[node], wanted)) return value(node, weights);
        relayout(m_edgeSizes, m_layouts[node], value(node, weights), wanted,
                 room(buffer, valuesOf(m_edgeSizes, wanted)));
        return buffer.data();
    };
    for (std::size_t i = 0; i < m_weightSteps.size(); ++i) {
        const Step& step = m_weightSteps[i];
        const Scalar* a = grouped(step.a, step.product.groupedA(), m_groupedA[i]);
        const Scalar* b = grouped(step.b, step.product.groupedB(), m_groupedBWeights[i]);
        step.product.multiply(step.product.sizes(m_edgeSizes), a, b,
                              room(m_values[step.node], valuesOf(m_edgeSizes, m_layouts[step.node])));
    }
    for (std::size_t i = 0; i < m_frameSteps.size(); ++i)
        grouped(m_frameSteps[i].b, m_frameSteps[i].product.groupedB(), m_groupedB[i]);
}

template <class Scalar>
const Scalar* MapProduct<Scalar>::groupedB(std::size_t step, const Scalar* weights) const {
    return m_groupedB[step].empty() ? value(m_frameSteps[step].b, weights) : m_groupedB[step].data();
}

template <class Scalar>
void MapProduct<Scalar>::forward(const FrameBlock& x, const Scalar* weights, Scalar* out, Index stride,
                                 ThreadPool& pool, bool keep) {
    prepare(weights);
    multiply(x, weights, out, stride, pool, keep);
}

template <class Scalar>
void MapProduct<Scalar>::forward(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out, Index stride,
                                 ThreadPool& pool, bool keep) {
    prepare(weights);
    multiply(x, weights, out, stride, pool, keep);
}

template <class Scalar>
void MapProduct<Scalar>::forwardPrepared(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out,
                                         Index stride, ThreadPool& pool) {
    multiply(x, weights, out, stride, pool, false);
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::multiply(const Rows& x, const Scalar* weights, Scalar* out, Index stride,
                                  ThreadPool& pool, bool keep) {
    if (x.size != m_inputSize) throw std::logic_error("frames of another size than the map's input");
    deal(x.count);
    keep = keep && m_keptValues * static_cast<double>(x.count) * sizeof(Scalar) <= keepBytes;
    m_keptFrames = keep ? x.count : 0;
    if (keep && m_kept.size() < static_cast<std::size_t>(m_chunks)) {
        m_kept.resize(m_chunks);
        for (Chunk& chunk : m_kept) chunk.a.resize(m_frameSteps.size());
    }
    pool.run(m_laneCount, [&](int lane) {
        for (int i = lane * m_chunks / m_laneCount; i < (lane + 1) * m_chunks / m_laneCount; ++i) {
            const Index first = i * m_chunkFrames, n = std::min(m_chunkFrames, x.count - first);
            forwardChunk(x, first, n, weights, keep ? m_kept[i] : m_lanes[lane].scratch, m_lanes[lane],
                         m_large ? &pool : nullptr);
            writeRoot(m_lanes[lane], out + first * stride, stride);
        }
    });
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::forwardChunk(const Rows& x, Index first, Index n, const Scalar* weights,
                                      Chunk& chunk, Lane& lane, ThreadPool* pool) const {
    lane.edgeSizes.back() = n;
    const auto target = [&](std::size_t step) {
        return room(chunk.a[step], valuesOf(lane.edgeSizes, m_frameSteps[step].product.groupedA()));
    };
    for (std::size_t i = 0; i <= m_frameSteps.size(); ++i) {
        // operand i of the chain of frame steps: made where its step wants it, or beside and then permuted
        const bool last = i == m_frameSteps.size();
        const Layout& made = i == 0 ? m_layouts[m_frameSteps[0].a] : m_frameSteps[i - 1].product.result();
        const bool inPlace = !last && sameInMemory(m_edgeSizes, made, m_frameSteps[i].product.groupedA());
        Scalar* const to = inPlace ? target(i) : lane.first.data();
        if (i == 0) {
            x.convert(first, n, to);
        } else {
            const ContractionStep& product = m_frameSteps[i - 1].product;
            product.multiply(product.sizes(lane.edgeSizes), chunk.a[i - 1].data(), groupedB(i - 1, weights),
                             to, pool);
        }
        if (!last && !inPlace)
            relayout(lane.edgeSizes, made, to, m_frameSteps[i].product.groupedA(), target(i));
    }
}

template <class Scalar>
std::vector<CopyAxis> MapProduct<Scalar>::rootAxes(const Lane& lane, Index stride) const {
    std::vector<CopyAxis> axes{{lane.edgeSizes.back(), 0, stride}};
    const Layout& layout = m_frameSteps.back().product.result();
    Index rest = 1;
    for (const int edge : m_outputs) rest *= m_edgeSizes[edge];
    for (const int edge : m_outputs) {
        rest /= m_edgeSizes[edge];
        axes.push_back({m_edgeSizes[edge], 0, rest});
    }
    Index inStride = 1;
    for (std::size_t i = layout.size(); i-- > 0;) {
        const auto output = std::ranges::find(m_outputs, layout[i]);
        const bool isFrame = output == m_outputs.end();
        axes[isFrame ? 0 : static_cast<std::size_t>(output - m_outputs.begin()) + 1].inStride = inStride;
        inStride *= lane.edgeSizes[layout[i]];
    }
    return axes;
}

template <class Scalar>
void MapProduct<Scalar>::writeRoot(const Lane& lane, Scalar* out, Index stride) const {
    stridedCopy<Scalar>(lane.first.data(), out, rootAxes(lane, stride));
}

template <class Scalar>
void MapProduct<Scalar>::backward(const FrameBlock& x, const Scalar* weights, const Scalar* outGradient,
                                  Index stride, Scalar* gradient, ThreadPool& pool) {
    differentiate(x, weights, outGradient, stride, gradient, pool);
}

template <class Scalar>
void MapProduct<Scalar>::backward(const RowBlock<Scalar>& x, const Scalar* weights, const Scalar* outGradient,
                                  Index stride, Scalar* gradient, ThreadPool& pool) {
    differentiate(x, weights, outGradient, stride, gradient, pool);
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::differentiate(const Rows& x, const Scalar* weights, const Scalar* outGradient,
                                       Index stride, Scalar* gradient, ThreadPool& pool) {
    const bool kept = m_keptFrames == x.count;
    pool.run(m_laneCount, [&](int number) {
        Lane& lane = m_lanes[number];
        const int begin = number * m_chunks / m_laneCount, end = (number + 1) * m_chunks / m_laneCount;
        for (int i = begin; i < end; ++i) {
            const Index first = i * m_chunkFrames, n = std::min(m_chunkFrames, x.count - first);
            Chunk& chunk = kept ? m_kept[i] : lane.scratch;
            if (!kept) forwardChunk(x, first, n, weights, chunk, lane, m_large ? &pool : nullptr);
            backwardChunk(n, weights, outGradient + first * stride, stride, chunk, lane, i > begin,
                          m_large ? &pool : nullptr);
        }
    });
    for (std::size_t i = 0; i < m_frameSteps.size(); ++i) {
        const Step& step = m_frameSteps[i];
        Buffer& sum = m_lanes[0].gradients[i];
        for (int lane = 1; lane < m_laneCount; ++lane)
            std::ranges::transform(sum, m_lanes[lane].gradients[i], sum.begin(), std::plus<>());
        relayout(m_edgeSizes, step.product.groupedB(), sum.data(), m_layouts[step.b],
                 gradientOf(step.b, gradient));
    }
    backwardWeights(weights, gradient);
}

template <class Scalar>
void MapProduct<Scalar>::backwardChunk(Index n, const Scalar* weights, const Scalar* outGradient,
                                       Index stride, const Chunk& chunk, Lane& lane, bool add,
                                       ThreadPool* pool) const {
    lane.edgeSizes.back() = n;
    auto axes = rootAxes(lane, stride);
    for (CopyAxis& axis : axes) std::swap(axis.inStride, axis.outStride);
    stridedCopy<Scalar>(outGradient, lane.first.data(), axes);
    for (std::size_t i = m_frameSteps.size(); i-- > 0;) { // lane.first: gradient of the result of step i
        const ContractionStep& product = m_frameSteps[i].product;
        const auto sizes = product.sizes(lane.edgeSizes);
        product.gradientB(sizes, chunk.a[i].data(), lane.first.data(),
                          room(lane.gradients[i], valuesOf(m_edgeSizes, product.groupedB())), add, pool);
        if (i == 0) break; // no gradient of the frames
        product.gradientA(sizes, lane.first.data(), groupedB(i, weights), lane.second.data(), pool);
        const Layout& made = m_frameSteps[i - 1].product.result();
        if (sameInMemory(m_edgeSizes, made, product.groupedA()))
            std::swap(lane.first, lane.second);
        else
            relayout(lane.edgeSizes, product.groupedA(), lane.second.data(), made, lane.first.data());
    }
}

template <class Scalar>
void MapProduct<Scalar>::backwardWeights(const Scalar* weights, Scalar* gradient) {
    for (std::size_t i = m_weightSteps.size(); i-- > 0;) {
        const Step& step = m_weightSteps[i];
        const auto sizes = step.product.sizes(m_edgeSizes);
        const Scalar* result = gradientOf(step.node, gradient);
        const Scalar* a = m_groupedA[i].empty() ? value(step.a, weights) : m_groupedA[i].data();
        const Scalar* b = m_groupedBWeights[i].empty() ? value(step.b, weights) : m_groupedBWeights[i].data();
        room(m_scratch, std::max(sizes.m, sizes.n) * sizes.k * sizes.shared);
        step.product.gradientA(sizes, result, b, m_scratch.data());
        relayout(m_edgeSizes, step.product.groupedA(), m_scratch.data(), m_layouts[step.a],
                 gradientOf(step.a, gradient));
        step.product.gradientB(sizes, a, result, m_scratch.data(), false);
        relayout(m_edgeSizes, step.product.groupedB(), m_scratch.data(), m_layouts[step.b],
                 gradientOf(step.b, gradient));
    }
}

template class MapProduct<float>;
template class MapProduct<double>;

} // namespace rankscope
