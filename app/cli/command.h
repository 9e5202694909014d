// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <CLI/CLI.hpp>

#include <functional>

/// The sub-commands of rankscope-cli. Each adds itself with its options and help; the one on the command line
/// leaves in `Chosen` what main then runs.
namespace rankscope {

struct Chosen {
    std::function<int()> run; ///< returns the exit code: 0 done or stopped, 1 failed
    bool json = false;        ///< errors too are printed as JSON
};

/// Wrong options, found before any work: exit code 2.
class BadUse : public Error {
public:
    using Error::Error;
    explicit BadUse(const Error& error) : Error(error) {}
};

/// Runs what turns options into values; its Errors become BadUse.
template <class Step>
auto fromOptions(Step step) {
    try {
        return step();
    } catch (const Error& error) {
        throw BadUse(error);
    }
}

void addCount(CLI::App& program, Chosen& chosen);
void addPlan(CLI::App& program, Chosen& chosen);
void addBench(CLI::App& program, Chosen& chosen);
void addFit(CLI::App& program, Chosen& chosen);
void addSynth(CLI::App& program, Chosen& chosen);
void addTrain(CLI::App& program, Chosen& chosen);
void addEval(CLI::App& program, Chosen& chosen);
void addClassify(CLI::App& program, Chosen& chosen);
void addRanks(CLI::App& program, Chosen& chosen);
void addShow(CLI::App& program, Chosen& chosen);
void addCompress(CLI::App& program, Chosen& chosen);
void addReproduce(CLI::App& program, Chosen& chosen);
void addRobust(CLI::App& program, Chosen& chosen);
void addLrTest(CLI::App& program, Chosen& chosen);
void addStartStudy(CLI::App& program, Chosen& chosen);
void addCompare(CLI::App& program, Chosen& chosen);
void addDemo(CLI::App& program, Chosen& chosen);

/// For the files of the sub-commands: when `command` is on the command line, main calls `run(options)`.
/// Options have a member `json`.
template <class Options>
void choose(CLI::App& command, Chosen& chosen, std::shared_ptr<Options> options, int (*run)(const Options&)) {
    command.callback([&chosen, options, run] {
        chosen = {[options, run] { return run(*options); }, options->json};
    });
}

} // namespace rankscope
