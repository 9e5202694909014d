// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/function_ref.h"
#include "engine/kernel/kernels.h"
#include "engine/network/contraction_plan.h"
#include "engine/network/contraction_step.h"

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

    /// Adds to `gradients` (of the weights of every product, as `plainWeights`) those of a chunk whose output
    /// gradient is in `work.root`. `kept` as `forward` left it.
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
    struct Step {
        int weightNode = -1;
        std::vector<int> shared, rows, sums, columns; ///< edges s, m, k, n
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

    void groupEdges(const TensorNetwork& network, const ContractionPlan& plan, std::size_t steps);
    void chooseSlices(double keepValues);
    void cutRank(FunctionRef<bool()> fits);
    void layWeights();
    /// Up to a whole vector.
    Index padded(Index values) const { return (values + m_width - 1) / m_width * m_width; }
    std::vector<Index> sizesOfSlice() const;
    std::vector<Index> sizesOfBlock() const;
    void makeFrameBlocks();
    void makeTables(const Layout& result);
    Index sizeIn(std::size_t step, int edge) const;
    Index linesOf(std::size_t step, const std::vector<int>& edges) const;
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
    /// product is turned whenever it is multiplied, and stays in the nearest cache. Positions are values of a
    /// frame.
    bool m_held = false;
    std::size_t m_holdStep = 0;
    /// The products up to `m_holdStep` are run for `m_rankBlock` values at a time of an edge that all cores
    /// share (the rank of CP, the blocks of BT), from the same held frames.
    int m_rankEdge = -1;
    Index m_rankBlock = 1, m_rankParts = 1;
    int m_blockRows = 1;                             ///< where none are held
    Index m_runLength = 1;                           ///< neighbouring values of a block
    std::vector<Index> m_blockBegins;                ///< of the blocks of a slice, where none are held
    std::vector<Index> m_runBegins;                  ///< of the runs of a block, or of a slice that is held
    std::vector<Index> m_frameStrides;               ///< of each edge; 0 where it is no input leg
    std::vector<Index> m_blockSizes, m_blockStrides; ///< of each edge within a block, in values and lines

    std::vector<Index> m_rootOrder, m_rootPlaces;
};

} // namespace rankscope
