// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <optional>
#include <string>

namespace rankscope {

/// A setting that two specifications differ in, for messages.
struct SpecDifference {
    std::string field;      ///< "training.epochs"
    std::string run, asked; ///< its values as in run.json
};

/// The first setting in which what is asked for differs from what a run was begun with; none: they agree.
/// What follows from the data (classes, task) and how ranks are written do not count.
std::optional<SpecDifference> differenceOf(const ExperimentSpec& run, ExperimentSpec asked);

} // namespace rankscope
