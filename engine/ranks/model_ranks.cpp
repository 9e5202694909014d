// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/model_ranks.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/format/format.h"
#include "engine/model/sequence_model.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/rank_list.h"

#include <algorithm>

namespace rankscope {

namespace {

Index gatesOfAMap(const ModelSpec& model) {
    return gateCount(model.cell.kind) / mapCount(model.cell);
}

MapSpec gated(MapSpec map, const ModelSpec& model) {
    map.outModes[0] *= gatesOfAMap(model);
    return map;
}

/// All maps in the order of the weights, which they begin: W, then a compressed U, of every gate where the
/// gates are separate.
std::vector<MapSpec> allMaps(const ModelSpec& completed) {
    const auto count = static_cast<std::size_t>(mapCount(completed.cell));
    std::vector<MapSpec> maps(count, gated(completed.map, completed));
    if (compressesRecurrent(completed)) maps.insert(maps.end(), count, gated(completed.recurrent, completed));
    return maps;
}

std::vector<MapValue> valuesOf(const std::vector<MapSpec>& maps, std::span<const float> weights) {
    std::vector<MapValue> values;
    for (const MapSpec& map : maps) {
        const auto own = weights.first(static_cast<std::size_t>(parametersOf(map)));
        weights = weights.subspan(own.size());
        values.push_back({map, {own.begin(), own.end()}});
    }
    return values;
}

} // namespace

ModelSpec completedModel(ModelSpec model) {
    model.map = completed(model.map, gatesOfAMap(model));
    if (compressesRecurrent(model)) model.recurrent = completedRecurrent(model);
    return model;
}

std::string ranksTextOf(const ModelSpec& model) {
    const ModelSpec whole = completedModel(model);
    return ranksText(whole.map) +
           (compressesRecurrent(whole) ? "; U " + ranksText(whole.recurrent) : std::string());
}

MapSpec gatedMapOf(const ModelSpec& model) {
    return gated(completedModel(model).map, model);
}

ModelSpec withRanksOf(ModelSpec model, const MapSpec& gated) {
    model.map = gated;
    model.map.outModes[0] /= gatesOfAMap(model);
    return model;
}

std::vector<MapValue> mapsOf(const ModelSpec& model, std::span<const float> weights) {
    return valuesOf({static_cast<std::size_t>(mapCount(model.cell)), gatedMapOf(model)}, weights);
}

void takeRanks(MapSpec& map, const MapSpec& from) {
    map.ranks = from.ranks;
    map.tuckerRanks = from.tuckerRanks;
    map.blocks = from.blocks;
}

bool sameButRanks(const ModelSpec& a, const ModelSpec& b) {
    const ModelSpec whole = completedModel(a);
    ModelSpec same = completedModel(b);
    takeRanks(same.map, whole.map);
    takeRanks(same.recurrent, whole.recurrent);
    return same == whole;
}

void checkSameButRanks(const ModelSpec& a, const ModelSpec& b, const std::string& origin) {
    if (!sameButRanks(a, b))
        throw Error(origin + " holds another model: more than its ranks is different.",
                    "Use files of one run together.");
}

ModelChange::ModelChange(const ModelSpec& from, std::span<const float> weights, const ModelSpec& wanted,
                         std::uint64_t seed, const std::vector<GrowthDirections>& directions)
    : m_model(completedModel(wanted)) {
    checkSameButRanks(from, wanted, "The order for new ranks");
    validate(m_model);
    m_layout = layoutOf(m_model);

    const std::vector<MapValue> before = valuesOf(allMaps(completedModel(from)), weights);
    const std::vector<MapSpec> specs = allMaps(m_model);
    std::vector<MapValue> after;
    Index first = 0; // of the present map in the old weights
    for (std::size_t map = 0; map < before.size(); ++map) {
        m_maps.emplace_back(before[map], specs[map], Random{seed, map}.next(),
                            map < directions.size() ? directions[map] : GrowthDirections{});
        const RankChange& change = m_maps.back();
        after.push_back(change.value());
        m_weights.insert(m_weights.end(), after.back().weights.begin(), after.back().weights.end());
        for (const Index origin : change.origin()) m_origin.push_back(origin < 0 ? -1 : first + origin);
        m_follows.insert(m_follows.end(), change.follows().begin(), change.follows().end());
        m_oldSizes.push_back(static_cast<Index>(before[map].weights.size()));
        first += m_oldSizes.back();
    }
    const auto ofInput = static_cast<std::ptrdiff_t>(mapCount(m_model.cell)); // W, then U
    const auto part = [](const std::vector<MapValue>& maps, std::ptrdiff_t begin, std::ptrdiff_t end) {
        return std::vector<MapValue>(maps.begin() + begin, maps.begin() + end);
    };
    const auto all = static_cast<std::ptrdiff_t>(before.size());
    m_error = std::max(relativeDifference(part(before, 0, ofInput), part(after, 0, ofInput)),
                       relativeDifference(part(before, ofInput, all), part(after, ofInput, all)));
    for (; first < static_cast<Index>(weights.size()); ++first) {
        m_weights.push_back(weights[static_cast<std::size_t>(first)]);
        m_origin.push_back(first);
        m_follows.push_back(true);
    }
}

std::vector<float> ModelChange::followed(std::span<const float> moment) const {
    std::vector<float> result;
    for (std::size_t map = 0; map < m_maps.size(); ++map) {
        const auto own = moment.first(static_cast<std::size_t>(m_oldSizes[map]));
        moment = moment.subspan(own.size());
        const auto moved = m_maps[map].followed(std::vector<double>(own.begin(), own.end()));
        result.insert(result.end(), moved.begin(), moved.end());
    }
    result.insert(result.end(), moment.begin(), moment.end());
    return result;
}

} // namespace rankscope
