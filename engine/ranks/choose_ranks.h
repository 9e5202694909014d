// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_value.h"

/// Which ranks to give up first. `maps` are those of one model, which share their spec (one, or one per
/// gate).
namespace rankscope {

/// Specs from the present ranks down to all ones, each one rank smaller by one than the one before: always
/// the one whose discarded singular values (or block) weigh least for the parameters they save. Only the
/// present spec where nothing can shrink (dense maps, rings).
std::vector<MapSpec> shrinkPath(const std::vector<MapValue>& maps);

/// The smallest ranks on the path whose error, measured on rounded copies, is at most `tolerance`.
MapSpec ranksForTolerance(const std::vector<MapValue>& maps, double tolerance);

/// The first ranks on the path with at most `parameters` weights in all maps together. Throws Error where
/// there are none.
MapSpec ranksForBudget(const std::vector<MapValue>& maps, Index parameters);

/// The maps with other ranks (see RankChange).
std::vector<MapValue> withRanks(const std::vector<MapValue>& maps, const MapSpec& wanted,
                                std::uint64_t seed = 1);

} // namespace rankscope
