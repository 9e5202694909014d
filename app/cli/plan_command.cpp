// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "engine/model/costs.h"

namespace rankscope {
namespace {

struct Options {
    ModelOptions model;
    Index frames = 96;
    bool json = false;
};

void printReport(const CostReport& report) {
    printLine("Best order for " + std::to_string(report.frames) + " frames a batch, X = the frames:");
    printLine("  " + report.tree);
    printLine("MACs per frame: forward " + millions(report.forward) + ", training " +
              millions(report.training));
    printLine("Dense map: forward " + millions(report.denseForward) + ", training " +
              millions(report.denseTraining));
    printLine("Largest intermediate: " + grouped(report.peakIntermediate) + " values");
    if (report.recurrentForward > 0) {
        printLine("Hidden to hidden, U h" +
                  (report.recurrentTree.empty() ? ": dense" : ", X = h: " + report.recurrentTree));
        printLine("  MACs per frame: forward " + millions(report.recurrentForward) + ", training " +
                  millions(report.recurrentTraining) + "; dense " + millions(report.recurrentDenseForward) +
                  ", " + millions(report.recurrentDenseTraining));
    }
    printLine("");
    Table orders({"order", "MACs per frame", "of the optimum", "of dense"});
    for (const auto& order : report.orders)
        orders.add({order.name, millions(order.forward), fixed(order.forward / report.forward, 2) + "x",
                    fixed(order.forward / report.denseForward, 3) + "x"});
    orders.print();
}

int run(const Options& options) {
    const CostReport report = fromOptions([&] {
        ModelSpec model = baseSpec(options.model).model;
        applyModelOptions(options.model, model);
        return planCosts(model, options.frames);
    });
    if (!options.json) {
        printReport(report);
        return 0;
    }
    Json orders = Json::array();
    for (const auto& order : report.orders)
        orders.push_back({{"name", order.name}, {"macsPerFrame", {{"forward", order.forward}}}});
    printJson(
        {{"tree", report.tree},
         {"frames", report.frames},
         {"macsPerFrame", {{"forward", report.forward}, {"training", report.training}}},
         {"dense", {{"forward", report.denseForward}, {"training", report.denseTraining}}},
         {"recurrent",
          {{"tree", report.recurrentTree},
           {"macsPerFrame", {{"forward", report.recurrentForward}, {"training", report.recurrentTraining}}},
           {"dense",
            {{"forward", report.recurrentDenseForward}, {"training", report.recurrentDenseTraining}}}}},
         {"orders", orders},
         {"peakIntermediate", report.peakIntermediate}});
    return 0;
}

} // namespace

void addPlan(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("plan", "Contraction order of the map and what it costs");
    const auto options = std::make_shared<Options>();
    addModelOptions(*command, options->model);
    command->add_option("--frames", options->frames, "Frames a batch: clips times frames a clip")
        ->check(CLI::PositiveNumber)
        ->option_text("96");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli plan --preset ucf11-bt-lstm --frames 96");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
