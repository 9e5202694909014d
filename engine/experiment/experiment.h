// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/data/frame_cache.h"
#include "engine/model/model_spec.h"
#include "engine/training/control.h"
#include "engine/training/events.h"
#include "engine/training/training_spec.h"

/// The whole job in one call, shared by the command line and the window: scan, decode, split, train, write
/// the run.
namespace rankscope {

/// What a run is made of; stored in run.json, equal specs and data give equal runs.
struct ExperimentSpec {
    ModelSpec model;
    DataSpec data;
    TrainingSpec training;
    bool operator==(const ExperimentSpec&) const = default;
};

/// What belongs to the machine and never changes a result.
struct Resources {
    int threads = 0; ///< 0: one per core
    CacheSettings cache;
};

struct TrainRequest {
    std::filesystem::path data; ///< the data folder
    std::filesystem::path run;  ///< the run folder: made, or with `resume` gone on with (its own spec then
                                ///< holds, but for more epochs)
    ExperimentSpec spec;
    bool resume = false;
    Resources resources;
};

/// Blocks until trained, stopped or failed. Throws Error; Cancelled where the stop token ended it before the
/// first epoch. After a stop or a failure the run folder holds its last complete state.
DoneEvent trainRun(const TrainRequest& request, const Observer& observer, Control& control,
                   std::stop_token stop);

/// Clips that are there already: data that were made in memory.
struct OpenClips {
    const Dataset& dataset;
    const FrameSource& frames;
};

/// The same on such clips; `request.data` only says where they came from.
DoneEvent trainRun(const TrainRequest& request, const OpenClips& clips, const Observer& observer,
                   Control& control, std::stop_token stop);

/// Checks the parts against each other before any work: frame size times channels equals the product of the
/// input modes, ... Throws Error that says what would fit.
void validate(const ExperimentSpec& spec);

} // namespace rankscope
