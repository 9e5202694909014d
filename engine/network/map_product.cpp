// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/map_product.h"

#include "engine/network/laid_weights.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <mutex>
#include <stdexcept>

namespace rankscope {

namespace {
constexpr Index manyWeights = 1 << 20; // above it a gradient per lane costs more than it brings
constexpr Index allLanes = 1 << 18;    // values of a gradient, over all lanes
constexpr int maxLanes = 16;
} // namespace

template <class Scalar>
MapProduct<Scalar>::MapProduct(const TensorNetwork& network, Index frames, double keepBytes,
                               std::optional<LanesOf> wanted)
    : m_plan(ContractionPlan::optimal(network, frames)),
      m_inputSize(network.inputSize()),
      m_weightProducts(network, m_plan),
      m_manyWeights(network.parameters() > manyWeights) {
    if (m_manyWeights) {
        m_matrices.emplace(network, m_plan, m_weightProducts, true, keepBytes);
        return;
    }
    const LanesOf lanes = wanted.value_or(LinePass<Scalar>::better(network, m_plan));
    m_chunkFrames = LinePass<Scalar>::chunkFrames(lanes);
    const auto chunks = static_cast<double>((frames + m_chunkFrames - 1) / m_chunkFrames);
    m_lines.emplace(network, m_plan, lanes, keepBytes / static_cast<double>(sizeof(Scalar)) / chunks);
    const std::size_t joint = m_lines->jointProducts();
    const ContractionPlan gradientPlan = joint > 1 ? m_plan.withJoinedWeights(network, joint) : m_plan;
    if (joint > 1) m_jointProducts.emplace(network, gradientPlan);
    for (const ChainProduct& product :
         chainProducts(network, gradientPlan, network.legs(EdgeKind::Input), m_lines->gradients()))
        m_gradientNodes.push_back(product.weightNode);
    if (lanes == LanesOf::Frames) m_parts.emplace(network, m_plan, m_weightProducts);
    m_plain.resize(m_lines->steps());
    m_turned.resize(m_lines->steps());
}

template <class Scalar>
void MapProduct<Scalar>::prepare(const Scalar* weights) {
    if (m_manyWeights) {
        m_weightProducts.prepare(weights);
        m_matrices->prepare(m_weightProducts, weights);
        return;
    }
    const auto count = static_cast<std::size_t>(parameters());
    if (m_prepared.size() == count && std::memcmp(m_prepared.data(), weights, count * sizeof(Scalar)) == 0)
        return; // as from frame to frame of a stream
    m_prepared.clear();
    m_linesReady = m_partsReady = false;
    m_weightProducts.prepare(weights);
    m_prepared.assign(weights, weights + count);
}

template <class Scalar>
void MapProduct<Scalar>::prepareParts(const Scalar* weights) {
    if (!m_partsReady) m_parts->prepare(m_weightProducts, weights);
    m_partsReady = true;
}

template <class Scalar>
void MapProduct<Scalar>::prepareLines(const Scalar* weights) {
    if (m_linesReady) return;
    m_lineWeights.plain.clear();
    m_lineWeights.turned.clear();
    for (std::size_t t = 0; t < m_lines->steps(); ++t) {
        const auto laid = [&](const auto& wanted, Buffer& buffer) {
            return laidWeights(m_weightProducts, m_lines->weightNode(t), weights, wanted.layout, buffer,
                               wanted.rows);
        };
        m_lineWeights.plain.push_back(laid(m_lines->plainWeights(t), m_plain[t]));
        m_lineWeights.turned.push_back(laid(m_lines->turnedWeights(t), m_turned[t]));
    }
    m_linesReady = true;
}

template <class Scalar>
void MapProduct<Scalar>::deal(Index frames) {
    m_chunks = static_cast<int>((frames + m_chunkFrames - 1) / m_chunkFrames);
    // every lane has a gradient of its own, which should stay small beside what it sums
    Index values = 0;
    for (std::size_t g = 0; g < m_lines->gradients(); ++g) values += gradientValues(g);
    const Index most = std::max(allLanes / values, (frames + lineLength - 1) / lineLength);
    m_laneCount = static_cast<int>(std::min<Index>({maxLanes, m_chunks, most}));
    if (m_lanes.size() < static_cast<std::size_t>(m_laneCount)) m_lanes.resize(m_laneCount);
}

template <class Scalar>
template <class Work>
void MapProduct<Scalar>::forLanes(ThreadPool& pool, bool keeps, const Work& work) {
    if (m_works.size() < static_cast<std::size_t>(pool.threads()))
        m_works.resize(static_cast<std::size_t>(pool.threads()));
    m_freeWorks.clear();
    for (int i = 0; i < pool.threads(); ++i) {
        m_lines->reserve(m_works[static_cast<std::size_t>(i)], keeps);
        m_freeWorks.push_back(i);
    }
    std::mutex mutex;
    pool.run(m_laneCount, [&](int lane) {
        std::unique_lock lock(mutex);
        const int mine = m_freeWorks.back();
        m_freeWorks.pop_back();
        lock.unlock();
        work(m_lanes[lane], m_works[static_cast<std::size_t>(mine)], lane * m_chunks / m_laneCount,
             (lane + 1) * m_chunks / m_laneCount);
        lock.lock();
        m_freeWorks.push_back(mine);
    });
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::turnFrames(const Rows& x, Index first, int n, Index begin, Index count,
                                    Scalar* to) const {
    if (m_chunkFrames == 1)
        x.piece(first, begin, count, to);
    else
        x.lines(first, n, begin, count, to);
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::multiply(const Rows& x, const Scalar* weights, Scalar* out, Index stride,
                                  ThreadPool& pool, bool keep) {
    if (x.size != m_inputSize) throw std::logic_error("frames of another size than the map's input");
    if (m_manyWeights) {
        m_matrices->forward(x, m_weightProducts, weights, out, stride, pool, keep);
        return;
    }
    m_keptFrames = keep ? x.count : 0;
    const Index last = x.count % lineLength; // frames that do not fill a line
    const bool inParts = m_parts && !keep && last > 0 && last <= m_parts->mostFrames();
    if (inParts) prepareParts(weights);
    if (inParts && x.count == last) {
        m_parts->forward(x, 0, m_weightProducts, weights, out, stride, pool);
        return;
    }
    prepareLines(weights);
    deal(x.count);
    if (keep && m_kept.size() < static_cast<std::size_t>(m_chunks)) m_kept.resize(m_chunks);
    const auto &order = m_lines->rootOrder(), &places = m_lines->rootPlaces();
    forLanes(pool, keep, [&](Lane&, auto& work, int begin, int end) {
        for (int chunk = begin; chunk < end; ++chunk) {
            const Index first = Index{chunk} * m_chunkFrames;
            if (inParts && x.count - first == last) {
                // one frame after another: the pool, whose piece this is, is asked for no further thread
                m_parts->forward(x, first, m_weightProducts, weights, out, stride, pool);
                break;
            }
            const int n = static_cast<int>(std::min<Index>(m_chunkFrames, x.count - first));
            m_lines->forward(
                [&](Index from, Index count, Scalar* to) { turnFrames(x, first, n, from, count, to); },
                m_lineWeights, keep ? &m_kept[chunk] : nullptr, work);
            for (int f = 0; f < n; ++f) {
                Scalar* row = out + (first + f) * stride;
                const Scalar* root = work.root.data() + f;
                for (std::size_t j = 0; j < order.size(); ++j) row[order[j]] = root[places[j]];
            }
        }
    });
}

template <class Scalar>
void MapProduct<Scalar>::startGradients(Lane& lane) const {
    lane.gradients.resize(m_lines->gradients());
    lane.gradientPointers.resize(m_lines->gradients());
    for (std::size_t g = 0; g < m_lines->gradients(); ++g) {
        lane.gradients[g].assign(static_cast<std::size_t>(gradientValues(g)), Scalar{0});
        lane.gradientPointers[g] = lane.gradients[g].data();
    }
}

/// The sums over all lanes, in their order, for those of the first.
template <class Scalar>
void MapProduct<Scalar>::sumLanes(ThreadPool& pool) {
    constexpr std::size_t few = 1 << 14; // values that a second thread is not worth waking for
    std::size_t values = 0;
    for (const Buffer& gradient : m_lanes[0].gradients) values += gradient.size();
    const int parts = values < few ? 1 : pool.threads();
    pool.run(parts, [&](int part) {
        for (std::size_t g = 0; g < m_lines->gradients(); ++g) {
            const Index all = gradientValues(g), begin = all * part / parts, end = all * (part + 1) / parts;
            Scalar* const sum = m_lanes[0].gradients[g].data();
            for (int lane = 1; lane < m_laneCount; ++lane) {
                const Scalar* const other = m_lanes[lane].gradients[g].data();
                for (Index i = begin; i < end; ++i) sum[i] += other[i];
            }
        }
    });
}

template <class Scalar>
Index MapProduct<Scalar>::gradientValues(std::size_t gradient) const {
    const auto& wanted = m_lines->gradientWeights(gradient);
    return laidValues(m_weightProducts.edgeSizes(), wanted.layout, wanted.rows);
}

template <class Scalar>
template <class Rows>
void MapProduct<Scalar>::differentiate(const Rows& x, const Scalar* weights, const Scalar* outGradient,
                                       Index stride, Scalar* gradient, ThreadPool& pool) {
    if (m_manyWeights) {
        m_matrices->backward(x, m_weightProducts, weights, outGradient, stride, gradient, pool);
        m_weightProducts.backward(weights, gradient);
        return;
    }
    if (m_keptFrames != x.count) throw std::logic_error("backward without the forward of these frames");
    const auto &order = m_lines->rootOrder(), &places = m_lines->rootPlaces();
    forLanes(pool, true, [&](Lane& lane, auto& work, int begin, int end) {
        startGradients(lane);
        for (int chunk = begin; chunk < end; ++chunk) {
            const Index first = Index{chunk} * m_chunkFrames;
            const int n = static_cast<int>(std::min<Index>(m_chunkFrames, x.count - first));
            for (int f = 0; f < m_chunkFrames; ++f) {
                const Scalar* row = f < n ? outGradient + (first + f) * stride : nullptr;
                Scalar* root = work.root.data() + f;
                for (std::size_t j = 0; j < order.size(); ++j)
                    root[places[j]] = row ? row[order[j]] : Scalar{0};
            }
            m_lines->backward(
                [&](Index from, Index count, Scalar* to) { turnFrames(x, first, n, from, count, to); },
                m_lineWeights, m_kept[chunk], work, lane.gradientPointers);
        }
    });
    sumLanes(pool);
    WeightProducts<Scalar>& products = gradientProducts();
    if (m_jointProducts) products.prepare(weights);
    for (std::size_t g = 0; g < m_lines->gradients(); ++g) {
        const Buffer& sum = m_lanes[0].gradients[g];
        const int node = m_gradientNodes[g];
        const auto& wanted = m_lines->gradientWeights(g);
        relayout(products.edgeSizes(), wanted.layout, sum.data(), products.layout(node),
                 products.gradientOf(node, gradient), wanted.rows);
    }
    products.backward(weights, gradient);
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
double MapProduct<Scalar>::activationBytes(Index frames, int threads) const {
    if (m_manyWeights) return m_matrices->activationBytes(frames);
    const Index chunks = (frames + m_chunkFrames - 1) / m_chunkFrames;
    const double working = static_cast<double>(std::min<Index>({chunks, maxLanes, threads}));
    return sizeof(Scalar) *
           (m_lines->keptValues() * static_cast<double>(chunks) + m_lines->workValues() * working);
}

template class MapProduct<float>;
template class MapProduct<double>;

} // namespace rankscope
