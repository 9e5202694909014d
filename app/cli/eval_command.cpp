// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/progress_bar.h"
#include "app/cli/statistics_output.h"
#include "app/cli/training_options.h"
#include "engine/experiment/evaluate.h"

#include <iostream>

namespace rankscope {
namespace {

struct Options {
    std::string run, data, list, split = "all";
    ResourceOptions resources;
    bool json = false;
};

Json toJson(const EvaluationReport& report) {
    Json perClass = Json::array();
    for (const auto& score : report.evaluation.perClass)
        perClass.push_back({{"class", score.name},
                            {"precision", score.precision},
                            {"recall", score.recall},
                            {"f1", score.f1},
                            {"averagePrecision", orNull(score.averagePrecision)},
                            {"support", score.support}});
    return {{"accuracy", report.evaluation.accuracy},
            {"estimate", toJson(report.estimate)},
            {"loss", report.evaluation.loss},
            {"meanAveragePrecision", orNull(report.evaluation.meanAveragePrecision)},
            {"clips", report.clips},
            {"trainedOn", report.trainedOn},
            {"perClass", perClass},
            {"confusion", report.evaluation.confusion}};
}

void printConfusion(const Evaluation& evaluation) {
    constexpr std::size_t most = 20; // more columns fit no screen
    if (evaluation.confusion.empty() || evaluation.confusion.size() > most) return;
    printLine("");
    printLine("Confusion: rows are true classes, columns predicted ones.");
    std::vector<std::string> header{""};
    for (std::size_t k = 1; k <= evaluation.perClass.size(); ++k) header.push_back(std::to_string(k));
    Table table(header);
    for (std::size_t k = 0; k < evaluation.confusion.size(); ++k) {
        std::vector<std::string> row{std::to_string(k + 1) + " " + evaluation.perClass[k].name};
        for (const int count : evaluation.confusion[k]) row.push_back(std::to_string(count));
        table.add(row);
    }
    table.print();
}

void print(const EvaluationReport& report) {
    for (const auto& file : report.skipped)
        std::cerr << "skipped " << file.path << ": " << file.reason << "\n";
    const auto& precision = report.evaluation.meanAveragePrecision;
    printLine("accuracy " + estimateText(report.estimate) +
              (precision ? ", mean average precision " + percent(*precision) : "") + ", loss " +
              fixed(report.evaluation.loss, 4) + ", " + std::to_string(report.clips) + " clips; " +
              (report.trainedOn > 0 ? std::to_string(report.trainedOn) + " of them were trained on"
                                    : "none of them was trained on"));
    printLine("");
    std::vector<std::string> header{"class", "precision", "recall", "F1", "clips"};
    if (precision) header.push_back("average precision");
    Table table(header);
    for (const auto& score : report.evaluation.perClass) {
        std::vector<std::string> row{score.name, percent(score.precision), percent(score.recall),
                                     percent(score.f1), std::to_string(score.support)};
        if (precision) row.push_back(score.averagePrecision ? percent(*score.averagePrecision) : "-");
        table.add(row);
    }
    table.print();
    printConfusion(report.evaluation);
}

int run(const Options& options) {
    ProgressBar bar(!options.json);
    const EvaluationReport report =
        evaluateRun(options.run, options.data, options.list, options.split, resourcesOf(options.resources),
                    {}, bar.reporter("evaluating"));
    bar.clear();
    if (options.json)
        printJson(toJson(report));
    else
        print(report);
    return 0;
}

} // namespace

void addEval(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("eval", "Scores of a run on clips");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of the run")->required();
    command->add_option("DATA", options->data, "Folder of videos")->required();
    command
        ->add_option("--list", options->list, "CSV path,class[,group][,split] instead of a folder per class")
        ->option_text("CSV");
    command->add_option("--split", options->split, "Which clips, as the run divided them")
        ->check(CLI::IsMember({"all", "train", "validation", "test"}))
        ->option_text("all|train|validation|test");
    addResourceOptions(*command, options->resources);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli eval run1 clips --split validation");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
