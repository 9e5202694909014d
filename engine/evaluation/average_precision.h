// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

/// Average precision: how well the clips of a class are ranked above the others, without any threshold
/// (Manning, Raghavan and Schütze 2008, section 8.4; the measure of Hollywood2).
namespace rankscope {

/// Sum over the distinct scores, from the highest down, of (R_k - R_{k-1}) P_k: precision P and recall R of
/// the clips that score at least that much; equal scores count as one step, so that their order does not
/// matter. Missing where no clip is of the class. Scores that are not numbers rank last.
std::optional<double> averagePrecision(const std::vector<float>& scores, const std::vector<bool>& truth);

/// Of every class; `probabilities`: [clips][classes], `labels`: indices per clip.
std::vector<std::optional<double>> averagePrecisions(const std::vector<std::vector<float>>& probabilities,
                                                     const std::vector<std::vector<int>>& labels);

/// Mean over the classes that have one; missing where none has.
std::optional<double> meanAveragePrecision(const std::vector<std::optional<double>>& precisions);

} // namespace rankscope
