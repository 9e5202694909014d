// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/choose_ranks.h"

#include "engine/base/error.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/rank_change.h"
#include "engine/ranks/rank_list.h"
#include "engine/ranks/spectra.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

/// Squares of what the k-th value (0-based) of a rank carries, over all maps and blocks.
std::vector<double> weightsOfRank(const std::vector<std::vector<Spectrum>>& spectra, const RankField& field,
                                  Index rank) {
    std::vector<double> squares(static_cast<std::size_t>(rank), 0.0);
    for (const auto& ofMap : spectra)
        for (const Spectrum& spectrum : ofMap)
            for (std::size_t k = 0;
                 spectrum.name == field.name && k < std::min(squares.size(), spectrum.values.size()); ++k)
                squares[k] += spectrum.values[k] * spectrum.values[k];
    return squares;
}

} // namespace

std::vector<MapSpec> shrinkPath(const std::vector<MapValue>& maps) {
    std::vector<MapSpec> path{maps.front().spec};
    const bool tree = isTree(networkOf(maps.front()));
    std::vector<std::vector<Spectrum>> spectra;
    for (const MapValue& map : maps) spectra.push_back(spectraOf(map));
    std::vector<RankField> fields;
    std::vector<std::vector<double>> squares;
    for (const RankField& field : ranksOf(path.front())) {
        if (!tree && field.kind != RankKind::Blocks) continue;
        fields.push_back(field);
        squares.push_back(weightsOfRank(spectra, field, rankOf(path.front(), field)));
    }
    while (true) {
        const MapSpec present = path.back();
        const Index parameters = parametersOf(present);
        double least = INFINITY;
        MapSpec next;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Index rank = rankOf(present, fields[i]);
            if (rank == 1) continue;
            MapSpec smaller = withRank(present, fields[i], rank - 1);
            const double cost = squares[i][static_cast<std::size_t>(rank) - 1] /
                                static_cast<double>(parameters - parametersOf(smaller));
            if (cost >= least) continue;
            least = cost;
            next = std::move(smaller);
        }
        if (least == INFINITY) return path;
        path.push_back(std::move(next));
    }
}

MapSpec ranksForTolerance(const std::vector<MapValue>& maps, double tolerance) {
    if (!(tolerance >= 0 && tolerance < 1))
        throw Error("A tolerance of " + std::to_string(tolerance) + " is not possible.",
                    "Use a relative error from 0 up to 1, such as 0.05.");
    const auto path = shrinkPath(maps);
    std::size_t good = 0, bad = path.size(); // the error rises along the path
    while (bad - good > 1) {
        const std::size_t middle = (good + bad) / 2;
        const bool holds = relativeDifference(maps, withRanks(maps, path[middle])) <= tolerance;
        (holds ? good : bad) = middle;
    }
    return path[good];
}

MapSpec ranksForBudget(const std::vector<MapValue>& maps, Index parameters) {
    const auto path = shrinkPath(maps);
    const Index count = static_cast<Index>(maps.size());
    for (const MapSpec& spec : path)
        if (count * parametersOf(spec) <= parameters) return spec;
    throw Error("This map cannot shrink to " + grouped(parameters) + " parameters.",
                "The smallest it can have is " + grouped(count * parametersOf(path.back())) + ".");
}

std::vector<MapValue> withRanks(const std::vector<MapValue>& maps, const MapSpec& wanted,
                                std::uint64_t seed) {
    std::vector<MapValue> changed;
    for (const MapValue& map : maps) changed.push_back(RankChange(map, wanted, seed).value());
    return changed;
}

} // namespace rankscope
