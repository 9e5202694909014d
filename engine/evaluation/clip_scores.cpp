// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/clip_scores.h"

#include "engine/base/error.h"
#include "engine/evaluation/average_precision.h"
#include "engine/model/start.h"

namespace rankscope {

ClipScores scoreClips(SequenceModel<float>& model, const ClipSet& set, const std::vector<int>& clips,
                      int batch, ThreadPool& pool, std::stop_token stop, const Progress& progress) {
    LoaderPlan plan;
    plan.clips = clips;
    plan.batch = batch;
    plan.inputScale = inputScale(model.spec().start);
    BatchLoader loader(set.frames, set.spec, set.statistics, plan, pool.threads());
    ClipScores result;
    result.probabilities.resize(clips.size());
    int done = 0;
    std::vector<std::vector<int>> targets;
    for (Batch loaded; loader.next(loaded);) {
        if (stop.stop_requested()) throw Cancelled();
        const auto& predictions = model.forward(loaded.frames, pool);
        targets.clear();
        for (std::size_t i = 0; i < loaded.clips.size(); ++i) {
            targets.push_back(set.labels[static_cast<std::size_t>(loaded.clips[i])]);
            const auto first = predictions.begin() + static_cast<Index>(i) * model.outputs();
            result.probabilities[static_cast<std::size_t>(loaded.places[i])].assign(first,
                                                                                    first + model.outputs());
        }
        done += static_cast<int>(loaded.clips.size());
        const Score score = model.score(targets);
        result.score.loss += score.loss;
        result.score.correct += score.correct;
        if (progress) progress(done, static_cast<int>(clips.size()));
    }
    if (model.spec().task == "multi-label") {
        targets.clear();
        for (const int clip : clips) targets.push_back(set.labels[static_cast<std::size_t>(clip)]);
        result.meanPrecision = meanAveragePrecision(averagePrecisions(result.probabilities, targets));
    }
    return result;
}

} // namespace rankscope
