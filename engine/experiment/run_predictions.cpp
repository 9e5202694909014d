// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/run_predictions.h"

namespace rankscope {

void addPredictions(std::vector<ClipPrediction>& to, const std::string& set, const Dataset& dataset,
                    const std::vector<std::vector<int>>& labels, const std::vector<int>& clips,
                    const ClipScores& scores) {
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const auto number = static_cast<std::size_t>(clips[i]);
        const Clip& clip = dataset.clips[number];
        to.push_back({set, clip.path, clip.group, labels[number], scores.probabilities[i]});
    }
}

std::optional<Predictions> readPredictions(const RunInfo& run) {
    if (run.bestEpoch == 0) return {};
    return readPredictions(run.folder, run.classes, run.spec.model.task == "multi-label", run.bestEpoch);
}

std::vector<ClipPrediction> ofSet(const Predictions& predictions, const std::string& set) {
    std::vector<ClipPrediction> chosen;
    for (const ClipPrediction& clip : predictions.clips)
        if (clip.set == set) chosen.push_back(clip);
    return chosen;
}

} // namespace rankscope
