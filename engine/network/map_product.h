// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/line_pass.h"
#include "engine/network/matrix_pass.h"
#include "engine/network/part_pass.h"

#include <optional>
#include <vector>

namespace rankscope {

/// Y = W X and its gradients for a map W given as a tensor network, by its optimal contraction plan. Products
/// of weights alone run once a batch; the rest runs depth first, frame by frame with columns of the weights
/// as the lanes of the vectors or over chunks of frames that are the lanes (LinePass), of frames too few to
/// fill them with their parts as the lanes where nothing is kept (PartPass), or as matrix products where the
/// map has many weights (MatrixPass). Chunks are dealt to a fixed number of lanes with gradient sums of their
/// own, added in order: the bits do not depend on the number of threads.
template <class Scalar>
class MapProduct {
public:
    static constexpr double defaultKeepBytes = 16.0 * (1 << 20);

    /// `frames`: of a usual batch; the plan is best for it, any number can be run. `keepBytes`: what
    /// intermediates may hold from `forward` to `backward`; what does not fit is computed again, but for the
    /// last one where it is little beside the frames. `lanes`: by default those that take less time.
    MapProduct(const TensorNetwork& network, Index frames, double keepBytes = defaultKeepBytes,
               std::optional<LanesOf> lanes = {});

    /// Not copied: what is prepared points into the buffers beside it.
    MapProduct(MapProduct&&) = default;
    MapProduct& operator=(MapProduct&&) = default;

    const ContractionPlan& plan() const { return m_plan; }
    Index parameters() const { return m_weightProducts.parameters(); }

    /// out[f * stride + j] = sum_i W[j, i] x[f, i]. `weights`: the cores one after another. With `keep` the
    /// intermediates that `backward` needs stay in memory.
    void forward(const FrameBlock& x, const Scalar* weights, Scalar* out, Index stride, ThreadPool& pool,
                 bool keep);
    void forward(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out, Index stride,
                 ThreadPool& pool, bool keep);

    /// For many small products with the same weights, as over the time steps of a cell: `prepare` looks at
    /// the weights once; nothing is kept for `backward`.
    void prepare(const Scalar* weights);
    void forwardPrepared(const RowBlock<Scalar>& x, const Scalar* weights, Scalar* out, Index stride,
                         ThreadPool& pool);

    /// Gradient of the weights, overwritten; to be called after `forward` with the same frames and weights
    /// and with `keep`.
    void backward(const FrameBlock& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                  Scalar* gradient, ThreadPool& pool);
    void backward(const RowBlock<Scalar>& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                  Scalar* gradient, ThreadPool& pool);

    /// Bytes that the intermediates of `frames` frames hold from forward to backward, with what `threads`
    /// threads work in.
    double activationBytes(Index frames, int threads) const;

private:
    using Buffer = AlignedVector<Scalar>;
    /// A fixed share of the chunks, with gradients as m_lines makes them.
    struct Lane {
        std::vector<Buffer> gradients;
        std::vector<Scalar*> gradientPointers;
    };

    template <class Rows>
    void multiply(const Rows& x, const Scalar* weights, Scalar* out, Index stride, ThreadPool& pool,
                  bool keep);
    template <class Rows>
    void differentiate(const Rows& x, const Scalar* weights, const Scalar* outGradient, Index stride,
                       Scalar* gradient, ThreadPool& pool);
    void prepareLines(const Scalar* weights);
    void prepareParts(const Scalar* weights);
    template <class Rows>
    void turnFrames(const Rows& x, Index first, int n, Index begin, Index count, Scalar* to) const;
    void deal(Index frames);
    void startGradients(Lane& lane) const;
    void sumLanes(ThreadPool& pool);
    Index gradientValues(std::size_t gradient) const;
    WeightProducts<Scalar>& gradientProducts() {
        return m_jointProducts ? *m_jointProducts : m_weightProducts;
    }
    template <class Work>
    void forLanes(ThreadPool& pool, bool keeps, const Work& work);

    ContractionPlan m_plan;
    Index m_inputSize;
    WeightProducts<Scalar> m_weightProducts;
    bool m_manyWeights;
    int m_chunkFrames = lineLength;
    std::optional<MatrixPass<Scalar>> m_matrices; ///< where the map has many weights; else the other two
    std::optional<LinePass<Scalar>> m_lines;
    std::optional<PartPass<Scalar>> m_parts;

    std::optional<WeightProducts<Scalar>>
        m_jointProducts; ///< where gradients of m_lines are of joined weights
    std::vector<int>
        m_gradientNodes; ///< of m_jointProducts or m_weightProducts, for each gradient of m_lines

    Buffer m_prepared; ///< weights that the products of weights alone were made of
    bool m_linesReady = false, m_partsReady = false;
    std::vector<Buffer> m_plain, m_turned; ///< weights of the steps as m_lines wants them
    typename LinePass<Scalar>::Weights m_lineWeights;
    int m_chunks = 0, m_laneCount = 0;
    Index m_keptFrames = 0;                              ///< frames that m_kept belongs to
    std::vector<typename LinePass<Scalar>::Kept> m_kept; ///< of each chunk
    std::vector<Lane> m_lanes;
    std::vector<typename LinePass<Scalar>::Work>
        m_works; ///< of each thread; nothing in them outlives a chunk
    std::vector<int> m_freeWorks;
};

} // namespace rankscope
