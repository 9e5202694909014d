// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/progress_bar.h"
#include "app/cli/ranks_output.h"
#include "app/cli/training_options.h"
#include "engine/format/format.h"
#include "engine/ranks/choose_ranks.h"
#include "engine/ranks/spectra.h"

#include <iostream>

namespace rankscope {
namespace {

struct Options {
    std::string run, out, data;
    std::optional<std::string> set, blocks;
    std::optional<double> tolerance;
    std::optional<Index> parameters, spend, save;
    bool sweep = false, path = false, gauges = false, spectra = false, json = false;
    ResourceOptions resources;
};

/// "6,6,6" for the one list of ranks that a format has, "--blocks" for its number of blocks.
MapSpec askedRanks(const RankStudy& study, const Options& options) {
    MapSpec map = study.ungated(study.maps().front().spec);
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    if (options.set) {
        if (fields.ranks == 0 && fields.tucker == 0)
            throw BadUse("The format " + map.format + " has no ranks but its number of blocks.",
                         "Use --blocks.");
        (fields.ranks > 0 ? map.ranks : map.tuckerRanks) = parseShape(*options.set, "--set");
    }
    if (options.blocks) {
        if (!fields.blocks)
            throw BadUse("The format " + map.format + " has no blocks.", "Leave --blocks out.");
        const Shape blocks = parseShape(*options.blocks, "--blocks");
        if (blocks.size() != 1)
            throw BadUse("--blocks " + *options.blocks + " is more than one number.", "Give one.");
        map.blocks = blocks.front();
    }
    return map;
}

/// Opens the clips. Where that is not what was asked for, ranks can be changed without them.
void openClips(RankStudy& study, const Options& options, bool needed, ProgressBar& bar) {
    try {
        study.openClips(options.data, resourcesOf(options.resources), bar.observer(), {});
    } catch (const Error& missing) {
        if (needed || !options.data.empty()) throw;
        bar.clear();
        std::cerr << "The clips cannot be read, so output error and accuracy are not measured: "
                  << missing.what() << "\n";
    }
}

int printSpectra(const RankStudy& study, const Options& options) {
    Json list = Json::array();
    for (std::size_t map = 0; map < study.maps().size(); ++map)
        for (const Spectrum& spectrum : spectraOf(study.maps()[map])) {
            list.push_back({{"map", map},
                            {"rank", spectrum.name},
                            {"block", spectrum.block < 0 ? Json(nullptr) : Json(spectrum.block)},
                            {"values", spectrum.values}});
            if (options.json) continue;
            std::string line =
                (study.maps().size() > 1 ? "map " + std::to_string(map + 1) + " " : "") + spectrum.name +
                (spectrum.block < 0 ? "" : " block " + std::to_string(spectrum.block + 1)) + ":";
            for (const double value : spectrum.values) line += " " + fixed(value, 4);
            printLine(line);
        }
    if (options.json) printJson({{"spectra", list}});
    return 0;
}

int printGaugesOf(RankStudy& study, const Options& options, ProgressBar& bar) {
    const auto gauges = study.gauges();
    bar.clear();
    const Index count = static_cast<Index>(study.maps().size());
    const Index present = count * parametersOf(study.maps().front().spec);
    Json json{{"inputToHidden", present}, {"gauges", gaugesJson(gauges)}};
    if (!options.json) printGauges(gauges);
    const auto advise = [&](const char* what, const MapSpec& spec) {
        const Index parameters = count * parametersOf(spec);
        json[what] = {{"ranks", ranksText(spec)}, {"inputToHidden", parameters}};
        if (!options.json)
            printLine(std::string(what) + ": ranks " + ranksText(spec) + ", " + grouped(parameters) +
                      " parameters instead of " + grouped(present));
    };
    if (options.spend) advise("spend", ranksToSpend(study.maps(), gauges, *options.spend));
    if (options.save) advise("save", ranksForBudget(study.maps(), present - *options.save));
    if (options.json) printJson(json);
    return 0;
}

int printSweep(RankStudy& study, const Options& options, ProgressBar& bar) {
    constexpr std::size_t steps = 20;
    const auto rows = study.sweep(options.path ? study.greedySpecs(steps) : study.uniformSpecs());
    bar.clear();
    if (options.json) {
        Json list = Json::array();
        for (const RankQuality& row : rows) list.push_back(qualityJson(row));
        printJson({{"clips", study.clipSetName()}, {"sweep", list}});
    } else {
        printQualities(rows, study.clipSetName());
    }
    return 0;
}

int changeRanks(RankStudy& study, const Options& options, ProgressBar& bar) {
    const MapSpec wanted =
        options.tolerance    ? study.ungated(ranksForTolerance(study.maps(), *options.tolerance))
        : options.parameters ? study.ungated(ranksForBudget(study.maps(), *options.parameters))
                             : askedRanks(study, options);
    const ModelChange unchanged = study.change(study.ungated(study.maps().front().spec));
    const ModelChange change = study.change(wanted);
    const RankQuality before = study.measure(unchanged), after = study.measure(change);
    bar.clear();
    if (!options.out.empty()) study.write(change, options.out);
    if (options.json) {
        printJson({{"clips", study.clipSetName()},
                   {"before", qualityJson(before)},
                   {"after", qualityJson(after)},
                   {"run", options.out.empty() ? Json(nullptr) : Json(options.out)}});
    } else {
        printQualities({before, after}, study.clipSetName());
        if (!options.out.empty())
            printLine("The run is in " + options.out + "; train it further with train --resume --out " +
                      options.out);
    }
    return 0;
}

int run(const Options& options) {
    const bool sets = options.set || options.blocks;
    const int asked = sets + options.tolerance.has_value() + options.parameters.has_value() + options.sweep +
                      options.gauges + options.spectra;
    if (asked != 1)
        throw BadUse(asked == 0 ? "It is not said what to do with the ranks."
                                : "Only one change or view of the ranks at a time.",
                     "Give one of --set (and --blocks), --tolerance, --parameters, --sweep, --gauges, "
                     "--spectra.");
    if (!options.out.empty() && (options.sweep || options.gauges || options.spectra))
        throw BadUse("--out goes with --set, --tolerance or --parameters.", "Leave it out.");
    if (options.path && !options.sweep) throw BadUse("--path goes with --sweep.", "Leave it out.");
    if ((options.spend || options.save) && !options.gauges)
        throw BadUse("--spend and --save go with --gauges.", "Add --gauges, or leave them out.");
    RankStudy study(options.run);
    if (options.spectra) return printSpectra(study, options);
    ProgressBar bar(!options.json); // the study reports to it from now on
    openClips(study, options, options.sweep || options.spend.has_value(), bar);
    if (options.gauges) return printGaugesOf(study, options, bar);
    return options.sweep ? printSweep(study, options, bar) : changeRanks(study, options, bar);
}

} // namespace

void addRanks(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("ranks", "Other ranks for a trained run, without training");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of the run")->required();
    command->add_option("--set", options->set, "New ranks, one for all or one each")->option_text("R,R,..");
    command->add_option("--blocks", options->blocks, "New number of blocks")->option_text("N");
    command->add_option("--tolerance", options->tolerance, "The smallest ranks with this relative error")
        ->option_text("ERROR");
    command->add_option("--parameters", options->parameters, "Ranks for a map of at most so many parameters")
        ->option_text("N");
    command->add_option("--out", options->out, "Folder of a new run with the new ranks")->option_text("RUN2");
    command->add_flag("--sweep", options->sweep, "Rounded copies on the validation clips, rank by rank");
    command->add_flag("--path", options->path, "With --sweep: along the greedy path, not equal ranks");
    command->add_flag("--gauges", options->gauges, "What each rank is worth: one less, one more");
    command->add_option("--spend", options->spend, "With --gauges: where so many more parameters help most")
        ->option_text("N")
        ->check(CLI::PositiveNumber);
    command->add_option("--save", options->save, "With --gauges: where so many parameters are missed least")
        ->option_text("N")
        ->check(CLI::PositiveNumber);
    command->add_flag("--spectra", options->spectra, "Singular values at each rank");
    command->add_option("--data", options->data, "Folder of the clips, where they have moved")
        ->option_text("DIR");
    addResourceOptions(*command, options->resources);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Examples:\n  rankscope-cli ranks run1 --sweep\n"
                    "  rankscope-cli ranks run1 --gauges --spend 500\n"
                    "  rankscope-cli ranks run1 --tolerance 0.05 --out run2");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
