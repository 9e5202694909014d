// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"
#include "engine/evaluation/clip_scores.h"
#include "engine/storage/predictions_file.h"
#include "engine/storage/run_folder.h"

namespace rankscope {

/// Appends what scores of `clips` say; `labels` of every clip by the numbering of the run's classes.
void addPredictions(std::vector<ClipPrediction>& to, const std::string& set, const Dataset& dataset,
                    const std::vector<std::vector<int>>& labels, const std::vector<int>& clips,
                    const ClipScores& scores);

/// What the best weights of a run say of its validation and test clips, as its folder keeps it: after
/// training, or after `eval`. Missing where it was never told. Throws Error where the file is damaged.
std::optional<Predictions> readPredictions(const RunInfo& run);

/// The predictions of one set; empty: none.
std::vector<ClipPrediction> ofSet(const Predictions& predictions, const std::string& set);

} // namespace rankscope
