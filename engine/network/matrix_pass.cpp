// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/matrix_pass.h"

#include "engine/network/laid_weights.h"

#include <algorithm>
#include <functional>

namespace rankscope {

namespace {
constexpr Index chunkValues = 1 << 18;      // 1 MB of floats: the operands of a chunk fit a level 2 cache
constexpr Index largeChunkValues = 1 << 24; // with many weights a chunk must be wide to be worth reading them
constexpr int maxLanes = 16;
} // namespace

template <class Scalar>
MatrixPass<Scalar>::MatrixPass(const TensorNetwork& network, const ContractionPlan& plan,
                               const WeightProducts<Scalar>& weightProducts, bool manyWeights,
                               double keepBytes)
    : m_edgeSizes(weightProducts.edgeSizes()),
      m_outputs(network.legs(EdgeKind::Output)),
      m_frameLayout(network.legs(EdgeKind::Input)),
      m_manyWeights(manyWeights),
      m_keepBytes(keepBytes) {
    addSteps(plan, weightProducts, 0);
}

template <class Scalar>
MatrixPass<Scalar>::MatrixPass(const TensorNetwork& network, const ContractionPlan& plan,
                               const WeightProducts<Scalar>& weightProducts, std::size_t firstStep,
                               const Layout& operand)
    : m_edgeSizes(weightProducts.edgeSizes()),
      m_outputs(network.legs(EdgeKind::Output)),
      m_frameLayout(operand),
      m_manyWeights(false),
      m_keepBytes(0) {
    m_edgeSizes.back() = 1;
    addSteps(plan, weightProducts, firstStep);
}

template <class Scalar>
void MatrixPass<Scalar>::addSteps(const ContractionPlan& plan, const WeightProducts<Scalar>& weightProducts,
                                  std::size_t firstStep) {
    const auto& nodes = plan.nodes();
    const auto summed = WeightProducts<Scalar>::summedByParent(plan);
    const int frameEdge = static_cast<int>(m_edgeSizes.size()) - 1;
    m_frameLayout.insert(m_frameLayout.begin(), frameEdge);
    Layout layout = m_frameLayout; // of the frames' side
    double peak = 1;
    std::size_t step = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& node = nodes[i];
        if (node.operand >= 0 || !node.hasFrames || step++ < firstStep) continue;
        const int a = nodes[node.right].hasFrames ? node.right : node.left;
        const int b = a == node.right ? node.left : node.right;
        auto open = node.edges;
        open.push_back(frameEdge);
        ContractionStep product(m_edgeSizes, layout, weightProducts.layout(b), open, summed[i]);
        if (firstStep > 0 && m_steps.empty()) m_frameLayout = layout = product.groupedA();
        const bool aFits = sameInMemory(m_edgeSizes, layout, product.groupedA()),
                   bFits = sameInMemory(m_edgeSizes, weightProducts.layout(b), product.groupedB());
        m_steps.push_back({b, std::move(product), aFits, bFits, {}});
        layout = m_steps.back().product.result();
        m_keptValues += nodes[a].size;
        peak = std::max({peak, nodes[a].size, node.size});
    }
    m_peak = static_cast<Index>(peak);
    m_chunkFrames = std::max<Index>(1, (m_manyWeights ? largeChunkValues : chunkValues) / m_peak);
}

template <class Scalar>
Layout MatrixPass<Scalar>::rowLayout() const {
    Layout layout = m_frameLayout;
    std::erase(layout, static_cast<int>(m_edgeSizes.size()) - 1);
    return layout;
}

template <class Scalar>
void MatrixPass<Scalar>::deal(Index frames) {
    m_chunks = static_cast<int>((frames + m_chunkFrames - 1) / m_chunkFrames);
    m_laneCount = m_manyWeights ? 1 : std::min(maxLanes, m_chunks);
    if (m_lanes.size() < static_cast<std::size_t>(m_laneCount)) m_lanes.resize(m_laneCount);
    for (Lane& lane : m_lanes) {
        lane.edgeSizes = m_edgeSizes;
        lane.scratch.a.resize(m_steps.size());
        lane.gradients.resize(m_steps.size());
        const Index values = m_peak * std::min(m_chunkFrames, frames);
        room(lane.first, values);
        room(lane.second, values);
    }
}

