// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt_watch.h"
#include "app/cli/result_output.h"
#include "app/cli/train_output.h"
#include "app/cli/training_options.h"
#include "engine/reproduce/study_plan.h"
#include "engine/reproduce/study_table.h"

#include <optional>

namespace rankscope {
namespace {

struct Options {
    std::string study, data, out, protocol = "grouped", start = "matched";
    int seeds = 3;
    std::vector<std::string> models;
    bool rankSensitivity = false;
    std::vector<Index> ttRanks{2, 3, 4, 5, 6, 7, 8}, btRanks{1, 2, 3, 4}, btBlocks{1, 2, 3, 4};
    TrainingOptions training;
    ResourceOptions resources;
    bool json = false;
};

void checkOptions(const Options& options, StudyKind kind) {
    if (options.training.seed)
        throw Error("A study has no --seed.", "It runs the seeds 1, 2, ..: use --seeds N.");
    if (options.training.list && kind != StudyKind::Folder)
        throw Error("--list belongs to the study folder.",
                    "The study " + options.study + " finds its clips itself.");
    if (options.protocol != "grouped" && kind == StudyKind::MnistSequence)
        throw Error("The study mnist-sequence has one protocol.", "Leave --protocol out.");
    if (options.rankSensitivity && !options.models.empty())
        throw Error("--models and --rank-sensitivity cannot be combined.",
                    "--rank-sensitivity chooses the models by --tt-ranks, --bt-ranks and --bt-blocks.");
}

StudyRequest requestOf(const Options& options) {
    StudyRequest request;
    request.kind = parseId<StudyKind>(options.study);
    checkOptions(options, request.kind);
    request.protocol = parseId<Protocol>(options.protocol);
    request.spec = studySpec(request.kind, request.protocol, parseId<Start>(options.start));
    applyTrainingOptions(options.training, request.spec);
    DataSpec& data = request.spec.data;
    if (!options.training.candidates)
        data.candidates =
            request.protocol == Protocol::BtCode ? data.frames : std::max(data.candidates, data.frames);
    request.models = options.rankSensitivity
                         ? rankStudyNames(options.ttRanks, options.btRanks, options.btBlocks)
                     : options.models.empty() ? defaultModels(request.kind)
                                              : options.models;
    request.seeds = options.seeds;
    request.data = options.data;
    request.out = options.out;
    const std::vector<StudyModel> models = modelsOf(request);
    for (const StudyModel& model : models) {
        ExperimentSpec spec = request.spec;
        spec.model = model.spec;
        validate(spec); // before any work
    }
    return request;
}

/// Prints what happens in a study.
class StudyOutput {
public:
    StudyOutput(int epochs, bool json) : m_output(epochs, json, std::max(1, epochs / 5)), m_json(json) {}

    StudyObserver observer(const Study& study) {
        return {[this, &study](const StudyRun& run, int number, int count, RunStep step) {
                    begin(study, run, number, count, step);
                },
                [this](const StudyRun& run, const Error& error) {
                    if (!m_json) printLine(run.folder.filename().string() + " failed:");
                    printError(error, m_json);
                },
                std::ref(m_output)};
    }
    Observer events() { return std::ref(m_output); }

private:
    void begin(const Study& study, const StudyRun& run, int number, int count, RunStep step) {
        const std::string name = run.folder.filename().string();
        const char* word = step == RunStep::Keep ? "kept" : step == RunStep::Resume ? "resumed" : "begun";
        if (m_json)
            printJson(
                {{"event", "run"}, {"run", name}, {"number", number}, {"count", count}, {"step", word}});
        else
            printLine("run " + std::to_string(number) + "/" + std::to_string(count) + "  " +
                      study.models[run.model].title + ", seed " + std::to_string(run.spec.training.seed) +
                      (step == RunStep::Keep     ? ": done already"
                       : step == RunStep::Resume ? ": goes on"
                                                 : ""));
    }

