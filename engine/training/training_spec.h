// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"
#include "engine/model/model_spec.h"

#include <cstdint>
#include <optional>

namespace rankscope {

enum class OptimizerKind { Adam, Sgd };
enum class ScheduleKind { Constant, Step, Cosine };

template <>
struct Names<OptimizerKind> {
    static constexpr const char* what = "Optimizer";
    static constexpr Named<OptimizerKind> all[] = {{OptimizerKind::Adam, "adam", "Adam"},
                                                   {OptimizerKind::Sgd, "sgd", "SGD with momentum"}};
};
template <>
struct Names<ScheduleKind> {
    static constexpr const char* what = "Schedule";
    static constexpr Named<ScheduleKind> all[] = {{ScheduleKind::Constant, "constant", "Constant"},
                                                  {ScheduleKind::Step, "step", "Step"},
                                                  {ScheduleKind::Cosine, "cosine", "Cosine"}};
};

/// All that a user sets of the training itself; with the model, the data and the seed it determines the run.
struct TrainingSpec {
    int epochs = 20;
    int batch = 16;                     ///< clips a step
    std::optional<double> learningRate; ///< unset: defaultLearningRate of the model
    OptimizerKind optimizer = OptimizerKind::Adam;
    double momentum = 0.9; ///< SGD
    ScheduleKind schedule = ScheduleKind::Constant;
    double weightDecay = 0; ///< decoupled, a step: w -= rate * decay * w; biases excepted
    double clip = 5;        ///< gradients are scaled down to this norm; 0 = off
    double inputDropout = 0, recurrentDropout = 0;
    int patience = 0; ///< epochs without improvement before stopping; 0 = off
    std::uint64_t seed = 1;

    bool operator==(const TrainingSpec&) const = default;
};

/// Throws Error naming the field, its value and the nearest valid choice.
void validate(const TrainingSpec& spec);

/// 3e-3 for compressed maps; for a dense map smaller the more inputs it has (about 1e-5 at 57 600).
double defaultLearningRate(const ModelSpec& model);

/// The rate of an epoch (0-based): constant; step: a tenth after half, a hundredth after three quarters of
/// the epochs; cosine: falls to 0.
double scheduledRate(const TrainingSpec& spec, double rate, int epoch);

} // namespace rankscope