template <class Scalar>
void MatrixPass<Scalar>::prepare(const WeightProducts<Scalar>& products, const Scalar* weights) {
    for (Step& step : m_steps) {
        if (!step.bFits)
            laidWeights(products, step.weightNode, weights, step.product.groupedB(), step.groupedB);
    }
}

template <class Scalar>
const Scalar* MatrixPass<Scalar>::groupedB(std::size_t step, const WeightProducts<Scalar>& products,
                                           const Scalar* weights) const {
    const Step& s = m_steps[step];
    return s.bFits ? products.value(s.weightNode, weights) : s.groupedB.data();
}

template <class Scalar>
template <class Rows>
void MatrixPass<Scalar>::forward(const Rows& x, const WeightProducts<Scalar>& products, const Scalar* weights,
                                 Scalar* out, Index stride, ThreadPool& pool, bool keep) {
    deal(x.count);
    keep = keep && m_keptValues * static_cast<double>(x.count) * sizeof(Scalar) <= m_keepBytes;
    m_keptFrames = keep ? x.count : 0;
    if (keep && m_kept.size() < static_cast<std::size_t>(m_chunks)) {
        m_kept.resize(m_chunks);
        for (Chunk& chunk : m_kept) chunk.a.resize(m_steps.size());
    }
    pool.run(m_laneCount, [&](int number) {
        Lane& lane = m_lanes[number];
        for (int i = number * m_chunks / m_laneCount; i < (number + 1) * m_chunks / m_laneCount; ++i) {
            const Index first = i * m_chunkFrames, n = std::min(m_chunkFrames, x.count - first);
            forwardChunk(x, first, n, products, weights, keep ? m_kept[i] : lane.scratch, lane,
                         m_manyWeights ? &pool : nullptr);
            stridedCopy<Scalar>(lane.first.data(), out + first * stride, rootAxes(lane, stride));
        }
    });
}

template <class Scalar>
template <class Rows>
void MatrixPass<Scalar>::forwardChunk(const Rows& x, Index first, Index n,
                                      const WeightProducts<Scalar>& products, const Scalar* weights,
                                      Chunk& chunk, Lane& lane, ThreadPool* pool) const {
    lane.edgeSizes.back() = n;
    const auto target = [&](std::size_t step) {
        return room(chunk.a[step], valuesOf(lane.edgeSizes, m_steps[step].product.groupedA()));
    };
    for (std::size_t i = 0; i <= m_steps.size(); ++i) {
        // operand i of the chain of frame steps: made where its step wants it, or beside and then permuted
        const bool last = i == m_steps.size();
        const Layout& made = i == 0 ? m_frameLayout : m_steps[i - 1].product.result();
        const bool inPlace = !last && m_steps[i].aFits;
        Scalar* const to = inPlace ? target(i) : lane.first.data();
        if (i == 0) {
            x.convert(first, n, to);
        } else {
            const ContractionStep& product = m_steps[i - 1].product;
            product.multiply(product.sizes(lane.edgeSizes), chunk.a[i - 1].data(),
                             groupedB(i - 1, products, weights), to, pool);
        }
        if (!last && !inPlace) relayout(lane.edgeSizes, made, to, m_steps[i].product.groupedA(), target(i));
    }
}

