// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/parallel.h"
#include "engine/model/parameters.h"
#include "engine/ranks/model_ranks.h"
#include "engine/training/training_spec.h"

#include <vector>

namespace rankscope {

/// Consecutive weights whose moments began at the same step, because ranks changed while it ran: Adam's bias
/// correction counts from there.
struct MomentRange {
    Index count = 0;
    std::int64_t firstBegan = 0, secondBegan = 0; ///< updates made before

    bool operator==(const MomentRange&) const = default;
};

/// All that an optimiser remembers.
struct OptimizerState {
    std::vector<std::vector<float>>
        moments;                     ///< laid out like the weights; Adam: first, second; SGD: velocity
    std::int64_t step = 0;           ///< updates made
    std::vector<MomentRange> ranges; ///< of all weights in order; empty: all began with the run

    bool operator==(const OptimizerState&) const = default;
};

/// One update of all weights. Adam (Kingma and Ba 2015, bias-corrected) or SGD with momentum; weight decay is
/// decoupled from the gradient (Loshchilov and Hutter 2019) and spares biases. Its moments and step count are
/// all it remembers.
class Optimizer {
public:
    Optimizer(const TrainingSpec& spec, const ParameterLayout& layout);

    void update(AlignedVector<float>& weights, const AlignedVector<float>& gradient, double rate,
                ThreadPool& pool);

    OptimizerState state() const;
    /// `state` must fit the layout.
    void restore(const OptimizerState& state);

    /// What a state becomes when ranks change. First moments follow the change of basis. Second moments stay
    /// where an entry stays what it was. Where the basis has changed they restart from the moved first moment
    /// as if it had been the gradient of the step before (from nothing at all, a first gradient that happens
    /// to be small would make an update without bounds); new entries begin anew in both.
    static OptimizerState followed(const OptimizerState& state, const ModelChange& change);

private:
    struct Range {
        Index first, count;
        bool decays;
        std::vector<MomentRange> parts; ///< of the range
    };
    void updateRange(const Range& range, float* weights, const float* gradient, double rate);
    void divide(const std::vector<MomentRange>& ranges);

    OptimizerKind m_kind;
    double m_momentum, m_decay;
    std::vector<Range> m_ranges; ///< fixed pieces, each within one tensor
    std::vector<MomentRange> m_began;
    std::vector<AlignedVector<float>> m_moments;
    std::int64_t m_step = 0;
};

/// Euclidean norm of a gradient, summed in fixed pieces; scales it down to `limit` where it is larger (0 =
/// never). Returns the norm before.
double clipByNorm(AlignedVector<float>& gradient, double limit, ThreadPool& pool);

} // namespace rankscope
