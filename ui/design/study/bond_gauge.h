// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/rank_edit.h"

#include <optional>

namespace rankscope {

/// What one rank of a run is worth, as the diagram shows it.
struct BondGauge {
    RankRef rank;
    Index measuredAt = 1;          ///< the rank of the run
    std::optional<double> cost;    ///< relative error of the map's output with one less
    std::optional<double> promise; ///< leading singular value of the gradient per added parameter
    Index saved = 0, added = 0;    ///< parameters of one less, of one more
    bool operator==(const BondGauge&) const = default;
};

} // namespace rankscope
