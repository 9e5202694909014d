// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/metrics.h"
#include "engine/evaluation/predictions.h"
#include "engine/experiment/experiment.h"

namespace rankscope {

/// Result of a run on clips: metrics, and how many of the clips it was trained on.
struct EvaluationReport {
    Evaluation evaluation;
    AccuracyEstimate estimate; ///< the accuracy with its interval
    int clips = 0, trainedOn = 0;
    std::vector<SkippedFile> skipped;
};

/// Evaluates the best weights of a run on a data folder (or list). `split`: all, train, validation or test as
/// the run divided them; classes are matched by name. What it says of the run's own validation and test clips
/// is kept in the run's folder, where that can be written. Throws Error, Cancelled.
EvaluationReport evaluateRun(const std::filesystem::path& run, const std::filesystem::path& data,
                             const std::filesystem::path& list, const std::string& split,
                             const Resources& resources, std::stop_token stop = {},
                             const Progress& progress = {});

} // namespace rankscope
