// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace rankscope {

/// What belongs to the machine: shared by all sub-commands that decode or compute.
struct ResourceOptions {
    int threads = 0;
    std::string cache;
};
void addResourceOptions(CLI::App& command, ResourceOptions& options);
Resources resourcesOf(const ResourceOptions& options);

/// The options that describe data and training; each replaces what the preset or spec file says.
struct TrainingOptions {
    std::optional<int> epochs, batch, patience, frames, every, mostFrames, candidates, channels;
    std::optional<double> rate, weightDecay, clip, dropout;
    std::optional<std::string> optimizer, schedule, size, list, groups, validation, test, input, layout,
        patch, augment, frameOrder;
    std::optional<std::uint64_t> seed;
    bool absolute = false;
};
void addTrainingOptions(CLI::App& command, TrainingOptions& options);

/// Throws Error naming the option's value.
void applyTrainingOptions(const TrainingOptions& options, ExperimentSpec& spec);

} // namespace rankscope
