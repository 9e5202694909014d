// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"
#include "engine/network/tensor_network.h"

namespace rankscope {

/// One rank of a map: which field of its MapSpec holds it and which bond it is.
struct RankField {
    RankKind kind = RankKind::None;
    int index = 0; ///< 0-based in MapSpec::ranks or tuckerRanks
    int edge = 0;  ///< of the format's network
    std::string name;
};

/// All ranks of a completed spec whose first output mode is already multiplied by the gates, in the order of
/// the network's edges; none for a dense map.
std::vector<RankField> ranksOf(const MapSpec& spec);

Index rankOf(const MapSpec& spec, const RankField& field);
/// The spec with another value of one rank.
MapSpec withRank(MapSpec spec, const RankField& field, Index value);

/// The largest useful value: what the unfolding allows.
Index limitOf(const MapSpec& spec, const RankField& field);

Index parametersOf(const MapSpec& spec);

/// "4,4,4" of a train, "N 2, R 4,4,4,4" of a block-term map.
std::string ranksText(const MapSpec& spec);

} // namespace rankscope
