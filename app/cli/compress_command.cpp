// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/train_output.h"
#include "app/cli/training_options.h"
#include "engine/experiment/compare_formats.h"
#include "engine/format/format.h"
#include "engine/storage/run_folder.h"

namespace rankscope {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string run, data, out, format = "tt", budgets = "2000,4000,8000";
    std::optional<std::string> ranks, tuckerRanks, inModes, outModes;
    std::optional<double> tolerance, rate;
    std::optional<Index> blocks;
    std::optional<int> epochs;
    Index maxRank = 32;
    bool compare = false, json = false;
    ResourceOptions resources;
};

Json mapJson(const MapSpec& map) {
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    Json json{{"format", map.format}, {"inModes", map.inModes}, {"outModes", map.outModes}};
    if (fields.ranks > 0) json["ranks"] = map.ranks;
    if (fields.tucker > 0) json["tuckerRanks"] = map.tuckerRanks;
    if (fields.blocks) json["blocks"] = map.blocks;
    return json;
}

CompressionTarget targetOf(const Options& options) {
    CompressionTarget target;
    target.map.format = formatNamed(options.format).id();
    if (options.inModes) target.map.inModes = parseShape(*options.inModes, "--in");
    if (options.outModes) target.map.outModes = parseShape(*options.outModes, "--out-modes");
    if (options.ranks) target.map.ranks = parseShape(*options.ranks, "--ranks");
    if (options.tuckerRanks) target.map.tuckerRanks = parseShape(*options.tuckerRanks, "--tucker");
    target.map.blocks = options.blocks.value_or(2);
    target.tolerance = options.tolerance;
    target.maxRank = options.maxRank;
    checkCompressible(target);
    const RankFields fields = formatNamed(target.map.format).rankFields(2);
    const auto require = [&](bool missing, const char* option) {
        if (missing && !target.tolerance)
            throw Error("The format \"" + target.map.format + "\" needs ranks.",
                        std::string("Give ") + option + ".");
    };
    require(fields.ranks > 0 && target.map.ranks.empty(), "--ranks, or --tolerance");
    require(fields.tucker > 0 && target.map.tuckerRanks.empty(),
            fields.blocks ? "--tucker" : "--tucker, or --tolerance");
    require(fields.ranks + fields.tucker == 0 && !options.blocks, "--blocks");
    return target;
}

void compare(const Options& options, DenseRun& run, ProgressBar& bar) {
    const MapSpec modes = fromOptions([&] {
        MapSpec map;
        if (options.inModes) map.inModes = parseShape(*options.inModes, "--in");
        if (options.outModes) map.outModes = parseShape(*options.outModes, "--out-modes");
        map.blocks = options.blocks.value_or(2);
        return run.withModes(map);
    });
    const auto fits =
        compareFormats(run, modes, parseShape(options.budgets, "--parameters"), bar.reporter("fitting"));
    bar.clear();
    if (options.json) {
        Json rows = Json::array();
        for (const FormatFit& fit : fits) {
            Json row{{"budget", fit.budget}, {"parameters", fit.parameters}};
            row.update(mapJson(fit.map));
            row.update({{"weightError", fit.weightError},
                        {"outputError", fit.quality.outputError},
                        {"accuracy", fit.quality.accuracy},
                        {"loss", fit.quality.loss}});
            rows.push_back(row);
        }
        printJson({{"event", "comparison"},
                   {"clips", run.clips().size()},
                   {"split", run.clipSetName()},
                   {"dense",
                    {{"parameters", run.denseParameters()},
                     {"accuracy", run.quality().accuracy},
                     {"loss", run.quality().loss}}},
                   {"fits", rows}});
        return;
    }
    Table table({"format", "ranks", "budget", "parameters", "weight error", "output error", "accuracy"});
    table.add({"dense", "", "", grouped(run.denseParameters()), "", "", percent(run.quality().accuracy)});
    for (const FormatFit& fit : fits)
        table.add({fit.map.format, describedRanks(fit.map), grouped(fit.budget), grouped(fit.parameters),
                   fixed(fit.weightError, 4), fixed(fit.quality.outputError, 4),
                   percent(fit.quality.accuracy)});
    table.print();
    printLine("Modes " + toString(modes.inModes) + " -> " + toString(modes.outModes) +
              "; outputs and accuracy on " + std::to_string(run.clips().size()) + " " + run.clipSetName() +
              " clips.");
}

void print(const Options& options, const DenseRun& run, const CompressedModel& compressed,
           const MapQuality& quality) {
    const MapSpec& map = compressed.model.map;
    const bool missed = options.tolerance && compressed.weightError > *options.tolerance;
    if (options.json) {
        Json json{{"event", "compressed"}};
        json.update(mapJson(map));
        json.update({{"parameters", compressed.parameters},
                     {"parametersDense", run.denseParameters()},
                     {"weightError", compressed.weightError},
                     {"outputError", quality.outputError},
                     {"split", run.clipSetName()},
                     {"clips", run.clips().size()},
                     {"accuracyBefore", run.quality().accuracy},
                     {"accuracyAfter", quality.accuracy},
                     {"lossBefore", run.quality().loss},
                     {"lossAfter", quality.loss},
                     {"sweepErrors", compressed.errors}});
        if (options.tolerance) json["toleranceMet"] = !missed;
        printJson(json);
        return;
    }
    printLine(map.format + " map " + toString(map.inModes) + " -> " + toString(map.outModes) + ", " +
              describedRanks(map) + ": " + grouped(compressed.parameters) + " parameters instead of " +
              grouped(run.denseParameters()));
    printLine("weight error " + fixed(compressed.weightError, 4) + ", output error " +
              fixed(quality.outputError, 4) + "; accuracy " + percent(run.quality().accuracy) + " before, " +
              percent(quality.accuracy) + " after (" + std::to_string(run.clips().size()) + " " +
              run.clipSetName() + " clips)");
    if (!compressed.errors.empty())
        printLine("error " + fixed(compressed.errors.front(), 4) + " -> " +
                  fixed(compressed.errors.back(), 4) + " over " + std::to_string(compressed.errors.size()) +
                  " sweeps");
    if (missed)
        printLine("The tolerance " + fixed(*options.tolerance, 4) + " needs ranks above " +
                  std::to_string(options.maxRank) + ": raise --max-rank to come nearer.");
}

