// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "app/cli/progress_bar.h"
#include "engine/data/synthetic.h"

namespace rankscope {
namespace {

struct Options {
    std::string folder;
    MovingShapes shapes;
    bool json = false; ///< never: there is nothing to report
};

int run(const Options& options) {
    {
        ProgressBar bar;
        writeMovingShapes(options.shapes, options.folder, 0, {}, bar.reporter("writing"));
    }
    const auto classes = MovingShapes::classes().size();
    printLine(std::to_string(classes * static_cast<std::size_t>(options.shapes.clipsPerClass)) +
              " clips of " + std::to_string(classes) + " classes in " + options.folder);
    return 0;
}

} // namespace

void addSynth(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "synth", "Write the set \"moving shapes\": 8 classes that differ by motion only");
    const auto options = std::make_shared<Options>();
    command->add_option("DIR", options->folder, "Folder to write to; files that exist are kept")->required();
    command->add_option("--clips", options->shapes.clipsPerClass, "Clips a class")
        ->check(CLI::Range(1, 100'000))
        ->option_text("100");
    command->add_option("--seed", options->shapes.seed, "The same seed gives the same clips")
        ->option_text("1");
    command->footer("Example:\n  rankscope-cli synth shapes --clips 100");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
