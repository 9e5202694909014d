// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/evaluation/clip_scores.h"
#include "engine/training/training_spec.h"

#include <functional>

/// The learning-rate range test (Smith 2017): from the starting values on, every batch is trained with a
/// larger rate than the one before; the loss tells from which rate on learning begins and where it ends.
namespace rankscope {

struct RateRangeSpec {
    double lowest = 1e-6, highest = 1;
    int batches = 100; ///< rates between them, in equal ratios
};
/// Throws Error naming the field, its value and the nearest valid choice.
void validate(const RateRangeSpec& spec);

struct RateRangePoint {
    int batch = 0; ///< from 1
    double rate = 0;
    double loss = 0;     ///< mean of the batch, before its update
    double smoothed = 0; ///< exponential mean, freed of its start
};

struct RateRangeResult {
    std::vector<RateRangePoint> points;
    /// A tenth of the rate at the lowest smoothed loss, not below the lowest tried; missing where the loss
    /// never fell.
    std::optional<double> suggested;
    bool diverged = false; ///< ended early: the smoothed loss was above four times its lowest, or not finite
    bool stopped = false;  ///< ended early because `stop` asked for it
};

/// Trains a model of its own and leaves nothing behind; ends early where the loss diverges or `stop` asks for
/// it. `training` gives seed, batch, optimiser, clipping and dropout. The same for any number of threads.
/// Throws Error.
RateRangeResult testRates(const ModelSpec& model, const TrainingSpec& training, const ClipSet& set,
                          const Split& split, int threads, const RateRangeSpec& range,
                          const std::function<void(const RateRangePoint&)>& observer,
                          std::stop_token stop = {});

} // namespace rankscope
