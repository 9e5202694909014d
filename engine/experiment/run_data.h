// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/experiment/experiment.h"
#include "engine/storage/run_writer.h"

namespace rankscope {

/// The clips of a run: indexed, decoded and labelled, ready for training or evaluation.
struct RunData {
    Dataset dataset;
    FrameCache frames;
    std::vector<std::vector<int>> labels; ///< of every clip
};

/// Tells the observer of progress and of files that are left out. Throws Error, Cancelled.
RunData openRunData(const std::filesystem::path& folder, const DataSpec& spec, const Resources& resources,
                    const Observer& observer, std::stop_token stop);

/// The model with the classes and the task of a data set.
ModelSpec modelFor(ModelSpec model, const Dataset& dataset);

/// The split of an existing run: its own clips, found by path among those in `usable`. Throws Error where the
/// data are others or a clip is gone.
Split storedSplit(const RunHeader& header, const Dataset& dataset, const std::vector<int>& usable);
Split storedSplit(const RunHeader& header, const RunData& data);

/// Turns progress of a phase into events, at most ten a second.
Progress progressOf(const Observer& observer, Phase phase);

} // namespace rankscope
