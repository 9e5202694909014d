// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/dense_run.h"

namespace rankscope {

/// One format at one number of parameters.
struct FormatFit {
    MapSpec map;      ///< gates not counted
    Index budget = 0; ///< parameters it was allowed
    Index parameters = 0;
    double weightError = 0;
    MapQuality quality;
};

/// Fits TT, BT, Tucker and CP to one dense map at equal parameters (the block-term paper's claim, Ye et al.
/// 2018): in each format the largest uniform ranks within each budget; BT with `blocks` blocks. A format that
/// does not fit a budget even at rank 1 is left out. `map`: modes; empty: the run's own. Throws Error,
/// Cancelled.
std::vector<FormatFit> compareFormats(DenseRun& run, const MapSpec& map, const Shape& budgets,
                                      const Progress& progress);

} // namespace rankscope
