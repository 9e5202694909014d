// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/compare_runs.h"

#include "engine/experiment/run_predictions.h"
#include "engine/experiment/sweep.h"

#include <algorithm>
#include <map>

namespace rankscope {
namespace {

struct Run {
    RunInfo info;
    Predictions predictions;
    double rate = 0;
};

Run readCompared(const std::filesystem::path& folder) {
    Run run{readRun(folder), {}, 0};
    const ExperimentSpec& spec = run.info.spec;
    run.rate = spec.training.learningRate.value_or(defaultLearningRate(spec.model));
    auto predictions = readPredictions(run.info);
    if (!predictions || predictions->clips.empty())
        throw Error("The run \"" + folder.string() + "\" keeps no predictions of its best weights.",
                    run.info.bestEpoch == 0 ? "Train it first."
                                            : "Evaluate it with `rankscope-cli eval`, which writes them.");
    run.predictions = std::move(*predictions);
    return run;
}

void checkComparable(const Run& first, const Run& other) {
    if (first.info.dataIdentity == other.info.dataIdentity && first.info.classes == other.info.classes)
        return;
    throw Error("The runs \"" + first.info.folder.string() + "\" and \"" + other.info.folder.string() +
                    "\" have other clips or classes.",
                "Compare runs of one data set.");
}

std::optional<double> validationOf(const std::vector<const Run*>& runs) {
    double sum = 0;
    for (const Run* run : runs) {
        const auto& score =
            run->info.history[static_cast<std::size_t>(run->info.bestEpoch) - 1].validationScore();
        if (!score) return {};
        sum += *score;
    }
    return sum / static_cast<double>(runs.size());
}

bool allHave(const std::vector<Run>& runs, const std::string& set) {
    return std::ranges::all_of(runs, [&](const Run& run) { return !ofSet(run.predictions, set).empty(); });
}

/// The setting of one family, and the clips as its runs see them.
ComparedSetting settingOf(const std::map<double, std::vector<const Run*>>& byRate, const std::string& set,
                          ClipAccuracies& clips) {
    ComparedSetting setting;
    const std::vector<const Run*>* chosen = nullptr;
    std::optional<double> best;
    for (const auto& [rate, runs] : byRate) {
        setting.rates.push_back({rate, static_cast<int>(runs.size()), validationOf(runs)});
        const auto& validation = setting.rates.back().validation;
        if (byRate.size() > 1 && !validation)
            throw Error("The run \"" + runs[0]->info.folder.string() +
                            "\" has no validation clips, by which to choose among learning rates.",
                        "Compare runs of one learning rate, or train with validation clips.");
        if (chosen && validation <= best) continue;
        chosen = &runs;
        best = validation;
        setting.learningRate = rate;
    }
    std::vector<double> accuracies;
    for (const Run* run : *chosen) {
        const auto predictions = ofSet(run->predictions, set);
        const bool multiLabel = run->info.spec.model.task == "multi-label";
        addTo(clips, predictions, multiLabel);
        ClipAccuracies own;
        addTo(own, predictions, multiLabel);
        double sum = 0;
        for (const auto& [path, clip] : own) sum += clip.sum;
        accuracies.push_back(sum / static_cast<double>(own.size()));
        setting.runs.push_back(run->info.folder);
    }
    setting.spec = chosen->front()->info.spec;
    setting.accuracy = spreadOf(accuracies);
    setting.estimate = estimateAccuracy(clips);
    setting.counts = countParameters(setting.spec.model);
    return setting;
}

} // namespace

RunComparison compareRuns(const std::vector<std::filesystem::path>& folders, std::stop_token stop) {
    std::vector<Run> runs;
    for (const auto& folder : folders) {
        if (stop.stop_requested()) throw Cancelled();
        runs.push_back(readCompared(folder));
        checkComparable(runs.front(), runs.back());
    }
    if (runs.empty()) throw Error("There are no runs to compare.", "Name at least one run.");
    RunComparison comparison;
    comparison.set = allHave(runs, "test") ? "test" : "validation";
    if (!allHave(runs, comparison.set))
        throw Error("The runs keep predictions of different sets.",
                    "Evaluate each with `rankscope-cli eval`, and give each the same sets.");

    std::vector<ExperimentSpec> families; // in order of their first runs
    std::vector<std::map<double, std::vector<const Run*>>> members;
    for (const Run& run : runs) {
        const ExperimentSpec family = withoutSeedAndRate(run.info.spec);
        const auto place = std::ranges::find(families, family) - families.begin();
        if (static_cast<std::size_t>(place) == families.size()) {
            families.push_back(family);
            members.emplace_back();
        }
        members[static_cast<std::size_t>(place)][run.rate].push_back(&run);
        comparison.hasBaseline = comparison.hasBaseline || family.model.cell.kind == CellKind::Mean;
    }
    ClipAccuracies first;
    for (const auto& byRate : members) {
        if (stop.stop_requested()) throw Cancelled();
        ClipAccuracies clips;
        ComparedSetting setting = settingOf(byRate, comparison.set, clips);
        if (comparison.settings.empty())
            first = clips;
        else
            setting.toFirst = compareOnSameClips(first, clips);
        comparison.settings.push_back(std::move(setting));
    }
    return comparison;
}

} // namespace rankscope
