// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/train_output.h"
#include "app/cli/training_options.h"
#include "engine/data/synthetic.h"
#include "engine/evaluation/predictor.h"
#include "engine/experiment/presets.h"
#include "engine/model/counts.h"
#include "engine/storage/run_files.h"

#include <cerrno>
#include <cstdlib>

namespace rankscope {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string out;
    int threads = 0;
    bool json = false; ///< never: the demo is for people
};

fs::path freshFolder() {
    std::string name = (fs::temp_directory_path() / "rankscope-demo-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw Error("Cannot make the folder \"" + name + "\": " + std::generic_category().message(errno) +
                        ".",
                    "Name a folder to write to by --out.");
    return name;
}

/// Classifies one clip of each class, drawn with another seed than those the model knows.
void classifyUnseen(const fs::path& folder, const fs::path& run, int threads) {
    const MovingShapes unseen{.clipsPerClass = 1, .seed = 1'000'003};
    writeMovingShapes(unseen, folder, threads);
    Predictor predictor(run);
    Table table({"clip it has not seen", "is taken for", "probability", ""});
    int right = 0;
    for (const auto& name : MovingShapes::classes()) {
        const fs::path video = fs::directory_iterator(folder / name)->path();
        const ClassProbability first = predictor.classify(video).ranking.at(0);
        right += first.name == name;
        table.add({name + "/" + video.filename().string(), first.name, percent(first.probability),
                   first.name == name ? "right" : "wrong"});
    }
    table.print();
    printLine(std::to_string(right) + " of " + std::to_string(MovingShapes::classes().size()) + " right");
}

int run(const Options& options) {
    const fs::path folder = options.out.empty() ? freshFolder() : fs::path(options.out);
    printLine("Writing moving shapes, 8 classes of 100 clips, to " + folder.string());
    {
        ProgressBar bar;
        writeMovingShapes(MovingShapes{}, folder / "clips", options.threads, {}, bar.reporter("writing"));
    }
    TrainRequest request;
    request.data = folder / "clips";
    request.run = folder / "run";
    request.spec = presetNamed("shapes-tt-lstm").spec;
    request.resume = isRun(request.run); // a demo shown before
    request.resources.threads = options.threads;
    request.resources.cache.folder = folder / "cache";
    const CountReport counts = countParameters(request.spec.model);
    printLine("Training a TT-LSTM: the map has " + grouped(counts.inputToHidden) + " weights, a dense one " +
              grouped(counts.inputToHiddenDense) + " (" + ratioText(counts.inputToHiddenRatio()) + ")");
    TrainOutput output(request.spec.training.epochs, false, 5);
    const TrainResult result = trainWithOutput(request, output);
    if (result.stopped) return 0;

    printLine("");
    classifyUnseen(folder / "unseen", request.run, options.threads);
    printLine("");
    printLine("validation accuracy " + percent(result.done.bestValidationAccuracy.value_or(0)));
    printLine("Everything is in " + folder.string() + "; try: rankscope-cli show " + request.run.string());
    return 0;
}

} // namespace

void addDemo(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "demo", "From nothing to a trained model: write clips, train, classify clips it has not seen");
    const auto options = std::make_shared<Options>();
    command->add_option("--out", options->out, "Folder to write to; by default a new one for temporary files")
        ->option_text("DIR");
    command->add_option("--threads", options->threads, "Threads; 0: one per core")
        ->check(CLI::Range(0, 4096))
        ->option_text("N");
    command->footer("Example:\n  rankscope-cli demo --out moving-shapes");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
