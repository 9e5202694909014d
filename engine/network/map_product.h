// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/network/contraction_plan.h"
#include "engine/network/contraction_step.h"
#include "engine/network/frame_block.h"
#include "engine/network/row_block.h"

#include <vector>

namespace rankscope {

/// Y = W X and its gradients for a map W given as a tensor network, by its optimal contraction plan. Products
/// of weights alone run once a batch; the rest runs depth first over chunks of frames whose intermediates fit
/// the cache. Chunks are dealt to a fixed number of lanes with gradient sums of their own, added in order:
/// the bits do not depend on the number of threads. A map with many weights (dense) is instead cut within
/// each product.
template <class Scalar>
class MapProduct {
public:
    /// `frames`: of a usual batch; the plan is best for it, any number can be run.
    MapProduct(const TensorNetwork& network, Index frames);

    const ContractionPlan& plan() const { return m_plan; }
    Index parameters() const { return m_offsets.back(); }

    /// out[f * stride + j] = sum_i W[j, i] x[f, i]. `weights`: the cores one after another. With `keep` the
    /// intermediates that `backward` needs stay in memory (unless they exceed 512 MB: then they are computed
    /// again).
    void forward(const FrameBlock& x, const Scalar* weights, Scalar* out, Index stride, ThreadPool& pool,
                 bool keep);
    void forward(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out, Index stride,
                 ThreadPool& pool, bool keep);

    /// For many small products with the same weights, as over the time steps of a cell: the products of
    /// weights alone are made by `prepare`, once; nothing is kept for `backward`.
    void prepare(const Scalar* weights);
    void forwardPrepared(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out, Index stride,
                         ThreadPool& pool);

    /// Gradient of the weights, overwritten; to be called after `forward` with the same frames and weights
    /// and with `keep`.
    void backward(const FrameBlock& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                  Scalar* gradient, ThreadPool& pool);
    void backward(const RowBlock<Scalar>& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                  Scalar* gradient, ThreadPool& pool);

private:
    using Buffer = AlignedVector<Scalar>;
    struct Step {
        int a, b, node; ///< plan nodes; a has the frames where the step has
        ContractionStep product;
    };
    struct Chunk {
        std::vector<Buffer> a; ///< grouped operand A of every frame step
    };
    struct Lane {
        std::vector<Index> edgeSizes;
        Chunk scratch;
        Buffer first, second;
        std::vector<Buffer> gradients; ///< of the grouped operand B of every frame step
    };

    void lowerProducts(const TensorNetwork& network);
    void chooseChunks();
    void deal(Index frames);
    const Scalar* value(int node, const Scalar* weights) const;
    Scalar* gradientOf(int node, Scalar* gradient);
    const Scalar* groupedB(std::size_t step, const Scalar* weights) const;
    template <class Rows>
    void multiply(const Rows& x, const Scalar* weights, Scalar* out, Index stride, ThreadPool& pool,
                  bool keep);
    template <class Rows>
    void differentiate(const Rows& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                       Scalar* gradient, ThreadPool& pool);
    template <class Rows>
    void forwardChunk(const Rows& x, Index first, Index n, const Scalar* weights, Chunk& chunk, Lane& lane,
                      ThreadPool* pool) const;
    void writeRoot(const Lane& lane, Scalar* out, Index stride) const;
    void backwardChunk(Index n, const Scalar* weights, const Scalar* outGradient, Index stride,
                       const Chunk& chunk, Lane& lane, bool add, ThreadPool* pool) const;
    void backwardWeights(const Scalar* weights, Scalar* gradient);
    std::vector<CopyAxis> rootAxes(const Lane& lane, Index stride) const;

    ContractionPlan m_plan;
    std::vector<Index> m_edgeSizes; ///< of the network, then of the frame edge
    Index m_inputSize;
    std::vector<int> m_outputs;    ///< output legs by mode
    std::vector<Index> m_offsets;  ///< of each core in the weights, then their number
    std::vector<Layout> m_layouts; ///< of each node
    std::vector<Step> m_weightSteps, m_frameSteps;

    Index m_chunkFrames = 1, m_peak = 1; ///< m_peak: values a frame of the largest operand of a frame step
    double m_keptValues = 0;             ///< values a frame that `backward` needs
    bool m_large = false;                ///< many weights: threads share each product
    int m_chunks = 0, m_laneCount = 0;
    Index m_keptFrames = 0; ///< frames whose intermediates m_kept holds; 0 = none

    std::vector<Buffer> m_values, m_nodeGradients;     ///< of products of weights, by node
    std::vector<Buffer> m_groupedA, m_groupedBWeights; ///< of weight steps, where they must be permuted
    std::vector<Buffer> m_groupedB;                    ///< of frame steps, where they must be permuted
    Buffer m_scratch;
    std::vector<Chunk> m_kept;
    std::vector<Lane> m_lanes;
};

} // namespace rankscope