    TrainOutput m_output;
    bool m_json;
};

int run(const Options& options) {
    const StudyRequest request = fromOptions([&] { return requestOf(options); });
    Interruption interruption;
    const std::stop_token stop = interruption.stop.get_token();
    StudyOutput output(request.spec.training.epochs, options.json);
    const Study study = planStudy(request, output.events(), stop);
    const StudyOutcome outcome = runStudy(study, request.out, resourcesOf(options.resources),
                                          output.observer(study), interruption.control, stop);
    writeStudyTables(study, request.out, options.rankSensitivity);

    const auto results = resultsOf(study, request.out);
    const ResultTable table = studyTable(study, results);
    if (options.json) {
        printJson(tableJson("table", table));
        if (options.rankSensitivity) printJson(tableJson("ranks", rankTable(study, results)));
    } else {
        constexpr std::size_t narrow = 10; // without the differences of protocols, which are long
        printLine("");
        printTable(table, narrow);
        if (options.rankSensitivity) {
            printLine("");
            printTable(rankTable(study, results));
        }
        printLine("");
        if (outcome.stopped) printLine("Stopped; the same command goes on with it.");
        printLine("The tables are " + (request.out / "table").string() + ".md, .csv and .tex");
    }
    return outcome.failed > 0 ? 1 : 0;
}

} // namespace

void addReproduce(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "reproduce", "Train the models of the papers on your own copy of the data and compare the figures");
    const auto options = std::make_shared<Options>();
    command->add_option("STUDY", options->study, "Which data and layout")
        ->required()
        ->option_text("ucf11|hollywood2|youtube-faces|folder|mnist-sequence REQUIRED");
    command->add_option("DATA", options->data, "Folder of the data as distributed")->required();
    command->add_option("--out", options->out, "Folder of the runs and tables; goes on with what is there")
        ->required()
        ->option_text("DIR REQUIRED");
    command->add_option("--protocol", options->protocol, "How clips are divided and which figure counts")
        ->option_text("grouped|tt-code|bt-code");
    command->add_option("--start", options->start, "Starting values and settings of the papers' code")
        ->option_text("matched|tt-code|bt-code");
    command->add_option("--seeds", options->seeds, "Runs of every model")
        ->check(CLI::Range(1, 1000))
        ->option_text("3");
    command
        ->add_option("--models", options->models, "Such as dense-lstm,tt-gru,tt-lstm-r8,bt-lstm-r2-n3,mean")
        ->delimiter(',')
        ->option_text("A,B,..");
    command->add_flag("--rank-sensitivity", options->rankSensitivity, "LSTMs over a range of ranks instead");
    const auto addRanks = [&](const char* name, std::vector<Index>& ranks, const char* help,
                              const char* form) {
        command->add_option(name, ranks, help)->delimiter(',')->check(CLI::Range(1, 64))->option_text(form);
    };
    addRanks("--tt-ranks", options->ttRanks, "Ranks of TT for --rank-sensitivity", "2,3,4,5,6,7,8");
    addRanks("--bt-ranks", options->btRanks, "Tucker ranks of BT for it", "1,2,3,4");
    addRanks("--bt-blocks", options->btBlocks, "CP ranks of BT for it", "1,2,3,4");
    command->add_flag("--json", options->json, "Print one JSON object a line");
    addResourceOptions(*command, options->resources);
    addTrainingOptions(*command, options->training);
    command->footer(
        "Examples:\n"
        "  rankscope-cli reproduce ucf11 UCF11_updated_mpg --protocol bt-code --out study\n"
        "  rankscope-cli reproduce folder clips --list clips.csv --models tt-lstm,bt-lstm-r4,mean "
        "--epochs 50 --out study\n"
        "  rankscope-cli reproduce mnist-sequence mnist --models tt-lstm --seeds 1 --out digits\n"
        "Ctrl-C stops after the batch; the same command goes on.");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
