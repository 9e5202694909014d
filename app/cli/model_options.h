// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace rankscope {

/// The options that describe a model, shared by count, plan and train. A preset or a spec file comes first,
/// single options change it.
struct ModelOptions {
    std::optional<std::string> preset, spec, cell, format, inModes, outModes, ranks, tuckerRanks, gates,
        sigmoid, start, hiddenFormat, hiddenInModes, hiddenOutModes, hiddenRanks, hiddenTuckerRanks;
    std::optional<Index> blocks, hiddenBlocks, classes;
    std::string usual = "ucf11-tt-lstm"; ///< the preset where none is given

    bool hasBase() const { return preset || spec; }
};

void addModelOptions(CLI::App& command, ModelOptions& options);

/// The preset or the file; the usual preset where none is given. Throws Error.
ExperimentSpec baseSpec(const ModelOptions& options);

/// Throws Error naming the option's value.
void applyModelOptions(const ModelOptions& options, ModelSpec& model);

/// "N=2 R=4,4,4" or "r=3,3,3", as the format names its ranks.
std::string describedRanks(const MapSpec& map);

} // namespace rankscope
