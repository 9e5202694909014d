// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/progress_bar.h"
#include "app/cli/statistics_output.h"
#include "app/cli/training_options.h"
#include "engine/experiment/run_robustness.h"

namespace rankscope {
namespace {

struct Options {
    std::string run, data;
    std::vector<double> noise, occlusion, drop;
    bool repeat = false, shuffle = false, json = false;
    std::uint64_t seed = 1;
    ResourceOptions resources;
};

std::vector<Disturbance> disturbancesOf(const Options& options) {
    std::vector<Disturbance> all;
    const auto add = [&](DisturbanceKind kind, const std::vector<double>& amounts) {
        for (const double amount : amounts) all.push_back({kind, amount});
    };
    add(DisturbanceKind::Noise, options.noise);
    add(DisturbanceKind::Occlusion, options.occlusion);
    add(DisturbanceKind::Drop, options.drop);
    if (options.repeat) all.push_back({DisturbanceKind::Repeat, 0});
    if (options.shuffle) all.push_back({DisturbanceKind::Shuffle, 0});
    for (const Disturbance& disturbance : all) validate(disturbance);
    return all;
}

bool hasAmount(DisturbanceKind kind) {
    return kind == DisturbanceKind::Noise || kind == DisturbanceKind::Occlusion ||
           kind == DisturbanceKind::Drop;
}

Json toJson(const RobustnessReport& report) {
    Json rows = Json::array();
    for (const RobustnessRow& row : report.rows) {
        const auto& [kind, amount] = row.disturbance;
        Json json{{"disturbance", idOf(kind)}, {"amount", hasAmount(kind) ? Json(amount) : Json(nullptr)}};
        json.update(toJson(row.estimate));
        json["difference"] = row.toUndisturbed ? Json(row.toUndisturbed->difference) : Json(nullptr);
        json["differenceInterval"] = row.toUndisturbed ? toJson(row.toUndisturbed->interval) : Json(nullptr);
        rows.push_back(json);
    }
    return {{"set", report.set}, {"rows", rows}};
}

void print(const RobustnessReport& report) {
    const AccuracyEstimate& first = report.rows.front().estimate;
    printLine(std::to_string(first.clips) + " " + report.set + " clips; 95 % intervals by bootstrap over " +
              std::to_string(first.units) + (first.groups ? " groups" : " clips"));
    printLine("");
    Table table({"disturbance", "amount", "accuracy", "interval", "difference", "interval"});
    for (const RobustnessRow& row : report.rows) {
        const auto& [kind, amount] = row.disturbance;
        std::vector<std::string> cells{idOf(kind), hasAmount(kind) ? fixed(amount, 3) : "",
                                       percent(row.estimate.accuracy), intervalText(row.estimate.interval)};
        for (const std::string& cell : differenceCells(row.toUndisturbed)) cells.push_back(cell);
        table.add(cells);
    }
    table.print();
}

int run(const Options& options) {
    const auto disturbances = fromOptions([&] { return disturbancesOf(options); });
    ProgressBar bar(!options.json);
    const RobustnessReport report = robustnessOf(options.run, options.data, disturbances, options.seed,
                                                 resourcesOf(options.resources), bar.observer());
    bar.clear();
    if (options.json)
        printJson(toJson(report));
    else
        print(report);
    return 0;
}

} // namespace

void addRobust(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("robust", "Accuracy of a run on disturbed clips");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of the run")->required();
    command->add_option("DATA", options->data, "Its folder of videos")->required();
    const auto addList = [&](const char* name, std::vector<double>& values, const char* help,
                             const char* form) {
        command->add_option(name, values, help)->delimiter(',')->allow_extra_args(false)->option_text(form);
    };
    addList("--noise", options->noise, "Gaussian noise: standard deviations as shares of full scale",
            "0,0.1,0.2");
    addList("--occlusion", options->occlusion, "A grey box over these shares of the frame", "0.1,0.25");
    addList("--drop", options->drop, "Shares of the frames that are lost", "0.25,0.5");
    command->add_flag("--repeat", options->repeat, "The middle frame in place of all");
    command->add_flag("--shuffle", options->shuffle, "Frames in random order");
    command->add_option("--seed", options->seed, "The same seed draws the same")->option_text("S");
    addResourceOptions(*command, options->resources);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli robust run1 clips --noise 0.1,0.2 --shuffle\n"
                    "Test clips, or validation clips where the run has no others.");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
