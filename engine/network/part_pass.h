// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/line_pass.h"
#include "engine/network/matrix_pass.h"

#include <optional>
#include <vector>

namespace rankscope {

/// W x for few frames, which would leave most lanes of a line empty: a frame is a batch of its own parts. The
/// first products of a plan sum some modes of the frame; at all positions of the other modes they do the
/// same, so these positions are the lanes (LinePass). What then is left of the frame is small, and multiplied
/// as matrices (MatrixPass), as is all of it where the positions would fill no lanes.
template <class Scalar>
class PartPass {
public:
    PartPass(const TensorNetwork& network, const ContractionPlan& plan,
             const WeightProducts<Scalar>& weightProducts);

    /// Not copied: pointers to the weights point into the buffers beside them.
    PartPass(PartPass&&) = default;
    PartPass& operator=(PartPass&&) = default;

    /// Weights of all steps as they are wanted; to be called when they have changed.
    void prepare(const WeightProducts<Scalar>& products, const Scalar* weights);

    /// Up to so many frames take less time than a line of frames.
    Index mostFrames() const { return m_mostFrames; }

    /// out[f * stride + j] = sum_i W[j, i] x[f, i] for the frames from `first` on.
    template <class Rows>
    void forward(const Rows& x, Index first, const WeightProducts<Scalar>& products, const Scalar* weights,
                 Scalar* out, Index stride, ThreadPool& pool);

private:
    using Buffer = AlignedVector<Scalar>;

    void cut(const TensorNetwork& network, const ContractionPlan& plan,
             const WeightProducts<Scalar>& weightProducts, std::size_t steps, const std::vector<int>& lanes);
    void findLaneRuns(const Layout& summed, const Layout& lanes);
    /// The first products of a frame; writes what is left of it as `m_rest` wants it.
    template <class Rows>
    void multiplyParts(const Rows& x, Index frame, Scalar* rest);
    /// Writes values begin .. begin + length - 1 of parts first .. first + count - 1 as lines.
    using Parts = FunctionRef<void(Index first, int count, Index begin, Index length, Scalar* lines)>;
    void runLines(Scalar* rest, const Parts& parts);
    template <class Value>
    Value* roomForFrame(AlignedVector<Value>& buffer) const;
    template <class Value>
    const Value* turnFrame(Value* frame) const;

    std::vector<Index> m_edgeSizes;
    std::vector<int> m_inputs;               ///< input legs by mode
    std::optional<LinePass<Scalar>> m_lines; ///< none where all products are of matrices
    std::optional<MatrixPass<Scalar>> m_rest;

    Index m_mostFrames = 2;
    Index m_parts = 1, m_partSize = 1;
    bool m_lanesFirst = false; ///< a frame is [parts, values of a part]; else it is turned
    struct LaneRun {
        int lane;
        Index place; ///< in a frame, of the part's first value
    };
    std::vector<std::vector<LaneRun>> m_laneRuns; ///< neighbours in a frame, of each chunk of parts
    std::vector<Index> m_valuePlaces;             ///< of the values of a part
    int m_runLength = 1;                          ///< lines of the result that are neighbours in the rest
    std::vector<int> m_lineBegins;                ///< of the lines of all runs, in the result
    std::vector<Index> m_runPlaces;               ///< of the runs, in the rest
    std::vector<int> m_lanePlaces;                ///< of the parts, in a run's place
    std::vector<Buffer> m_plain;
    typename LinePass<Scalar>::Weights m_weights;
    typename LinePass<Scalar>::Work m_work;
    Buffer m_frame;
    AlignedVector<std::uint8_t> m_bytes;
};

} // namespace rankscope
