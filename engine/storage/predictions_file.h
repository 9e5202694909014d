// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/predictions.h"

#include <filesystem>

/// predictions.csv of a run: what its best weights say of its validation and test clips, one row a clip:
/// `epoch,set,clip,group,labels` and a column for the probability of every class, named by it. Labels are
/// numbers of classes from 0, several divided by spaces.
namespace rankscope {

struct Predictions {
    int epoch = 0; ///< of the weights
    std::vector<std::string> classes;
    std::vector<ClipPrediction> clips;
};

/// Throws Error where the folder cannot be written or the file would be larger than is read again.
void writePredictions(const std::filesystem::path& run, const Predictions& predictions);

/// Missing where the run has none of the weights of `epoch`. Throws Error where the file does not fit the
/// classes, names a clip of a set twice, or holds what is no probability or label.
std::optional<Predictions> readPredictions(const std::filesystem::path& run,
                                           const std::vector<std::string>& classes, bool multiLabel,
                                           int epoch);

} // namespace rankscope
