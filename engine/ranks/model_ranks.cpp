// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/model_ranks.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/format/format.h"
#include "engine/model/sequence_model.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/rank_list.h"

namespace rankscope {

namespace {
Index gatesOfAMap(const ModelSpec& model) {
    return gateCount(model.cell.kind) / mapCount(model.cell);
}
} // namespace

MapSpec gatedMapOf(const ModelSpec& model) {
    MapSpec map = completed(model.map, gatesOfAMap(model));
    map.outModes[0] *= gatesOfAMap(model);
    return map;
}

ModelSpec withRanksOf(ModelSpec model, const MapSpec& gated) {
    model.map = gated;
    model.map.outModes[0] /= gatesOfAMap(model);
    return model;
}

std::vector<MapValue> mapsOf(const ModelSpec& model, std::span<const float> weights) {
    const MapSpec map = gatedMapOf(model);
    const auto size = static_cast<std::size_t>(parametersOf(map));
    std::vector<MapValue> values;
    for (std::size_t gate = 0; gate < static_cast<std::size_t>(mapCount(model.cell)); ++gate) {
        const auto own = weights.subspan(gate * size, size); // the maps come first in a model
        values.push_back({map, {own.begin(), own.end()}});
    }
    return values;
}

void checkSameButRanks(const ModelSpec& a, const ModelSpec& b, const std::string& origin) {
    ModelSpec same = b;
    same.map.ranks = a.map.ranks;
    same.map.tuckerRanks = a.map.tuckerRanks;
    same.map.blocks = a.map.blocks;
    if (same != a)
        throw Error(origin + " holds another model: more than its ranks is different.",
                    "Use files of one run together.");
}

ModelChange::ModelChange(const ModelSpec& from, std::span<const float> weights, const ModelSpec& wanted,
                         std::uint64_t seed, const std::vector<GrowthDirections>& directions)
    : m_model(wanted) {
    checkSameButRanks(from, wanted, "The order for new ranks");
    const MapSpec map = gatedMapOf(wanted);
    m_model = withRanksOf(m_model, map);
    validate(m_model);
    m_layout = layoutOf(m_model);

    std::vector<MapValue> before = mapsOf(from, weights), after;
    m_oldMap = static_cast<Index>(before.front().weights.size());
    for (std::size_t gate = 0; gate < before.size(); ++gate) {
        m_maps.emplace_back(before[gate], map, Random{seed, gate}.next(),
                            gate < directions.size() ? directions[gate] : GrowthDirections{});
        after.push_back(m_maps.back().value());
        m_weights.insert(m_weights.end(), after.back().weights.begin(), after.back().weights.end());
        for (const Index origin : m_maps.back().origin())
            m_origin.push_back(origin < 0 ? -1 : static_cast<Index>(gate) * m_oldMap + origin);
        const auto& follows = m_maps.back().follows();
        m_follows.insert(m_follows.end(), follows.begin(), follows.end());
    }
    m_error = relativeDifference(before, after);
    for (Index rest = static_cast<Index>(before.size()) * m_oldMap; rest < static_cast<Index>(weights.size());
         ++rest) {
        m_weights.push_back(weights[static_cast<std::size_t>(rest)]);
        m_origin.push_back(rest);
        m_follows.push_back(true);
    }
}

std::vector<float> ModelChange::followed(std::span<const float> moment) const {
    std::vector<float> result;
    for (const RankChange& change : m_maps) {
        const auto own = moment.first(static_cast<std::size_t>(m_oldMap));
        moment = moment.subspan(own.size());
        const auto moved = change.followed(std::vector<double>(own.begin(), own.end()));
        result.insert(result.end(), moved.begin(), moved.end());
    }
    result.insert(result.end(), moment.begin(), moment.end());
    return result;
}

} // namespace rankscope
