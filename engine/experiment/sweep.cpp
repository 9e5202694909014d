// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/sweep.h"

#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/storage/spec_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace rankscope {
namespace {

bool hasRanks(const std::string& format, const MapSpec& map) {
    const RankFields fields = formatNamed(format).rankFields(static_cast<Index>(map.inModes.size()));
    return fields.ranks > 0 || fields.tucker > 0 || fields.blocks;
}

void setRank(MapSpec& map, Index rank) {
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    if (fields.ranks > 0) map.ranks = {rank};
    if (fields.tucker > 0) map.tuckerRanks = {rank};
    if (fields.blocks && fields.ranks == 0 && fields.tucker == 0) map.blocks = rank;
}

std::string numberText(double value) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << value;
    return text.str();
}

template <class T>
std::vector<std::optional<T>> choices(const std::vector<T>& list) {
    if (list.empty()) return {std::nullopt};
    return {list.begin(), list.end()};
}

void checkSize(const SweepLists& lists) {
    std::size_t count = 1;
    for (const std::size_t size :
         {lists.formats.size(), lists.ranks.size(), lists.learningRates.size(), lists.seeds.size()}) {
        count *= std::max<std::size_t>(std::min(size, mostSweepItems + 1), 1);
        if (count > mostSweepItems)
            throw Error("These lists make more than " + std::to_string(mostSweepItems) + " runs.",
                        "Shorten one of them.");
    }
}

SeedSpread seedSpread(double rate, std::span<const SweepResult> all, std::vector<std::size_t> indices) {
    std::vector<double> accuracies;
    for (const std::size_t i : indices) accuracies.push_back(all[i].accuracy);
    return {rate, spreadOf(accuracies), std::move(indices)};
}

} // namespace

SweepPlan planSweep(const ExperimentSpec& base, const SweepLists& lists) {
    checkSize(lists);
    SweepPlan plan;
    std::map<std::string, std::size_t> seen;
    const auto add = [&](ExperimentSpec spec, const std::string& label) {
        try {
            validate(spec);
        } catch (const Error& error) {
            const std::string reason = label + ": " + error.what();
            if (std::ranges::find(plan.refused, reason) == plan.refused.end()) plan.refused.push_back(reason);
            return;
        }
        if (seen.emplace(toJson(spec).dump(), plan.items.size()).second)
            plan.items.push_back({std::move(spec), label});
    };
    for (const auto& format : choices(lists.formats)) {
        ExperimentSpec spec = base;
        if (format) spec.model.map.format = *format;
        const bool ranked = hasRanks(spec.model.map.format, spec.model.map); // throws where it is not known
        for (const auto& rank : ranked ? choices(lists.ranks) : choices(Shape{})) {
            if (rank) setRank(spec.model.map, *rank);
            for (const auto& rate : choices(lists.learningRates)) {
                if (rate) spec.training.learningRate = *rate;
                for (const auto& seed : choices(lists.seeds)) {
                    if (seed) spec.training.seed = *seed;
                    std::string label = spec.model.map.format;
                    if (rank) label += ", rank " + std::to_string(*rank);
                    if (rate) label += ", rate " + (*rate ? numberText(**rate) : std::string("automatic"));
                    if (!lists.seeds.empty()) label += ", seed " + std::to_string(spec.training.seed);
                    add(spec, label);
                }
            }
        }
    }
    return plan;
}

ExperimentSpec withoutSeedAndRate(ExperimentSpec spec) {
    spec.training.seed = 0;
    spec.training.learningRate.reset();
    return spec;
}

std::string configurationOf(const ExperimentSpec& spec) {
    return toJson(withoutSeedAndRate(spec)).dump();
}

std::vector<ConfigurationSpread> spreadsOf(std::span<const SweepResult> results) {
    std::vector<ConfigurationSpread> spreads;
    std::map<std::string, std::size_t> places;
    std::vector<std::map<double, std::vector<std::size_t>>> byRate;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto [place, isNew] = places.emplace(results[i].configuration, spreads.size());
        if (isNew) {
            spreads.push_back({results[i].configuration, {}, 0});
            byRate.emplace_back();
        }
        byRate[place->second][results[i].learningRate].push_back(i);
    }
    for (std::size_t c = 0; c < spreads.size(); ++c) {
        for (auto& [rate, indices] : byRate[c])
            spreads[c].rates.push_back(seedSpread(rate, results, std::move(indices)));
        const auto best = std::ranges::max_element(
            spreads[c].rates, {}, [](const SeedSpread& spread) { return spread.accuracy.mean; });
        spreads[c].best = static_cast<std::size_t>(best - spreads[c].rates.begin());
    }
    return spreads;
}

} // namespace rankscope