template <class Scalar>
std::vector<CopyAxis>& MatrixPass<Scalar>::rootAxes(Lane& lane, Index stride) const {
    auto& axes = lane.axes;
    axes.assign(1, {lane.edgeSizes.back(), 0, stride});
    const Layout& layout = m_steps.back().product.result();
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
template <class Rows>
void MatrixPass<Scalar>::backward(const Rows& x, WeightProducts<Scalar>& products, const Scalar* weights,
                                  const Scalar* outGradient, Index stride, Scalar* gradient,
                                  ThreadPool& pool) {
    const bool kept = m_keptFrames == x.count;
    ThreadPool* shared = m_manyWeights ? &pool : nullptr;
    pool.run(m_laneCount, [&](int number) {
        Lane& lane = m_lanes[number];
        const int begin = number * m_chunks / m_laneCount, end = (number + 1) * m_chunks / m_laneCount;
        for (int i = begin; i < end; ++i) {
            const Index first = i * m_chunkFrames, n = std::min(m_chunkFrames, x.count - first);
            Chunk& chunk = kept ? m_kept[i] : lane.scratch;
            if (!kept) forwardChunk(x, first, n, products, weights, chunk, lane, shared);
            backwardChunk(n, products, weights, outGradient + first * stride, stride, chunk, lane, i > begin,
                          shared);
        }
    });
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        Buffer& sum = m_lanes[0].gradients[i];
        for (int lane = 1; lane < m_laneCount; ++lane)
            std::ranges::transform(sum, m_lanes[lane].gradients[i], sum.begin(), std::plus<>());
        relayout(m_edgeSizes, m_steps[i].product.groupedB(), sum.data(),
                 products.layout(m_steps[i].weightNode),
                 products.gradientOf(m_steps[i].weightNode, gradient));
    }
}

template <class Scalar>
void MatrixPass<Scalar>::backwardChunk(Index n, const WeightProducts<Scalar>& products, const Scalar* weights,
                                       const Scalar* outGradient, Index stride, const Chunk& chunk,
                                       Lane& lane, bool add, ThreadPool* pool) const {
    lane.edgeSizes.back() = n;
    auto& axes = rootAxes(lane, stride);
    for (CopyAxis& axis : axes) std::swap(axis.inStride, axis.outStride);
    stridedCopy<Scalar>(outGradient, lane.first.data(), axes);
    for (std::size_t i = m_steps.size(); i-- > 0;) { // lane.first: gradient of the result of step i
        const ContractionStep& product = m_steps[i].product;
        const auto sizes = product.sizes(lane.edgeSizes);
        product.gradientB(sizes, chunk.a[i].data(), lane.first.data(),
                          room(lane.gradients[i], valuesOf(m_edgeSizes, product.groupedB())), add, pool);
        if (i == 0) break; // no gradient of the frames
        product.gradientA(sizes, lane.first.data(), groupedB(i, products, weights), lane.second.data(), pool);
        const Layout& made = m_steps[i - 1].product.result();
        if (m_steps[i].aFits)
            std::swap(lane.first, lane.second);
        else
            relayout(lane.edgeSizes, product.groupedA(), lane.second.data(), made, lane.first.data());
    }
}

template <class Scalar>
double MatrixPass<Scalar>::activationBytes(Index frames) const {
    const double kept = m_keptValues * static_cast<double>(frames) * sizeof(Scalar);
    const double work = (m_keptValues + 2.0 * static_cast<double>(m_peak)) *
                        static_cast<double>(std::min(frames, m_chunkFrames)) * sizeof(Scalar);
    return (kept <= m_keepBytes ? kept : 0) + work;
}

template class MatrixPass<float>;
template class MatrixPass<double>;

#define RANKSCOPE_ROWS(Scalar, Rows)                                                                         \
    template void MatrixPass<Scalar>::forward(const Rows&, const WeightProducts<Scalar>&, const Scalar*,     \
                                              Scalar*, Index, ThreadPool&, bool);                            \
    template void MatrixPass<Scalar>::backward(const Rows&, WeightProducts<Scalar>&, const Scalar*,          \
                                               const Scalar*, Index, Scalar*, ThreadPool&);
RANKSCOPE_ROWS(float, FrameBlock)
RANKSCOPE_ROWS(double, FrameBlock)
RANKSCOPE_ROWS(float, RowBlock<float>)
RANKSCOPE_ROWS(double, RowBlock<double>)
#undef RANKSCOPE_ROWS
template void MatrixPass<float>::forward(const MadeRow<float>&, const WeightProducts<float>&, const float*,
                                         float*, Index, ThreadPool&, bool);
template void MatrixPass<double>::forward(const MadeRow<double>&, const WeightProducts<double>&,
                                          const double*, double*, Index, ThreadPool&, bool);

} // namespace rankscope
