// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <string>

namespace rankscope {

/// All that a user sets of one input-to-hidden map W: its format, the factorisations I = I_1*..*I_d and J =
/// J_1*..*J_d (gates not counted) and the ranks the format asks for. Fields a format does not use are kept,
/// so that switching the format back and forth loses nothing.
struct MapSpec {
    std::string format = "tt"; ///< an id of the format registry: "tt", "bt", "dense", ...
    Shape inModes;             ///< I_1..I_d, i_1 slowest in the flattened frame
    Shape outModes;            ///< J_1..J_d, j_1 slowest
    Shape ranks;               ///< TT: r_1..r_{d-1}, TR: r_0..r_{d-1}, HT: breadth first below the root; a
                               ///< single number stands for all of them
    Shape tuckerRanks;         ///< BT, Tucker: R_1..R_d; a single number stands for all of them
    Index blocks = 1;          ///< BT, CP: N, the CP rank

    bool operator==(const MapSpec&) const = default;
};

} // namespace rankscope
