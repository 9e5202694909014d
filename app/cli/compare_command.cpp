// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/statistics_output.h"
#include "engine/experiment/compare_runs.h"

#include <algorithm>

namespace rankscope {
namespace {

struct Options {
    std::vector<std::string> runs;
    bool json = false;
};

std::string nameOf(const ModelSpec& model) {
    return idOf(model.cell.kind) + " " + model.map.format + " " + describedRanks(model.map);
}

Json toJson(const ComparedSetting& setting) {
    Json runs = Json::array(), rates = Json::array();
    for (const auto& run : setting.runs) runs.push_back(run.string());
    for (const RateTrial& trial : setting.rates)
        rates.push_back(
            {{"rate", trial.rate}, {"runs", trial.runs}, {"validation", orNull(trial.validation)}});
    Json json{{"name", nameOf(setting.spec.model)},
              {"runs", runs},
              {"estimate", toJson(setting.estimate)},
              {"mean", setting.accuracy.mean},
              {"deviation", setting.accuracy.count > 1 ? Json(setting.accuracy.deviation) : Json(nullptr)},
              {"seeds", setting.accuracy.count},
              {"learningRate", setting.learningRate},
              {"rates", rates},
              {"toFirst", nullptr},
              {"inputToHidden", setting.counts.inputToHidden},
              {"inputToHiddenRatio", setting.counts.inputToHiddenRatio()},
              {"model", setting.counts.model},
              {"modelRatio", setting.counts.modelRatio()}};
    if (const auto& paired = setting.toFirst)
        json["toFirst"] = {{"difference", paired->difference}, {"interval", toJson(paired->interval)},
                           {"clips", paired->clips},           {"onlyFirst", paired->onlyFirst},
                           {"onlyThis", paired->onlySecond},   {"mcNemar", orNull(paired->mcNemar)}};
    return json;
}

void print(const RunComparison& comparison) {
    const AccuracyEstimate& first = comparison.settings.front().estimate;
    printLine("Accuracy on the " + comparison.set + " clips, 95 % intervals by bootstrap over " +
              (first.groups ? "groups" : "clips"));
    printLine("");
    Table table({"first run", "model", "clips", "accuracy", "interval", "seeds", "mean", "deviation",
                 "to first", "interval", "McNemar p", "map", "ratio", "model", "ratio", "rate"});
    for (const ComparedSetting& setting : comparison.settings) {
        std::vector<std::string> row{setting.runs.front().lexically_normal().filename().string(),
                                     nameOf(setting.spec.model),
                                     std::to_string(setting.estimate.clips),
                                     percent(setting.estimate.accuracy),
                                     intervalText(setting.estimate.interval),
                                     std::to_string(setting.accuracy.count),
                                     setting.accuracy.count > 1 ? percent(setting.accuracy.mean) : "-",
                                     setting.accuracy.count > 1 ? fixed(100 * setting.accuracy.deviation, 1)
                                                                : "-"};
        for (const std::string& cell : differenceCells(setting.toFirst)) row.push_back(cell);
        row.push_back(setting.toFirst && setting.toFirst->mcNemar ? fixed(*setting.toFirst->mcNemar, 3)
                                                                  : "-");
        const CountReport& counts = setting.counts;
        for (const std::string& cell : {grouped(counts.inputToHidden), ratioText(counts.inputToHiddenRatio()),
                                        grouped(counts.model), ratioText(counts.modelRatio())})
            row.push_back(cell);
        std::string rate = Json(setting.learningRate).dump();
        if (setting.rates.size() > 1) rate += " (best of " + std::to_string(setting.rates.size()) + ")";
        row.push_back(rate);
        table.add(row);
    }
    table.print();
    printLine("");
    printLine(
        "Accuracies and intervals are over all clips that some seed saw; mean and deviation over seeds, "
        "each on its own clips. Differences are in points, on the clips that both saw.");
    const bool chose = std::ranges::any_of(
        comparison.settings, [](const ComparedSetting& setting) { return setting.rates.size() > 1; });
    if (chose)
        printLine(comparison.set == "test"
                      ? "Learning rates were chosen by validation score."
                      : "Learning rates were chosen on the very clips shown: such accuracies are too high.");
    if (!comparison.hasBaseline) printLine("No run of the mean over time (--cell mean) is among them.");
}

int run(const Options& options) {
    const RunComparison comparison = compareRuns({options.runs.begin(), options.runs.end()});
    if (!options.json) {
        print(comparison);
        return 0;
    }
    Json settings = Json::array();
    for (const ComparedSetting& setting : comparison.settings) settings.push_back(toJson(setting));
    printJson({{"set", comparison.set}, {"hasBaseline", comparison.hasBaseline}, {"settings", settings}});
    return 0;
}

} // namespace

void addCompare(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("compare", "Runs side by side on the same clips, with intervals");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("RUN", options->runs,
                     "Folders of runs of one data set; those that differ by seed alone are one line")
        ->required();
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer(
        "Example:\n  rankscope-cli compare dense-1 tt-1 tt-2 tt-3\n"
        "Test clips where every run has some, else validation clips. Of runs that differ by learning\n"
        "rate the one with the best validation score is shown: its accuracy or, where clips have several\n"
        "labels, its mean average precision.");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
