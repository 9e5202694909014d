// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/time_steps.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rankscope {

struct ParameterLayout;

/// What the clips of a batch are labelled with: indices of classes.
using Targets = std::span<const std::vector<int>>;

/// Sums over clips, so that batches add up.
struct Score {
    double loss = 0;    ///< summed
    double correct = 0; ///< clips that are right
};

/// What a model is trained for: a head on the hidden states, its loss and what counts as right. The trainer
/// knows this interface only. Arrays are row-major; states are h_t [rows, J] as the time steps lay them out.
template <class Scalar>
class Task {
public:
    virtual ~Task() = default;

    virtual Index outputs() const = 0; ///< predictions a clip
    /// Adds "head.W" [K, J] and "head.b" [K].
    virtual void addParameters(ParameterLayout& layout, Index hidden) = 0;
    virtual void start(Scalar* weights, std::uint64_t seed) const = 0;

    /// Predictions [clips, outputs] as probabilities.
    virtual void predict(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                         Scalar* predictions) const = 0;
    virtual Score score(const Scalar* predictions, Targets targets) const = 0;
    /// Gradients of the MEAN loss over the clips: `stateGradient` [rows, J] and the head's own
    /// weights, both overwritten.
    virtual void backward(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                          const Scalar* predictions, Targets targets, Scalar* stateGradient,
                          Scalar* gradient) const = 0;
};

/// "classification": softmax cross-entropy, one label a clip; "multi-label": sigmoids, any number of labels.
/// Throws Error.
template <class Scalar>
std::unique_ptr<Task<Scalar>> makeTask(std::string_view id, Index classes);

} // namespace rankscope
