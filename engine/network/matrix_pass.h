// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/network/frame_block.h"
#include "engine/network/row_block.h"
#include "engine/network/strided_copy.h"
#include "engine/network/weight_products.h"

#include <vector>

namespace rankscope {

/// The products of a plan that contain the frames, as matrix products over chunks of frames: for maps with
/// many weights (dense), whose products are cut among the threads, and for what PartPass leaves of a frame.
template <class Scalar>
class MatrixPass {
public:
    MatrixPass(const TensorNetwork& network, const ContractionPlan& plan,
               const WeightProducts<Scalar>& weightProducts, bool manyWeights, double keepBytes);
    /// The products from `firstStep` on alone, of what those before have made of one frame: a tensor of the
    /// edges `operand`, which lies as `rowLayout` says.
    MatrixPass(const TensorNetwork& network, const ContractionPlan& plan,
               const WeightProducts<Scalar>& weightProducts, std::size_t firstStep, const Layout& operand);

    /// How a row lies: of a frame its modes in order.
    Layout rowLayout() const;

    /// Weights of all steps as they are wanted; once a batch.
    void prepare(const WeightProducts<Scalar>& products, const Scalar* weights);

    template <class Rows>
    void forward(const Rows& x, const WeightProducts<Scalar>& products, const Scalar* weights, Scalar* out,
                 Index stride, ThreadPool& pool, bool keep);
    template <class Rows>
    void backward(const Rows& x, WeightProducts<Scalar>& products, const Scalar* weights,
                  const Scalar* outGradient, Index stride, Scalar* gradient, ThreadPool& pool);

    /// As MapProduct::activationBytes.
    double activationBytes(Index frames) const;

private:
    using Buffer = AlignedVector<Scalar>;
    struct Step {
        int weightNode;
        ContractionStep product;
        bool aFits, bFits; ///< the operand lies as the product wants it
        Buffer groupedB{}; ///< the weights as wanted, where they do not
    };
    struct Chunk {
        std::vector<Buffer> a; ///< grouped operand A of every step
    };
    struct Lane {
        std::vector<Index> edgeSizes;
        Chunk scratch;
        Buffer first, second;
        std::vector<Buffer> gradients; ///< of the grouped operand B of every step
        std::vector<CopyAxis> axes;    ///< of the last result
    };

    void addSteps(const ContractionPlan& plan, const WeightProducts<Scalar>& weightProducts,
                  std::size_t firstStep);
    void deal(Index frames);
    const Scalar* groupedB(std::size_t step, const WeightProducts<Scalar>& products,
                           const Scalar* weights) const;
    template <class Rows>
    void forwardChunk(const Rows& x, Index first, Index n, const WeightProducts<Scalar>& products,
                      const Scalar* weights, Chunk& chunk, Lane& lane, ThreadPool* pool) const;
    void backwardChunk(Index n, const WeightProducts<Scalar>& products, const Scalar* weights,
                       const Scalar* outGradient, Index stride, const Chunk& chunk, Lane& lane, bool add,
                       ThreadPool* pool) const;
    std::vector<CopyAxis>& rootAxes(Lane& lane, Index stride) const;

    std::vector<Index> m_edgeSizes; ///< of the network, then of the frame edge
    std::vector<int> m_outputs;     ///< output legs by mode
    Layout m_frameLayout;           ///< of X, or of what was made of it
    std::vector<Step> m_steps;
    bool m_manyWeights; ///< threads share each product

    Index m_chunkFrames = 1, m_peak = 1; ///< m_peak: values a frame of the largest operand of a step
    double m_keepBytes;
    double m_keptValues = 0; ///< values a frame that `backward` needs
    int m_chunks = 0, m_laneCount = 0;
    Index m_keptFrames = 0; ///< frames whose intermediates m_kept holds; 0 = none
    std::vector<Chunk> m_kept;
    std::vector<Lane> m_lanes;
};

} // namespace rankscope
