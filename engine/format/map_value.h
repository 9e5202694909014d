// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"

#include <vector>

namespace rankscope {

/// A map with its numbers: what rank changes and compression work on, in double precision.
struct MapValue {
    MapSpec spec;                ///< completed; its first output mode already multiplied by the gates
    std::vector<double> weights; ///< the cores of the format's network for `spec`, one after another
};

} // namespace rankscope
