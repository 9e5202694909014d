// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"

#include <vector>

namespace rankscope {

/// Clips that are held at once: those of a step, or some of them.
struct StepPart {
    std::size_t first = 0; ///< into StepPlan::clips
    int clips = 0;
    int stepClips = 0; ///< of the whole step
    bool endsStep = true;
};

/// In which order and pieces a loader hands out its clips: steps of LoaderPlan::batch clips. Whole clips
/// stand longest first within a step, which has as many parts as mostFramesOfPart() asks for.
struct StepPlan {
    std::vector<int> clips;
    std::vector<int> places;    ///< of each clip in the epoch's order
    std::vector<Index> lengths; ///< frames of each clip
    std::vector<StepPart> parts;
};

/// Throws Error where the source is not of the specification's size.
StepPlan planSteps(const FrameSource& source, const DataSpec& spec, const LoaderPlan& plan);

} // namespace rankscope
