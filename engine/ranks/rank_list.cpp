// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/rank_list.h"

#include "engine/format/format.h"

#include <algorithm>

namespace rankscope {

std::vector<RankField> ranksOf(const MapSpec& spec) {
    const TensorNetwork network = formatNamed(spec.format).network(spec);
    std::vector<RankField> fields;
    for (int edge = 0; edge < static_cast<int>(network.edges.size()); ++edge) {
        const Edge& bond = network.edges[static_cast<std::size_t>(edge)];
        if (bond.rank != RankKind::None) fields.push_back({bond.rank, bond.rankIndex, edge, bond.name});
    }
    return fields;
}

Index rankOf(const MapSpec& spec, const RankField& field) {
    const auto index = static_cast<std::size_t>(field.index);
    switch (field.kind) {
    case RankKind::Rank:
        return spec.ranks[index];
    case RankKind::Tucker:
        return spec.tuckerRanks[index];
    case RankKind::Blocks:
        return spec.blocks;
    case RankKind::None:
        break;
    }
    return 1;
}

MapSpec withRank(MapSpec spec, const RankField& field, Index value) {
    const auto index = static_cast<std::size_t>(field.index);
    if (field.kind == RankKind::Rank) spec.ranks[index] = value;
    if (field.kind == RankKind::Tucker) spec.tuckerRanks[index] = value;
    if (field.kind == RankKind::Blocks) spec.blocks = value;
    return spec;
}

Index limitOf(const MapSpec& spec, const RankField& field) {
    constexpr Index most = 1 << 16;
    if (field.kind == RankKind::Blocks) return most;
    return std::min(most,
                    formatNamed(spec.format)
                        .rankLimit(spec.inModes, spec.outModes, field.kind == RankKind::Tucker, field.index));
}

Index parametersOf(const MapSpec& spec) {
    return formatNamed(spec.format).network(spec).parameters();
}

std::string ranksText(const MapSpec& spec) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    const RankFields fields = formatNamed(spec.format).rankFields(static_cast<Index>(spec.inModes.size()));
    if (fields.blocks) add("N " + std::to_string(spec.blocks));
    if (fields.ranks > 0) add((fields.tucker > 0 || fields.blocks ? "r " : "") + toString(spec.ranks, ","));
    if (fields.tucker > 0) add((fields.blocks ? "R " : "") + toString(spec.tuckerRanks, ","));
    return text;
}

} // namespace rankscope
