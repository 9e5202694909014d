// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace rankscope {

/// Clips that stay together when they are dealt into folds: one clip, or a whole group.
struct FoldUnit {
    std::vector<int> clips;
    std::vector<int> stratum; ///< units of equal strata are spread over the folds evenly
};

/// The fold of each unit, 0 .. folds - 1. Every stratum is shuffled (by the seed) and dealt, large units
/// first, to the fold that has the fewest clips of that stratum, and of these the fewest of all.
std::vector<int> dealFolds(const std::vector<FoldUnit>& units, int folds, std::uint64_t seed);

} // namespace rankscope
