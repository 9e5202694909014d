// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/statistics.h"

#include <map>

/// What runs say of single clips, so that they can be compared on the same ones.
namespace rankscope {

struct ClipPrediction {
    std::string set;                  ///< "validation" or "test"
    std::string clip;                 ///< path relative to the data folder; names the clip, is never opened
    std::string group;                ///< empty: none
    std::vector<int> labels;          ///< true ones: numbers of classes
    std::vector<float> probabilities; ///< of every class
};

struct AccuracyEstimate {
    double accuracy = 0;
    std::optional<Interval> interval;
    int clips = 0, units = 0;
    bool groups = false; ///< units are groups, not clips
};

/// How often a clip is told right, by its path; a mean over the runs that saw it.
struct ClipAccuracy {
    std::string group;
    double sum = 0;
    int runs = 0;
};
using ClipAccuracies = std::map<std::string, ClipAccuracy>;

void addTo(ClipAccuracies& clips, std::span<const ClipPrediction> predictions, bool multiLabel);

/// Of all clips with equal weight; `clips` must not be empty.
AccuracyEstimate estimateAccuracy(const ClipAccuracies& clips);
AccuracyEstimate estimateAccuracy(std::span<const ClipPrediction> predictions, bool multiLabel);

/// The second against the first on the clips that both saw.
struct PairedDifference {
    double difference = 0; ///< second - first
    std::optional<Interval> interval;
    int clips = 0;
    int onlyFirst = 0, onlySecond = 0; ///< clips that one of them alone tells right
    std::optional<double> mcNemar;     ///< of single runs
};
/// Missing where there is no common clip.
std::optional<PairedDifference> compareOnSameClips(const ClipAccuracies& first, const ClipAccuracies& second);

} // namespace rankscope
