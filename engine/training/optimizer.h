// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/base/parallel.h"
#include "engine/model/parameters.h"
#include "engine/training/training_spec.h"

#include <vector>

namespace rankscope {

/// One update of all weights. Adam (Kingma and Ba 2015, bias-corrected) or SGD with momentum; weight decay is
/// decoupled from the gradient (Loshchilov and Hutter 2019) and spares biases. Its moments and step count are
/// all it remembers.
class Optimizer {
public:
    Optimizer(const TrainingSpec& spec, const ParameterLayout& layout);

    void update(AlignedVector<float>& weights, const AlignedVector<float>& gradient, double rate,
                ThreadPool& pool);

    std::vector<std::vector<float>> moments() const; ///< Adam: first, second; SGD: velocity
    std::int64_t step() const { return m_step; }
    void restore(const std::vector<std::vector<float>>& moments, std::int64_t step);

private:
    struct Range {
        Index first, count;
        bool decays;
    };
    void updateRange(const Range& range, float* weights, const float* gradient, double rate);

    OptimizerKind m_kind;
    double m_momentum, m_decay;
    std::vector<Range> m_ranges; ///< fixed pieces, each within one tensor
    std::vector<AlignedVector<float>> m_moments;
    std::int64_t m_step = 0;
};

/// Euclidean norm of a gradient, summed in fixed pieces; scales it down to `limit` where it is larger (0 =
/// never). Returns the norm before.
double clipByNorm(AlignedVector<float>& gradient, double limit, ThreadPool& pool);

} // namespace rankscope
