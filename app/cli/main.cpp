// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "engine/base/version.h"

#include <new>

namespace {

using namespace rankscope;

enum ExitCode { done = 0, failed = 1, badUse = 2 };

int parse(CLI::App& program, int argc, char** argv) {
    try {
        program.parse(argc, argv);
        return done;
    } catch (const CLI::ParseError& problem) {
        return program.exit(problem) == 0 ? done : badUse; // --help and --version come this way, too
    }
}

int run(const Chosen& chosen) {
    try {
        return chosen.run();
    } catch (const BadUse& error) {
        printError(error, chosen.json);
        return badUse;
    } catch (const Cancelled&) {
        return done;
    } catch (const Error& error) {
        printError(error, chosen.json);
    } catch (const std::bad_alloc&) {
        printError(Error("There is not enough memory.", "Use a smaller model, frame size or batch."),
                   chosen.json);
    } catch (const std::exception& error) {
        printError(Error(error.what()), chosen.json);
    }
    return failed;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program{
        "Train tensor-compressed recurrent networks on videos, count what they save, classify with them."};
    program.name("rankscope-cli");
    program.set_version_flag("--version", std::string("rankscope-cli ") + version);
    program.require_subcommand(1);
    program.footer("Example, from nothing to a trained model:\n  rankscope-cli demo");
    Chosen chosen;
    for (const auto add :
         {addCount, addPlan, addBench, addFit, addSynth, addTrain, addEval, addClassify, addRanks, addShow,
          addCompress, addReproduce, addCompare, addRobust, addLrTest, addStartStudy, addDemo})
        add(program, chosen);

    const int parsed = parse(program, argc, argv);
    return parsed == done && chosen.run ? run(chosen) : parsed;
}
