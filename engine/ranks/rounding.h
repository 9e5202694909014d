// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_value.h"
#include "engine/ranks/rank_list.h"

#include <optional>
#include <stop_token>

namespace rankscope {

/// What one rank carries, and what rounding it to each smaller rank costs.
struct RankRounding {
    RankField field; ///< of a ring, whose spectra belong to two bonds at once, a name alone ("r0|r2")
    Index rank = 1;  ///< present one
    std::vector<double> spectrum; ///< descending: singular values at the bond (see spectraOf), of all maps
                                  ///< and blocks together, roots of summed squares
    /// Entry k: relative Frobenius error of the maps rounded to rank k + 1 there alone, measured on the
    /// rounded copy; empty where the rank cannot fall. The present rank is not listed.
    std::vector<double> errors;
};

/// Of all ranks of the maps of one model, which share their spec. None for dense maps. Throws Cancelled.
std::vector<RankRounding> roundingOf(const std::vector<MapValue>& maps, std::stop_token stop = {});

} // namespace rankscope
