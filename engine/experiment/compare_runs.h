// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/predictions.h"
#include "engine/experiment/experiment.h"
#include "engine/model/counts.h"

#include <stop_token>

namespace rankscope {

/// A learning rate that was tried, and the mean EpochRecord::validationScore() of its runs' best epochs.
struct RateTrial {
    double rate = 0;
    int runs = 0;
    std::optional<double> validation;
};

/// Runs of equal settings but for the seed, at the learning rate that was best on validation.
struct ComparedSetting {
    ExperimentSpec spec;                     ///< of the first run
    std::vector<std::filesystem::path> runs; ///< at the chosen rate
    double learningRate = 0;
    std::vector<RateTrial> rates;            ///< all that were tried, ascending
    Spread accuracy;                         ///< over the runs, each on its own clips
    AccuracyEstimate estimate;               ///< over the clips of all runs, each with its mean over the runs
    std::optional<PairedDifference> toFirst; ///< missing for the first setting, and without common clips
    CountReport counts;
};

struct RunComparison {
    std::string set; ///< "test" or "validation"
    std::vector<ComparedSetting> settings;
    bool hasBaseline = false; ///< the mean over time is among them
};

/// Compares runs on the clips whose predictions their folders keep: on test clips where every run has some,
/// else on validation clips. Settings are in the order of their first runs. Throws Error where runs have
/// other data or classes, or no predictions; Cancelled.
RunComparison compareRuns(const std::vector<std::filesystem::path>& runs, std::stop_token stop = {});

} // namespace rankscope
