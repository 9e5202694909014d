// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"
#include "engine/training/events.h"
#include "engine/training/optimizer.h"

#include <cstdint>
#include <vector>

namespace rankscope {

/// Everything that resume needs beside the spec and the data: the content of last.state. Draws of order,
/// frames, augmentation and dropout depend on (seed, epoch, clip) alone, so no random state is kept.
struct TrainerState {
    ModelSpec model;            ///< with its present ranks
    std::vector<float> weights; ///< laid out as layoutOf(model)
    OptimizerState optimizer;
    int epoch = 0;                   ///< complete epochs
    int batch = 0;                   ///< batches done of the next epoch (a stop in its middle)
    double lossSum = 0, correct = 0; ///< over those batches
    double gradientNormSum = 0, gateSaturationSum = 0; ///< the same
    std::int64_t clipsSeen = 0;
    double secondsSpent = 0; ///< on those batches
    double learningRate = 0; ///< base rate, as last ordered
    int bestEpoch = 0;       ///< 0: none yet
    bool finished = false;   ///< all epochs done, or ended by patience
    bool stopped = false;    ///< committed because training was stopped, not because an epoch ended
    std::optional<double> startSaturation; ///< gate saturation before the first update; missing: no gates
    std::vector<EpochRecord> history;      ///< one record per complete epoch
    std::vector<RankRecord> rankChanges;
};

} // namespace rankscope
