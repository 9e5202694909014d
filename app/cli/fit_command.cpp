// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "engine/model/fit.h"

namespace rankscope {
namespace {

struct Options {
    FitQuery query;
    std::optional<std::string> image, cell, gates;
    bool json = false;
};

void printReport(const std::vector<FitCandidate>& found, const FitQuery& query) {
    if (found.empty()) return printLine("Nothing fits this budget; try more modes or a larger budget.");
    printLine(std::string("Maps within ") +
              (query.parameters ? grouped(*query.parameters) + " parameters" : "") +
              (query.parameters && query.macs ? " and " : "") +
              (query.macs ? millions(*query.macs) + " MACs per frame" : "") +
              ", best first: most of the budget used (in steps of 5 %), then the fewest " +
              (query.parameters ? "MACs." : "parameters."));
    Table table({"format", "input modes", "output modes", "ranks", "parameters", "MACs per frame", "used"});
    for (const FitCandidate& one : found)
        table.add({one.map.format, toString(one.map.inModes, ","), toString(one.map.outModes, ","),
                   describedRanks(one.map), grouped(one.parameters), millions(one.macs), percent(one.used)});
    table.print();
}

int run(const Options& options) {
    const auto [query, found] = fromOptions([&] {
        FitQuery asked = options.query;
        if (options.cell) asked.cell.kind = parseId<CellKind>(*options.cell);
        if (options.gates) asked.cell.gates = parseId<GateLayout>(*options.gates);
        if (options.image) {
            asked.frame = parseShape(*options.image, "--image");
            asked.input = product(asked.frame);
            asked.criterion = ModeCriterion::Rows;
        }
        return std::pair(asked, fitBudget(asked));
    });
    if (!options.json) {
        printReport(found, query);
        return 0;
    }
    Json candidates = Json::array();
    for (const FitCandidate& one : found)
        candidates.push_back({{"format", one.map.format},
                              {"inModes", one.map.inModes},
                              {"outModes", one.map.outModes},
                              {"ranks", one.map.ranks},
                              {"tuckerRanks", one.map.tuckerRanks},
                              {"blocks", one.map.blocks},
                              {"parameters", one.parameters},
                              {"macsPerFrame", one.macs},
                              {"used", one.used}});
    printJson({{"input", query.input},
               {"hidden", query.hidden},
               {"gates", gateCount(query.cell.kind)},
               {"frames", query.frames},
               {"candidates", candidates}});
    return 0;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "|") + word;
    return text;
}

} // namespace

void addFit(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("fit", "Formats, modes and ranks that meet a budget, best first");
    const auto options = std::make_shared<Options>();
    FitQuery& query = options->query;
    const auto add = [&](const char* name, auto& value, const char* help, const std::string& form) {
        return command->add_option(name, value, help)->option_text(form);
    };
    std::vector<std::string> ids;
    for (const Format* format : formats()) ids.push_back(format->id());
    add("--params", query.parameters, "Parameters of the input-to-hidden map, all gates, at most", "4000");
    add("--macs", query.macs, "Multiply-accumulates of the map per frame, forward, at most", "2e6");
    auto* input = add("--input", query.input, "Values of a frame", "57600");
    add("--image", options->image, "Height, width and channels: prefers modes that follow the rows",
        "120x160x3")
        ->excludes(input);
    add("--hidden", query.hidden, "Units of the hidden state", "256");
    add("--cell", options->cell, "Recurrent cell", joined(idsOf<CellKind>()));
    add("--gates", options->gates, "One map for all gates or one each", joined(idsOf<GateLayout>()));
    add("--format", query.formats, "These formats only", joined(ids))->delimiter(',');
    add("--modes", query.modes, "This number of modes; without it 2 to 6", "4");
    add("--frames", query.frames, "Frames a batch: clips times frames a clip", "96");
    add("--each", query.each, "Answers of each format and number of modes", "1")->check(CLI::PositiveNumber);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli fit --params 4000 --input 57600 --hidden 256");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
