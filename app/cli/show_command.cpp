// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/statistics_output.h"
#include "app/cli/train_output.h"
#include "engine/experiment/run_predictions.h"
#include "engine/model/counts.h"
#include "engine/storage/run_folder.h"
#include "engine/storage/spec_json.h"

namespace rankscope {
namespace {

struct Options {
    std::string run;
    bool json = false;
};

Json toJson(const RunInfo& info, const CountReport& counts) {
    Json epochs = Json::array();
    for (const auto& record : info.history) epochs.push_back(epochJson(record));
    return {{"state", idOf(info.state)},
            {"version", info.version},
            {"spec", Json(toJson(info.spec))},
            {"dataRoot", info.dataRoot.string()},
            {"dataIdentity", info.dataIdentity},
            {"classes", info.classes},
            {"inputToHidden", counts.inputToHidden},
            {"layer", counts.layer},
            {"model", counts.model},
            {"bestEpoch", info.bestEpoch},
            {"testAccuracy", orNull(info.testAccuracy)},
            {"testMeanPrecision", orNull(info.testMeanPrecision)},
            {"startSaturation", orNull(info.startSaturation)},
            {"epochs", epochs}};
}

std::string classNames(const std::vector<std::string>& classes) {
    constexpr std::size_t most = 12;
    std::string text = std::to_string(classes.size()) + " classes:";
    for (std::size_t i = 0; i < std::min(most, classes.size()); ++i)
        text += (i == 0 ? " " : ", ") + classes[i];
    return classes.size() > most ? text + ", ..." : text;
}

void print(const RunInfo& info, const CountReport& counts) {
    const auto& [model, data, training] = info.spec;
    printLine(info.folder.string() + ": " + idOf(info.state) + ", " + std::to_string(info.history.size()) +
              " of " + std::to_string(training.epochs) + " epochs");
    printLine(idOf(model.cell.kind) + ", " + model.map.format + " map " + toString(model.map.inModes) +
              " -> " + toString(model.map.outModes) + ": " + grouped(counts.inputToHidden) + " parameters (" +
              ratioText(counts.inputToHiddenRatio()) + "), " +
              (compressesRecurrent(model)
                   ? "U " + model.recurrent.format + ": " + grouped(counts.hiddenToHidden) + " parameters, "
                   : "") +
              "model " + grouped(counts.model) + " (" + ratioText(counts.modelRatio()) + ")");
    printLine("Data " + info.dataRoot.string() + ", " + classNames(info.classes));
    printLine((data.wholeClips() ? "Whole clips, one frame of " + std::to_string(data.every) + ", at most " +
                                       std::to_string(data.mostFrames)
                                 : "Frames " + std::to_string(data.frames)) +
              " of " + std::to_string(data.width) + "x" + std::to_string(data.height) + ", input " +
              idOf(data.input) + ", " + idOf(data.layout) + ", validation " + data.validation.text() +
              ", test " + data.test.text());
    constexpr std::size_t most = 10;
    const std::size_t first = info.history.size() > most ? info.history.size() - most : 0;
    if (first > 0) printLine("...");
    for (std::size_t i = first; i < info.history.size(); ++i)
        printLine(epochLine(info.history[i], training.epochs));
    if (info.bestEpoch > 0)
        printLine("Best: " +
                  epochLine(info.history[static_cast<std::size_t>(info.bestEpoch) - 1], training.epochs));
    if (info.testMeanPrecision) printLine("Test mean average precision " + percent(*info.testMeanPrecision));
    const auto predictions = readPredictions(info);
    const auto clipsOf = [&](const char* set) {
        return predictions ? ofSet(*predictions, set) : std::vector<ClipPrediction>();
    };
    const auto estimateOf = [&](const std::vector<ClipPrediction>& clips) {
        return estimateText(estimateAccuracy(clips, info.spec.model.task == "multi-label"));
    };
    if (const auto clips = clipsOf("validation"); !clips.empty())
        printLine("Validation accuracy " + estimateOf(clips));
    if (const auto clips = clipsOf("test"); !clips.empty())
        printLine("Test accuracy " + estimateOf(clips));
    else if (info.testAccuracy)
        printLine("Test accuracy " + percent(*info.testAccuracy));
}

int run(const Options& options) {
    const RunInfo info = readRun(options.run);
    const CountReport counts = countParameters(info.spec.model);
    if (options.json)
        printJson(toJson(info, counts));
    else
        print(info, counts);
    return 0;
}

} // namespace

void addShow(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("show", "What a run is and how far it came");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of the run")->required();
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli show run1");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
