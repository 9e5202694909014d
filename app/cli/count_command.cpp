// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "engine/model/counts.h"

namespace rankscope {
namespace {

struct Options {
    ModelOptions model;
    bool json = false;
};

void printReport(const CountReport& report, const ModelSpec& model) {
    Table cores({"core", "shape", "parameters"});
    for (const auto& core : report.cores)
        cores.add({core.name, toString(core.shape), grouped(core.parameters)});
    if (compressesRecurrent(model))
        for (const auto& core : report.recurrentCores)
            cores.add({core.name, toString(core.shape), grouped(core.parameters)});
    cores.print();
    printLine("");
    Table totals({"", "compressed", "dense", "ratio"});
    const auto add = [&](const char* name, Index compressed, Index dense, double ratio) {
        totals.add({name, grouped(compressed), grouped(dense), ratioText(ratio)});
    };
    add("map (input to hidden)", report.inputToHidden, report.inputToHiddenDense,
        report.inputToHiddenRatio());
    if (compressesRecurrent(model))
        add("U (hidden to hidden)", report.hiddenToHidden, report.hiddenToHiddenDense,
            double(report.hiddenToHiddenDense) / double(report.hiddenToHidden));
    add("layer (with U and b)", report.layer, report.layerDense, report.layerRatio());
    if (model.classes > 0) {
        const std::string name = "model (with a head of " + std::to_string(model.classes) + " classes)";
        add(name.c_str(), report.model, report.modelDense, report.modelRatio());
    }
    totals.print();
    if (report.layerCeiling() > 0)
        printLine("The layer can never exceed " + ratioText(report.layerCeiling()) +
                  ", whatever the ranks of the map: " +
                  (compressesRecurrent(model) ? "U and b stay as they are." : "U and b stay dense."));
}

int run(const Options& options) {
    const ModelSpec model = fromOptions([&] {
        ModelSpec spec = baseSpec(options.model).model;
        applyModelOptions(options.model, spec);
        validate(spec);
        return spec;
    });
    const CountReport report = countParameters(model);
    if (!options.json) {
        printReport(report, model);
        return 0;
    }
    const auto listed = [](const std::vector<CoreCount>& cores) {
        Json list = Json::array();
        for (const auto& core : cores)
            list.push_back({{"name", core.name}, {"shape", core.shape}, {"parameters", core.parameters}});
        return list;
    };
    printJson({{"inputToHidden", report.inputToHidden},
               {"inputToHiddenDense", report.inputToHiddenDense},
               {"inputToHiddenRatio", report.inputToHiddenRatio()},
               {"hiddenToHidden", report.hiddenToHidden},
               {"hiddenToHiddenDense", report.hiddenToHiddenDense},
               {"layer", report.layer},
               {"layerDense", report.layerDense},
               {"layerRatio", report.layerRatio()},
               {"model", report.model},
               {"modelDense", report.modelDense},
               {"modelRatio", report.modelRatio()},
               {"cores", listed(report.cores)},
               {"recurrentCores", listed(report.recurrentCores)}});
    return 0;
}

} // namespace

void addCount(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("count", "Parameters of map, layer and model, against dense ones");
    const auto options = std::make_shared<Options>();
    addModelOptions(*command, options->model);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("Example:\n  rankscope-cli count --cell lstm --format tt --in 8,20,20,18 --out-modes "
                    "4,4,4,4 --ranks 4");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
