// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"

namespace rankscope {

/// Indices into Dataset::clips, each ascending; no clip in two sets.
struct Split {
    std::vector<int> train, validation, test;
    std::vector<std::string> warnings; ///< such as groups that leak, for people
};

/// Divides the clips in `usable` (indices; clips that decoded). The test rule takes first, then validation,
/// the rest trains. Random shares are stratified by class and drawn from the seed. A random split over data
/// with groups warns and says how many groups stand on both sides. Where a list marks clips of a set
/// (Clip::split), that is the set, whatever the rule. A class with a single clip trains. Throws Error:
/// unknown group, nothing left to train, a share outside 0..1.
Split divide(const Dataset& dataset, const std::vector<int>& usable, const DataSpec& spec,
             std::uint64_t seed);

} // namespace rankscope
