// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt_watch.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "app/cli/progress_bar.h"
#include "app/cli/training_options.h"
#include "engine/experiment/presets.h"
#include "engine/experiment/rate_test.h"

#include <cstdio>

namespace rankscope {
namespace {

struct Options {
    std::string data;
    RateRangeSpec range;
    ModelOptions model;
    TrainingOptions training;
    ResourceOptions resources;
    bool json = false;
};

std::string rateText(double rate) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2e", rate);
    return text;
}

Json toJson(const RateRangePoint& point) {
    return {{"event", "batch"},
            {"batch", point.batch},
            {"rate", point.rate},
            {"loss", point.loss},
            {"smoothed", point.smoothed}};
}

void print(const RateRangeResult& result) {
    constexpr std::size_t most = 20; // lines
    const std::size_t step = std::max<std::size_t>(1, (result.points.size() + most - 1) / most);
    Table table({"batch", "rate", "loss", "smoothed"});
    for (std::size_t i = 0; i < result.points.size(); i += step) {
        const RateRangePoint& point = result.points[i];
        table.add({std::to_string(point.batch), rateText(point.rate), fixed(point.loss, 4),
                   fixed(point.smoothed, 4)});
    }
    table.print();
    printLine("");
    if (result.diverged)
        printLine("The loss diverged after " +
                  rateText(result.points.empty() ? 0 : result.points.back().rate) + ".");
    if (result.stopped) printLine("Stopped after batch " + std::to_string(result.points.size()) + ".");
    if (result.suggested)
        printLine("Suggested learning rate " + rateText(*result.suggested) + ": train with --lr " +
                  rateText(*result.suggested));
    else if (!result.stopped)
        printLine("The loss fell at no rate: nothing can be suggested.");
}

int run(const Options& options) {
    const ExperimentSpec spec = fromOptions([&] {
        ExperimentSpec wanted = baseSpec(options.model);
        applyModelOptions(options.model, wanted.model);
        applyTrainingOptions(options.training, wanted);
        validate(wanted);
        validate(options.range);
        return wanted;
    });
    std::stop_source stop;
    InterruptWatch watch([&] { stop.request_stop(); });
    ProgressBar bar(!options.json);
    const auto point = [&](const RateRangePoint& one) {
        if (options.json)
            printJson(toJson(one));
        else
            bar.show("testing rates", one.batch, options.range.batches, "loss " + fixed(one.smoothed, 3));
    };
    const RateRangeResult result =
        testRates(options.data, spec, options.range, resourcesOf(options.resources), bar.observer(), point,
                  stop.get_token());
    bar.clear();
    if (options.json)
        printJson({{"event", "done"},
                   {"suggested", orNull(result.suggested)},
                   {"diverged", result.diverged},
                   {"stopped", result.stopped}});
    else
        print(result);
    return 0;
}

} // namespace

void addLrTest(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "lr-test", "Find a learning rate: a short training with rates that grow from batch to batch");
    const auto options = std::make_shared<Options>();
    command->add_option("DATA", options->data, "Folder of videos")->required();
    command->add_option("--lowest", options->range.lowest, "First rate")->option_text("1e-6");
    command->add_option("--highest", options->range.highest, "Last rate")->option_text("1");
    command->add_option("--batches", options->range.batches, "Batches, one rate each")->option_text("100");
    command->add_flag("--json", options->json, "Print one JSON object a line");
    addResourceOptions(*command, options->resources);
    options->model.usual = videosPreset;
    addModelOptions(*command, options->model);
    addTrainingOptions(*command, options->training);
    command->footer("Example:\n  rankscope-cli lr-test clips --cell gru\n"
                    "Nothing is kept. Stops early where the loss diverges.");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
