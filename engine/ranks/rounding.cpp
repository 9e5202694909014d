// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/rounding.h"

#include "engine/base/error.h"
#include "engine/ranks/choose_ranks.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/spectra.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

RankRounding& entryNamed(std::vector<RankRounding>& entries, const std::string& name) {
    const auto found = std::ranges::find(entries, name, [](const RankRounding& e) { return e.field.name; });
    if (found != entries.end()) return *found;
    entries.emplace_back().field.name = name;
    return entries.back();
}

std::vector<double> errorsOf(const std::vector<MapValue>& maps, const RankField& field, Index rank,
                             const std::stop_token& stop) {
    std::vector<double> errors;
    for (Index smaller = 1; smaller < rank; ++smaller) {
        if (stop.stop_requested()) throw Cancelled();
        try {
            const auto rounded = withRanks(maps, withRank(maps.front().spec, field, smaller));
            errors.push_back(relativeDifference(maps, rounded));
        } catch (const Error&) { // a ring: its bonds cannot shrink
            return {};
        }
    }
    return errors;
}

} // namespace

std::vector<RankRounding> roundingOf(const std::vector<MapValue>& maps, std::stop_token stop) {
    std::vector<RankRounding> entries;
    const MapSpec& spec = maps.front().spec;
    for (const RankField& field : ranksOf(spec))
        entries.push_back({field, rankOf(spec, field), {}, errorsOf(maps, field, rankOf(spec, field), stop)});
    for (const MapValue& map : maps) {
        if (stop.stop_requested()) throw Cancelled();
        for (const Spectrum& part : spectraOf(map)) {
            auto& sum = entryNamed(entries, part.name).spectrum;
            sum.resize(std::max(sum.size(), part.values.size()), 0.0);
            for (std::size_t k = 0; k < part.values.size(); ++k) sum[k] = std::hypot(sum[k], part.values[k]);
        }
    }
    std::erase_if(entries, [](const RankRounding& entry) { return entry.spectrum.empty(); });
    return entries;
}

} // namespace rankscope
