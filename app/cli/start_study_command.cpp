// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt_watch.h"
#include "app/cli/result_output.h"
#include "app/cli/train_output.h"
#include "app/cli/training_options.h"
#include "engine/reproduce/start_study.h"

namespace rankscope {
namespace {

struct Options {
    std::string data, out;
    std::vector<std::string> models{"dense-lstm", "tt-lstm", "bt-lstm"}, starts;
    std::vector<double> rates;
    int seeds = 1;
    TrainingOptions training;
    ResourceOptions resources;
    bool json = false;
};

StartStudyRequest requestOf(const Options& options) {
    if (options.training.seed || options.training.rate)
        throw Error("A study of starts has neither --seed nor --lr.", "Use --seeds N and --rates.");
    StartStudyRequest request;
    request.study.kind = StudyKind::Folder;
    request.study.spec = studySpec(StudyKind::Folder, Protocol::Grouped, Start::Matched);
    applyTrainingOptions(options.training, request.study.spec);
    request.study.models = options.models;
    request.study.seeds = options.seeds;
    request.study.data = options.data;
    request.study.out = options.out;
    if (!options.starts.empty()) request.starts.clear();
    for (const std::string& start : options.starts) request.starts.push_back(parseId<Start>(start));
    if (!options.rates.empty()) request.rates = options.rates;
    return request;
}

int run(const Options& options) {
    const StartStudyRequest request = fromOptions([&] { return requestOf(options); });
    Interruption interruption;
    const std::stop_token stop = interruption.stop.get_token();
    const int epochs = request.study.spec.training.epochs;
    TrainOutput output(epochs, options.json, epochs);
    const auto studies = planStartStudy(request, std::ref(output), stop);
    StudyOutcome all;
    for (const RateStudy& study : studies) {
        const auto begin = [&](const StudyRun& one, int number, int count, RunStep step) {
            const std::string name = study.out.filename().string() + "/" + one.folder.filename().string();
            if (options.json)
                printJson({{"event", "run"}, {"run", name}, {"number", number}, {"count", count}});
            else
                printLine(name + (step == RunStep::Keep ? ": done already" : ""));
        };
        const auto failed = [&](const StudyRun&, const Error& error) { printError(error, options.json); };
        const StudyOutcome one = runStudy(study.study, study.out, resourcesOf(options.resources),
                                          {begin, failed, std::ref(output)}, interruption.control, stop);
        all = {one.stopped, all.failed + one.failed};
        if (all.stopped) break;
    }
    const ResultTable table = startStudyTable(studies);
    writeTable(request.study.out / "starts", table);
    if (options.json) {
        printJson(tableJson("table", table));
    } else {
        printTable(table);
        printLine(all.stopped
                      ? "Stopped: the same command goes on."
                      : "The table is in " + options.out + " as starts.md, starts.csv and starts.tex");
    }
    return all.failed > 0 ? 1 : 0;
}

} // namespace

void addStartStudy(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "start-study", "Models by starting values by learning rates: saturated gates and accuracies");
    const auto options = std::make_shared<Options>();
    command->add_option("DATA", options->data, "Folder of videos, one sub-folder per class")->required();
    command->add_option("--out", options->out, "Folder of its runs and tables; given again, it goes on")
        ->required()
        ->option_text("DIR REQUIRED");
    command->add_option("--models", options->models, "Models: <format>-<cell>[-r<rank>][-n<blocks>]")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->option_text("dense-lstm,tt-lstm,bt-lstm");
    command->add_option("--starts", options->starts, "Starting values")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->option_text("matched,tt-code,bt-code");
    command->add_option("--rates", options->rates, "Learning rates")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->option_text("1e-4,1e-3,1e-2");
    command->add_option("--seeds", options->seeds, "Runs of each")
        ->check(CLI::Range(1, 1000))
        ->option_text("1");
    command->add_flag("--json", options->json, "Print one JSON object a line");
    addResourceOptions(*command, options->resources);
    addTrainingOptions(*command, options->training);
    command->footer(
        "Example:\n  rankscope-cli start-study clips --out starts --epochs 20 --validate group:0.2");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
