// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/predictions.h"

#include "engine/evaluation/metrics.h"

#include <stdexcept>

namespace rankscope {
namespace {

double meanOf(const ClipAccuracy& clip) {
    return clip.sum / clip.runs;
}

} // namespace

void addTo(ClipAccuracies& clips, std::span<const ClipPrediction> predictions, bool multiLabel) {
    for (const ClipPrediction& prediction : predictions) {
        ClipAccuracy& clip = clips[prediction.clip];
        clip.group = prediction.group;
        clip.sum += toldRight(prediction.probabilities, prediction.labels, multiLabel);
        ++clip.runs;
    }
}

AccuracyEstimate estimateAccuracy(const ClipAccuracies& clips) {
    if (clips.empty()) throw std::logic_error("an accuracy needs a clip");
    std::vector<double> values;
    std::vector<std::string> groups;
    AccuracyEstimate estimate;
    for (const auto& [path, clip] : clips) {
        values.push_back(meanOf(clip));
        groups.push_back(clip.group);
        estimate.accuracy += values.back();
    }
    const ResamplingUnits units = unitsOf(groups);
    estimate.accuracy /= static_cast<double>(values.size());
    estimate.interval = bootstrapInterval(values, units);
    estimate.clips = static_cast<int>(values.size());
    estimate.units = units.count;
    estimate.groups = units.groups;
    return estimate;
}

AccuracyEstimate estimateAccuracy(std::span<const ClipPrediction> predictions, bool multiLabel) {
    ClipAccuracies clips;
    addTo(clips, predictions, multiLabel);
    return estimateAccuracy(clips);
}

std::optional<PairedDifference> compareOnSameClips(const ClipAccuracies& first,
                                                   const ClipAccuracies& second) {
    std::vector<double> differences;
    std::vector<std::string> groups;
    PairedDifference result;
    bool single = true;
    for (const auto& [path, one] : first) {
        const auto found = second.find(path);
        if (found == second.end()) continue;
        const ClipAccuracy& other = found->second;
        single = single && one.runs == 1 && other.runs == 1;
        differences.push_back(meanOf(other) - meanOf(one));
        groups.push_back(one.group);
        result.difference += differences.back();
        result.onlyFirst += differences.back() < 0;
        result.onlySecond += differences.back() > 0;
    }
    if (differences.empty()) return {};
    result.clips = static_cast<int>(differences.size());
    result.difference /= result.clips;
    result.interval = bootstrapInterval(differences, unitsOf(groups));
    if (single) result.mcNemar = exactMcNemar(result.onlyFirst, result.onlySecond);
    return result;
}

} // namespace rankscope