/// Goes on training in the new run.
void fineTune(const Options& options, const fs::path& data) {
    TrainRequest request;
    request.data = data;
    request.run = options.out;
    request.spec = readRun(options.out).spec;
    request.resume = true;
    request.resources = resourcesOf(options.resources);
    TrainOutput output(request.spec.training.epochs, options.json);
    trainWithOutput(request, output);
}

int run(const Options& options) {
    std::optional<CompressionTarget> target;
    if (!options.compare) target = fromOptions([&] { return targetOf(options); });
    if (!options.out.empty() && fs::exists(options.out) &&
        !(fs::is_directory(options.out) && fs::is_empty(options.out)))
        throw BadUse("\"" + options.out + "\" exists already.", "Choose another --out.");
    if (options.out.empty() && options.epochs)
        throw BadUse("--epochs without --out: there is no run to go on with.", "Give --out RUN2.");
    fs::path data;
    {
        ProgressBar bar(!options.json);
        DenseRun dense(options.run, options.data, resourcesOf(options.resources), bar.observer(), {});
        data = dense.dataFolder();
        if (options.compare) {
            compare(options, dense, bar);
            return 0;
        }
        target->map = fromOptions([&] { return dense.withModes(target->map); });
        const CompressedModel compressed = dense.compress(*target);
        const MapQuality quality = dense.measure(compressed);
        if (!options.out.empty()) dense.write(compressed, options.out, options.epochs, options.rate);
        bar.clear();
        print(options, dense, compressed, quality);
    }
    if (options.epochs) fineTune(options, data);
    if (!options.out.empty() && !options.json)
        printLine("The run is in " + options.out +
                  (options.epochs ? ""
                                  : "; train it further with train " + data.string() + " --out " +
                                        options.out + " --resume"));
    return 0;
}

} // namespace

void addCompress(CLI::App& program, Chosen& chosen) {
    auto* command =
        program.add_subcommand("compress", "Turn the dense map of a trained run into a compressed one");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of a run with a dense map")->required();
    command
        ->add_option("--out", options->out,
                     "Folder of the compressed run; without it only the errors are told")
        ->option_text("RUN2");
    command->add_option("--data", options->data, "Folder of the clips, where it has moved since")
        ->option_text("DATA");
    const auto add = [&](const char* name, auto& value, const char* help, const char* form) {
        return command->add_option(name, value, help)->group("Map")->option_text(form);
    };
    add("--format", options->format,
        "tt: TT-SVD; tucker: HOSVD and HOOI; ht: hierarchical SVD; bt, cp: least squares",
        "tt|tucker|ht|bt|cp");
    add("--in", options->inModes, "Input modes; by default those of the run", "8,20,20,18");
    add("--out-modes", options->outModes, "Output modes; by default those of the run", "4,4,4,4");
    auto* ranks =
        add("--ranks", options->ranks, "Ranks of TT and HT: one for all bonds, or one each", "8|8,8,8");
    auto* tucker =
        add("--tucker", options->tuckerRanks, "Tucker ranks: one for all modes, or one each", "4|4,4,4,4");
    add("--blocks", options->blocks, "Blocks of BT (by default 2), terms of CP", "2")
        ->check(CLI::PositiveNumber);
    auto* tolerance = add("--tolerance", options->tolerance,
                          "Relative error of the weights; ranks are then chosen (tt, tucker, ht)", "0.05")
                          ->excludes(ranks)
                          ->excludes(tucker);
    add("--max-rank", options->maxRank, "Highest rank that a tolerance may choose", "32");
    auto* compare = command->add_flag("--compare", options->compare,
                                      "Fit tt, bt, tucker and cp at equal parameters and print one table");
    compare->excludes(ranks)->excludes(tucker)->excludes(tolerance)->group("Comparison");
    command->add_option("--parameters", options->budgets, "Parameters of the map for --compare")
        ->group("Comparison")
        ->option_text("2000,4000,8000");
    command->add_option("--epochs", options->epochs, "Train the compressed run for N epochs")
        ->excludes(compare)
        ->check(CLI::Range(1, 1'000'000))
        ->group("Training")
        ->option_text("N");
    command->add_option("--lr", options->rate, "Learning rate; by default what suits the format")
        ->excludes(compare)
        ->check(CLI::PositiveNumber)
        ->group("Training")
        ->option_text("X");
    addResourceOptions(*command, options->resources);
    command->add_flag("--json", options->json, "Print one JSON object a line");
    command->footer(
        "Example:\n  rankscope-cli compress dense-run --format tt --ranks 8 --epochs 10 --out tt-run");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
