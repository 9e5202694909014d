// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/costs.h"

namespace rankscope {

/// What training steps cost on one machine: a time for each value of a frame that is read and one for each
/// multiply-accumulate, of maps with few weights and of those that run as matrix products.
struct StepRates {
    double nsPerValue = 0, nsPerMac = 0, nsPerDenseMac = 0;
    bool operator==(const StepRates&) const = default;
};

/// What training steps of one model took.
struct StepMeasure {
    double ns = 0, values = 0, macs = 0; ///< of all frames of a step
};

/// The rates that explain the steps of a map with few weights, of one with more, and of a matrix product.
StepRates solveStepRates(const StepMeasure& low, const StepMeasure& high, const StepMeasure& dense);

/// Benchmarks three small models with `threads` threads (0: one per core) and solves for the rates; takes
/// about a second of all of them.
StepRates measureStepRates(int threads);

/// Milliseconds that a training step of `costs.frames` frames is expected to take: a guide, good to a factor
/// of two or so.
double expectedStepMs(const StepRates& rates, const ModelSpec& model, const CostReport& costs);

} // namespace rankscope
