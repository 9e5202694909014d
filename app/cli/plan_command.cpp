// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "engine/model/costs.h"
#include "engine/model/counts.h"

namespace rankscope {
namespace {

struct Options {
    ModelOptions model;
    Index frames = 96;
    std::optional<double> largest;
    bool json = false;
};

void printReport(const CostReport& report) {
    printLine("Best order for " + std::to_string(report.frames) + " frames a batch, X = the frames:");
    printLine("  " + report.tree);
    printLine("");
    Table steps({"step", "product", "MACs per frame", "values", ""});
    for (std::size_t i = 0; i < report.steps.size(); ++i) {
        const StepCost& step = report.steps[i];
        steps.add({"#" + std::to_string(i + 1), step.left + " x " + step.right, millions(step.forward),
                   grouped(step.values), step.weightsOnly ? "weights, once a batch" : "each frame"});
    }
    steps.print();
    printLine("");
    printLine("MACs per frame: forward " + millions(report.forward) + ", training " +
              millions(report.training));
    printLine("Dense map: forward " + millions(report.denseForward) + " (" +
              ratioText(report.denseForward / report.forward) + " as many), training " +
              millions(report.denseTraining) + " (" + ratioText(report.denseTraining / report.training) +
              ")");
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
        return planCosts(model, options.frames,
                         options.largest.value_or(std::numeric_limits<double>::infinity()));
    });
    if (!options.json) {
        printReport(report);
        return 0;
    }
    Json orders = Json::array();
    for (const auto& order : report.orders)
        orders.push_back({{"name", order.name},
                          {"tree", order.tree},
                          {"macsPerFrame", {{"forward", order.forward}}},
                          {"ofOptimum", order.forward / report.forward},
                          {"ofDense", order.forward / report.denseForward}});
    Json steps = Json::array();
    for (const auto& step : report.steps)
        steps.push_back({{"left", step.left},
                         {"right", step.right},
                         {"weightsOnly", step.weightsOnly},
                         {"macsPerFrame", {{"forward", step.forward}, {"training", step.training}}},
                         {"values", step.values}});
    printJson(
        {{"tree", report.tree},
         {"frames", report.frames},
         {"macsPerFrame", {{"forward", report.forward}, {"training", report.training}}},
         {"dense", {{"forward", report.denseForward}, {"training", report.denseTraining}}},
         {"savingOverDense",
          {{"forward", report.denseForward / report.forward},
           {"training", report.denseTraining / report.training}}},
         {"recurrent",
          {{"tree", report.recurrentTree},
           {"macsPerFrame", {{"forward", report.recurrentForward}, {"training", report.recurrentTraining}}},
           {"dense",
            {{"forward", report.recurrentDenseForward}, {"training", report.recurrentDenseTraining}}}}},
         {"steps", steps},
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
    command
        ->add_option("--largest", options->largest,
                     "Values that a product may have, of one frame where it has frames; no bound by default")
        ->check(CLI::PositiveNumber)
        ->option_text("N");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli plan --preset ucf11-bt-lstm --frames 96");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
