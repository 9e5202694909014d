// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/function_ref.h"
#include "engine/kernel/kernels.h"
#include "engine/network/chain_product.h"
#include "engine/network/layout.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace rankscope {

/// What fills the vectors of a LinePass: `lineLength` frames, or neighbouring columns of the weights.
enum class LanesOf { Frames, Columns };

/// The products of a plan that contain the frames, run for a chunk of frames that lie side by side in lines:
/// `lineLength` of them as the lanes of every vector, or a single one, whose lines are single values and
/// whose vectors are neighbouring columns of the weights. What a product makes lies as the next one reads it,
/// and the chain is run slice by slice of the input modes that are summed last, so that what is made is read
/// again from a near cache. Below what is kept for `backward` a rank that all cores share is cut into parts,
/// each a chain of its own, and one more mode may be looped over, each turn of which adds its part of a sum.
///
/// Gradients may take a shorter way than back along the chain. Where the weights of the first products are
/// joined, M = B1 B2, the gradient of M is one product of the frames and of the gradient of the result of
/// these products: nothing of theirs is made again, nor the gradient of what lies between them. Those of B1
/// and B2 follow from it once a batch (`WeightProducts` of `ContractionPlan::withJoinedWeights`).
template <class Scalar>
class LinePass {
public:
    /// The first products of the chain alone, which sum no mode of `lanes`: positions of those modes are the
    /// lanes, in the place of frames.
    struct Start {
        std::size_t steps;
        std::vector<int> lanes; ///< input legs
        Layout result;          ///< edges of the last product but for the lanes, as `rootOrder` counts them
    };

    /// Intermediates are kept for `backward` from the first one on, while they
    /// fit `keepValues` for each chunk; those before are computed again.
    LinePass(const TensorNetwork& network, const ContractionPlan& plan, LanesOf lanes, double keepValues);
    LinePass(const TensorNetwork& network, const ContractionPlan& plan, LanesOf lanes, double keepValues,
             const Start& start);

    /// What takes less time: columns where they fill their vectors well.
    static LanesOf better(const TensorNetwork& network, const ContractionPlan& plan);

    /// Of a full chunk.
    static constexpr int chunkFrames(LanesOf lanes) { return lanes == LanesOf::Frames ? lineLength : 1; }

    /// Node of the plan whose value is the weights of product t.
    int weightNode(std::size_t t) const { return m_steps[t].weightNode; }
    std::size_t steps() const { return m_steps.size(); }

    /// How the weights of product t are wanted: rows [s, k] of n, and [s, n] of k for the gradient of what
    /// comes before. A line of values must be readable behind the last row.
    struct WantedWeights {
        Layout layout;
        PaddedRows rows;
    };
    const WantedWeights& plainWeights(std::size_t t) const { return m_steps[t].plain; }
    const WantedWeights& turnedWeights(std::size_t t) const { return m_steps[t].turned; }

    /// So many products from the first one on have one gradient, that of their weights joined.
    std::size_t jointProducts() const { return m_jointProducts; }
    std::size_t gradients() const { return m_steps.size() - m_jointProducts + 1; }
    /// How `backward` makes gradient g: of the joined weights, then of those of the products after them.
    const WantedWeights& gradientWeights(std::size_t g) const {
        return g == 0 && m_joint ? m_joint->plain : m_steps[g + m_jointProducts - 1].plain;
    }

    /// Weights of every product in both layouts.
    struct Weights {
        std::vector<const Scalar*> plain, turned;
    };

    /// Intermediates of one chunk that `backward` needs, and what one thread works in.
    struct Kept {
        std::vector<AlignedVector<Scalar>> operands;
    };
    struct Work {
        std::vector<AlignedVector<Scalar>> operands, gradients;
        AlignedVector<Scalar> root;
    };

    /// Writes values begin .. begin + count - 1 of the frames of the chunk as lines.
    using Frames = FunctionRef<void(Index begin, Index count, Scalar* lines)>;

    /// Takes the memory that a pass needs, so that none is taken while it runs. `keeps`: training, where a
    /// part of the operands is kept elsewhere and gradients are needed.
    void reserve(Work& work, bool keeps) const;

    /// Leaves W x in `work.root`: output leg values as `rootOrder` says, lines.
    void forward(const Frames& frames, const Weights& weights, Kept* kept, Work& work) const;

    /// Adds to `gradients` (as `gradientWeights`) those of a chunk whose output gradient is in `work.root`.
    /// `kept` as `forward` left it.
    void backward(const Frames& frames, const Weights& weights, Kept& kept, Work& work,
                  const std::vector<Scalar*>& gradients) const;

    /// Position in the flattened result of each line of the root.
    const std::vector<Index>& rootOrder() const { return m_rootOrder; }
    Index rootValues() const { return m_steps.back().cLines * m_line; }
    /// Where in `work.root` the line of each entry of `rootOrder` begins.
    const std::vector<Index>& rootPlaces() const { return m_rootPlaces; }

    /// Values that stay in memory from forward to backward for each chunk, and those one thread works in.
    double keptValues() const;
    double workValues() const;

private:
    struct Step : ChainProduct {
        Step() = default;
        explicit Step(ChainProduct product) : ChainProduct(std::move(product)) {}

