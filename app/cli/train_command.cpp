// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/train_output.h"
#include "app/cli/training_options.h"
#include "engine/experiment/presets.h"
#include "engine/storage/run_files.h"
#include "engine/storage/run_folder.h"
#include "engine/storage/spec_difference.h"

namespace rankscope {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string data, out;
    ModelOptions model;
    TrainingOptions training;
    ResourceOptions resources;
    bool resume = false, json = false;
};

/// A run is resumed with its own settings. The command that started it may be given again; other values would
/// be lost.
void checkSameSettings(const ExperimentSpec& run, ExperimentSpec asked, const std::string& folder) {
    asked.training.epochs = run.training.epochs;
    if (const auto difference = differenceOf(run, asked))
        throw BadUse(
            "The run \"" + folder + "\" was started with another " + difference->field +
                " than the options ask for.",
            "Leave the options out to go on with the run's own settings (only --epochs can rise), or "
            "start a new run.");
}

ExperimentSpec resumedSpec(const Options& options) {
    const ExperimentSpec own = readRun(options.out).spec;
    return fromOptions([&] {
        ExperimentSpec spec = options.model.hasBase() ? baseSpec(options.model) : own;
        applyModelOptions(options.model, spec.model);
        applyTrainingOptions(options.training, spec);
        if (!options.training.epochs) spec.training.epochs = own.training.epochs;
        checkSameSettings(own, spec, options.out);
        return spec;
    });
}

ExperimentSpec newSpec(const Options& options) {
    return fromOptions([&] {
        ExperimentSpec spec = baseSpec(options.model);
        applyModelOptions(options.model, spec.model);
        applyTrainingOptions(options.training, spec);
        validate(spec);
        return spec;
    });
}

int run(const Options& options) {
    TrainRequest request;
    request.data = options.data;
    request.run = options.out;
    request.resources = resourcesOf(options.resources);
    // Killed before the first frame was decoded there is no run yet: resuming then means starting.
    request.resume = options.resume && isRun(request.run);
    if (!options.resume && fs::exists(request.run) &&
        !(fs::is_directory(request.run) && fs::is_empty(request.run)))
        throw BadUse("\"" + options.out + "\" exists already.",
                     "Go on with it by --resume, or choose another --out.");
    request.spec = request.resume ? resumedSpec(options) : newSpec(options);

    TrainOutput output(request.spec.training.epochs, options.json);
    if (options.resume && !request.resume)
        output(WarningEvent{"There is no run in \"" + options.out + "\" yet: a new one is started."});
    const TrainResult result = trainWithOutput(request, output);
    if (!options.json && isRun(request.run))
        printLine(result.stopped ? "Go on with it by --resume --out " + options.out
                                 : "The run is in " + options.out);
    return 0;
}

} // namespace

void addTrain(CLI::App& program, Chosen& chosen) {
    auto* command =
        program.add_subcommand("train", "Train a model on a folder of videos, one sub-folder per class");
    const auto options = std::make_shared<Options>();
    command->add_option("DATA", options->data, "Folder of videos")->required();
    command->add_option("--out", options->out, "Folder of the run, made by the training")
        ->required()
        ->option_text("RUN REQUIRED");
    command->add_flag("--resume", options->resume, "Go on with the run in --out");
    command->add_flag("--json", options->json, "Print one JSON object a line");
    addResourceOptions(*command, options->resources);
    options->model.usual = videosPreset;
    addModelOptions(*command, options->model);
    addTrainingOptions(*command, options->training);
    command->footer("Example:\n  rankscope-cli train clips --out run1 --epochs 50 "
                    "--validate group:0.2\n"
                    "Ctrl-C stops after the batch and keeps a usable run.");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
