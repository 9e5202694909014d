// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/predictions.h"
#include "engine/evaluation/robustness.h"
#include "engine/experiment/experiment.h"

namespace rankscope {

struct RobustnessRow {
    Disturbance disturbance;
    AccuracyEstimate estimate;
    std::optional<PairedDifference> toUndisturbed; ///< missing for the undisturbed clips
};

struct RobustnessReport {
    std::string set;                 ///< "test" or "validation"
    std::vector<RobustnessRow> rows; ///< the undisturbed clips first
};

/// Accuracy of the best weights of a run on its test clips (without any: its validation clips) when they are
/// disturbed. `data` must be the run's own. Throws Error, Cancelled.
RobustnessReport robustnessOf(const std::filesystem::path& run, const std::filesystem::path& data,
                              const std::vector<Disturbance>& disturbances, std::uint64_t seed,
                              const Resources& resources, const Observer& observer,
                              std::stop_token stop = {});

} // namespace rankscope