        WantedWeights plain, turned;
        int loopEdge = -1;       ///< summed here and looped over to make the operand
        Index block = 1;         ///< values of the loop edge that one turn makes
        Index turns = 1;         ///< of the loop
        bool adds = false;       ///< each turn adds its products to the result: the operand is never whole
        Index operandLines = 0;  ///< of the frames' side, of a slice, of one turn where it adds
        Index cLines = 0;        ///< of the result, of a slice, of a part of the shared rank
        Index columnLines = 0;   ///< lines from row to row of the result
        int run = 1, rowRun = 1; ///< neighbouring sums, and rows, that are neighbours in the operand
        int columnCount = 0;     ///< of a part of the shared rank, without those that fill a vector
        Index weightPart = 0;    ///< weights of a part of the shared rank
        std::vector<int> aShared, aRow, aStep, cShared, cRow, cColumn; ///< tables of values

        Index parts() const { return adds ? turns : 1; } ///< into which the sums are cut, a product each
    };
    /// Rows of a product: all, or a block of those of the first one.
    struct RowRange {
        int first, count;
    };
    RowRange allRows(const Step& step) const { return {0, static_cast<int>(step.cRow.size())}; }
    struct Run;

    /// How a part of the frames is turned into lines. Positions are values of a frame.
    struct FrameBlocks {
        std::vector<Index> sizes;     ///< of each edge, of a block
        std::vector<Index> begins;    ///< of the blocks of a slice
        int rows = 1;                 ///< of a block
        std::vector<Index> runBegins; ///< in a block
        Index runLength = 1;          ///< neighbouring values
        std::vector<Index> strides;   ///< of each edge within a block, in lines
        Index lines = 1;              ///< of a block
    };

    void chooseJoint(double keepValues);
    /// Input legs that stay open after the first products, those that they sum, and all other edges.
    struct JointEdges {
        std::vector<int> rows, sums, columns;
    };
    JointEdges jointEdges(std::size_t products) const;
    void chooseSlices(double keepValues);
    void cutRank(FunctionRef<bool()> fits);
    void layWeights();
    /// Up to a whole vector.
    Index padded(Index values) const { return (values + m_width - 1) / m_width * m_width; }
    std::vector<Index> sizesOfSlice() const;
    using Sizes = FunctionRef<Index(int edge)>;
    std::vector<Index> sizesOfBlock(const ChainProduct& product, Sizes size, Index most) const;
    std::vector<Index> sizesOfFirstBlock() const;
    std::vector<Index> sizesOfJointBlock() const;
    FrameBlocks frameBlocks(const std::vector<int>& rows, std::vector<Index> blockSizes, Sizes size) const;
    void makeFrameBlocks();
    bool fillVectorsTogether(const Step& step) const;
    void makeJoint(FunctionRef<Index(int edge, Index value)> inOperand, const std::vector<Index>& strides);
    void makeTables(const Layout& result);
    Layout operandEdges(std::size_t t) const {
        return joined({&m_steps[t].shared, &m_steps[t].rows, &m_steps[t].sums});
    }
    Index sizeIn(std::size_t step, int edge) const;
    Index linesOf(std::size_t step, const std::vector<int>& edges) const;
    /// How often an operand is made, each time a part of it.
    Index slices(std::size_t t) const;
    bool isJointResult(std::size_t t) const { return m_joint && t == m_jointProducts; }
    /// Of the operand of product t.
    Index gradientLines(std::size_t t) const;
    /// Of the part of the frames that is turned at once.
    Index frameLines() const { return std::max(m_blocks.lines, m_jointBlocks.lines); }
    /// Of all parts of the shared rank.
    Index resultLines(std::size_t step) const {
        return (step == m_holdStep ? m_rankParts : 1) * m_steps[step].cLines;
    }
    void product(const Step& step, const Scalar* a, const Scalar* weights, Scalar* c, const RowRange& range,
                 Index part = 0) const;
    void operandGradient(const Step& step, const Scalar* c, const Scalar* turned, Scalar* a,
                         Index part = 0) const;
    void weightGradient(const Step& step, const Scalar* a, const Scalar* c, Scalar* weights,
                        const RowRange& range, Index part = 0) const;

    LanesOf m_lanes;
    int m_line;    ///< values of a line
    Index m_width; ///< rows of weights and results are multiples of it, in values and lines
    std::vector<Index> m_edgeSizes;
    std::vector<int> m_inputs; ///< input legs by mode, but for the lanes: the order of X
    std::vector<Step> m_steps;
    std::size_t m_keptFrom = 1; ///< operands of products from this one on are kept

    /// Where intermediates are made again, the frames of a slice are turned into lines once, on entering
    /// `m_holdStep`, if they fit a near cache until the slice is done. Else a block of rows of the first
    /// product is turned whenever it is multiplied, and stays in the nearest cache.
    bool m_held = false;
    std::size_t m_holdStep = 0;
    /// The products up to `m_holdStep` are run for `m_rankBlock` values at a time of an edge that all cores
    /// share (the rank of CP, the blocks of BT), from the same held frames.
    int m_rankEdge = -1;
    Index m_rankBlock = 1, m_rankParts = 1;
    std::vector<Index> m_frameStrides; ///< of each edge; 0 where it is no input leg
    FrameBlocks m_blocks;              ///< of the first product; the whole slice where it is held

    std::size_t m_jointProducts = 1;
    std::optional<Step> m_joint; ///< frames, what follows the joined products, and the joined weights
    FrameBlocks m_jointBlocks;

    std::vector<Index> m_rootOrder, m_rootPlaces;
};

} // namespace rankscope
