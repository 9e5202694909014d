// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_value.h"

#include <string>

namespace rankscope {

/// What a map uses of its ranks at one place.
struct Spectrum {
    std::string name; ///< of the rank: "r2", "R1", "n", or "r0|r2" for the arc of a ring between two bonds
    Index block = -1; ///< 0-based block of a block-term map; -1: of the whole map
    std::vector<double> values; ///< descending
};

/// Spectra for inspection, without forming W: of a train, a hierarchical Tucker or Tucker map the singular
/// values of the unfolding at each bond; of a block-term map those of each block, and the norms of its
/// blocks; of CP the norms of the terms; of a ring the singular values of W cut at two bonds, for every pair
/// of bonds. Empty for a dense map.
std::vector<Spectrum> spectraOf(const MapValue& value);

} // namespace rankscope
