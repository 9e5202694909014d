// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/run_robustness.h"

#include "engine/experiment/run_data.h"
#include "engine/experiment/run_predictions.h"

namespace rankscope {

RobustnessReport robustnessOf(const std::filesystem::path& run, const std::filesystem::path& folder,
                              const std::vector<Disturbance>& disturbances, std::uint64_t seed,
                              const Resources& resources, const Observer& observer, std::stop_token stop) {
    for (const Disturbance& disturbance : disturbances) validate(disturbance);
    const RunHeader header = readHeader(run);
    const SavedModel best = readBest(run);
    const RunData data = openRunData(folder, header.spec.data, resources, observer, stop);
    const Split split = storedSplit(header, data);
    RobustnessReport report;
    report.set = split.test.empty() ? "validation" : "test";
    const std::vector<int>& clips = split.test.empty() ? split.validation : split.test;
    if (clips.empty())
        throw Error("The run \"" + run.string() + "\" has neither test nor validation clips.",
                    "Train a run that keeps some clips back.");

    const int batch = header.spec.training.batch;
    SequenceModel<float> model(best.model, framesAtOnce(header.spec.data, batch));
    model.weights().assign(best.weights.begin(), best.weights.end());
    ThreadPool pool(resources.threads);
    const ClipSet set{data.frames, header.spec.data, header.statistics, data.labels};
    ClipAccuracies undisturbed;
    std::vector<Disturbance> all{{}};
    all.insert(all.end(), disturbances.begin(), disturbances.end());
    for (const Disturbance& disturbance : all) {
        const ClipScores scores = scoreDisturbed(model, set, clips, batch, disturbance, seed, pool, stop,
                                                 progressOf(observer, Phase::Testing));
        std::vector<ClipPrediction> predictions;
        addPredictions(predictions, report.set, data.dataset, data.labels, clips, scores);
        ClipAccuracies accuracies;
        addTo(accuracies, predictions, header.multiLabel);
        RobustnessRow row{disturbance, estimateAccuracy(accuracies), {}};
        if (report.rows.empty())
            undisturbed = accuracies;
        else
            row.toUndisturbed = compareOnSameClips(undisturbed, accuracies);
        report.rows.push_back(std::move(row));
    }
    return report;
}

} // namespace rankscope
