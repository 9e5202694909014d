// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ranks/bond_gradient.h"
#include "engine/ranks/rank_list.h"

#include <optional>
#include <stop_token>

namespace rankscope {

/// What one rank is worth: the measured cost of one less, and the promise of one more.
struct Gauge {
    RankField field;
    Index rank = 1;
    Index saved = 0;            ///< parameters that one less saves, of all maps
    std::optional<double> cost; ///< relative error of the maps with one less; missing where it cannot fall
    std::optional<double> outputCost; ///< the same of W x, where frames were given
    Index added = 0;                  ///< parameters that one more adds
    /// Largest gradients of the new weights, norm of the new slices' other side taken as 1: entry k is
    /// promised by the (k+1)-th slice that is added. Empty where the rank cannot rise, no batch was given, or
    /// the gradient of the merged cores is too large to be formed.
    std::vector<double> gains;
};

/// Frames on which the cost to the map's output is measured, and the outputs of the maps as they are.
struct GaugeFrames {
    const FrameBlock& frames;
    const std::vector<float>& outputs;
};

/// Gauges of all ranks. `maps` share one spec; `gradients`: of each map on one batch, or none. The gain of a
/// bond is the leading singular values of its merged gradient, of the maps and blocks together (root of the
/// summed squares); that of a block see blockGradient. Throws Cancelled.
std::vector<Gauge> gaugesOf(const std::vector<MapValue>& maps, const std::vector<OutputGradient>& gradients,
                            ThreadPool& pool, const std::optional<GaugeFrames>& measured = {},
                            std::stop_token stop = {});

/// The ranks that spend at most `parameters` more: always one more where the promised gain per added
/// parameter is largest and the rest still pays for it.
MapSpec ranksToSpend(const std::vector<MapValue>& maps, const std::vector<Gauge>& gauges, Index parameters);

} // namespace rankscope
