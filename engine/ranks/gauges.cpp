// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/gauges.h"

#include "engine/base/error.h"
#include "engine/ranks/choose_ranks.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr Index mostGains = 16;

std::vector<double> measuredGains(const std::vector<MapValue>& maps, const RankField& field,
                                  const std::vector<OutputGradient>& gradients, ThreadPool& pool) {
    const Index free = limitOf(maps.front().spec, field) - rankOf(maps.front().spec, field);
    if (free < 1 || gradients.empty()) return {};
    Vector squares;
    for (std::size_t map = 0; map < maps.size(); ++map) {
        std::vector<Vector> values;
        if (field.kind == RankKind::Blocks)
            values.push_back(Vector::Constant(1, blockGradient(maps[map], gradients[map], pool)));
        else
            for (const Matrix& d : mergedGradient(maps[map], field.edge, gradients[map], pool))
                values.push_back(leadingOf(d, std::min(free, mostGains)).values);
        for (const Vector& own : values) {
            if (squares.size() == 0) squares = Vector::Zero(own.size());
            squares += own.cwiseAbs2();
        }
    }
    const Vector gains = squares.cwiseSqrt();
    return {gains.begin(), gains.end()};
}

std::vector<double> gainsOf(const std::vector<MapValue>& maps, const RankField& field,
                            const std::vector<OutputGradient>& gradients, ThreadPool& pool) {
    try {
        return measuredGains(maps, field, gradients, pool);
    } catch (const Error&) {
        return {}; // too large to be formed; the other ranks have their gauges all the same
    }
}

} // namespace

std::vector<Gauge> gaugesOf(const std::vector<MapValue>& maps, const std::vector<OutputGradient>& gradients,
                            ThreadPool& pool, const std::optional<GaugeFrames>& measured,
                            std::stop_token stop) {
    const MapSpec& spec = maps.front().spec;
    const Index count = static_cast<Index>(maps.size()), parameters = parametersOf(spec);
    const bool tree = isTree(networkOf(maps.front()));
    std::vector<Gauge> gauges;
    for (const RankField& field : ranksOf(spec)) {
        if (stop.stop_requested()) throw Cancelled();
        Gauge gauge{field, rankOf(spec, field), 0, {}, {}, 0, gainsOf(maps, field, gradients, pool)};
        gauge.added = count * (parametersOf(withRank(spec, field, gauge.rank + 1)) - parameters);
        if (gauge.rank > 1 && (tree || field.kind == RankKind::Blocks)) {
            const MapSpec smaller = withRank(spec, field, gauge.rank - 1);
            gauge.saved = count * (parameters - parametersOf(smaller));
            const auto rounded = withRanks(maps, smaller);
            gauge.cost = relativeDifference(maps, rounded);
            if (measured)
                gauge.outputCost =
                    relativeOutputDifference(measured->outputs, outputsOf(rounded, measured->frames, pool));
        }
        gauges.push_back(std::move(gauge));
    }
    return gauges;
}

MapSpec ranksToSpend(const std::vector<MapValue>& maps, const std::vector<Gauge>& gauges, Index parameters) {
    const Index count = static_cast<Index>(maps.size());
    MapSpec spec = maps.front().spec;
    Index left = parameters;
    while (true) {
        double best = 0;
        MapSpec next;
        for (const Gauge& gauge : gauges) {
            const Index rank = rankOf(spec, gauge.field);
            const auto step = static_cast<std::size_t>(rank - gauge.rank);
            if (step >= gauge.gains.size()) continue;
            const MapSpec larger = withRank(spec, gauge.field, rank + 1);
            const Index added = parametersOf(larger) - parametersOf(spec);
            if (count * added > left) continue;
            const double promise = gauge.gains[step] / static_cast<double>(added);
            if (promise <= best) continue;
            best = promise;
            next = larger;
        }
        if (best == 0) return spec;
        left -= count * (parametersOf(next) - parametersOf(spec));
        spec = next;
    }
}

} // namespace rankscope
