// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/model_options.h"
#include "app/cli/output.h"
#include "engine/experiment/benchmark.h"

namespace rankscope {
namespace {

struct Options {
    ModelOptions model;
    BenchmarkSpec bench;
    bool json = false;
};

std::string both(const Timing& timing, int digits, const char* unit) {
    return fixed(timing.median, digits) + " (least " + fixed(timing.minimum, digits) + ") " + unit;
}

int run(const Options& options) {
    BenchmarkSpec spec = options.bench;
    spec.model = fromOptions([&] {
        ModelSpec model = baseSpec(options.model).model;
        applyModelOptions(options.model, model);
        return model;
    });
    const BenchmarkReport report = runBenchmark(spec);
    if (options.json) {
        const auto pair = [](const Timing& timing) {
            return Json{{"median", timing.median}, {"min", timing.minimum}};
        };
        printJson({{"trainMs", pair(report.trainMs)},
                   {"inferMs", pair(report.inferMs)},
                   {"frameUs", pair(report.frameUs)},
                   {"gflops", report.gflops},
                   {"peakGflops", report.peakGflops},
                   {"shareOfLimit", report.shareOfLimit},
                   {"peakActivationBytes", report.peakActivationBytes},
                   {"simd", report.simd},
                   {"threads", report.threads}});
        return 0;
    }
    printLine(std::to_string(spec.batch) + " clips of " + std::to_string(spec.frames) + " random frames, " +
              std::to_string(report.threads) +
              (report.threads == 1 ? " thread, kernels " : " threads, kernels ") + report.simd +
              "; medians of " + std::to_string(spec.repetitions));
    printLine("  training step    " + both(report.trainMs, 2, "ms"));
    printLine("  inference        " + both(report.inferMs, 2, "ms"));
    printLine("  one frame        " + both(report.frameUs, 1, "us"));
    printLine("  arithmetic       " + fixed(report.gflops, 1) + " of " + fixed(report.peakGflops, 1) +
              " GFLOP/s measured peak: " + percent(report.shareOfLimit) + " of the limit");
    constexpr double mega = 1e6;
    printLine("  activations      " + fixed(report.peakActivationBytes / mega, 1) + " MB");
    return 0;
}

} // namespace

void addBench(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("bench", "Time training and inference of a model on this machine");
    const auto options = std::make_shared<Options>();
    addModelOptions(*command, options->model);
    const auto count = [&](const char* name, auto& value, const char* help, const char* usual) {
        command->add_option(name, value, help)->check(CLI::PositiveNumber)->option_text(usual);
    };
    count("--batch", options->bench.batch, "Clips of a batch", "16");
    count("--frames", options->bench.frames, "Frames of a clip", "6");
    count("--reps", options->bench.repetitions, "How often each is timed", "20");
    command
        ->add_option_function<double>(
            "--keep-mb", [options](double megabytes) { options->bench.keepBytes = megabytes * (1 << 20); },
            "Memory for intermediates kept from forward to backward; others are computed again")
        ->check(CLI::NonNegativeNumber)
        ->option_text("16");
    command->add_option("--threads", options->bench.threads, "Threads; 0: one per core")
        ->check(CLI::NonNegativeNumber)
        ->option_text("1");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->footer("RANKSCOPE_CPU=v2, v3 or v4 in the environment chooses the kernels.\n"
                    "Example:\n  rankscope-cli bench --preset ucf11-bt-lstm --threads 2");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
