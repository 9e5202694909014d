// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/uniform_ranks.h"

#include "engine/format/format.h"

#include <algorithm>

namespace rankscope {

namespace {
constexpr Index mostRank = 4096; // beyond what any fit solves
}

std::optional<MapSpec> uniformRanks(const MapSpec& spec, Index parameters) {
    const Format& format = formatNamed(spec.format);
    const RankFields fields = format.rankFields(static_cast<Index>(spec.inModes.size()));
    const auto at = [&](Index rank) {
        MapSpec map = spec;
        const auto fill = [&](Shape& ranks, Index count, bool tucker) {
            ranks.clear();
            for (Index i = 0; i < count; ++i)
                ranks.push_back(std::min(rank, format.rankLimit(spec.inModes, spec.outModes, tucker, i)));
        };
        fill(map.ranks, fields.ranks, false);
        fill(map.tuckerRanks, fields.tucker, true);
        if (fields.ranks + fields.tucker == 0 && fields.blocks) map.blocks = rank;
        return map;
    };
    if (fields.ranks + fields.tucker == 0 && !fields.blocks) return {};
    std::optional<MapSpec> best;
    for (Index rank = 1; rank <= mostRank; ++rank) {
        const MapSpec map = at(rank);
        if (map == best || format.network(map).parameters() > parameters) return best;
        best = map;
    }
    return best;
}

} // namespace rankscope
