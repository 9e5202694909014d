// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/statistics.h"

#include "engine/base/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace rankscope {

ResamplingUnits unitsOf(std::span<const std::string> groups) {
    ResamplingUnits units;
    std::map<std::string, int> numbers;
    for (const std::string& group : groups) {
        if (group.empty()) {
            units.ofClip.push_back(units.count++);
            continue;
        }
        units.groups = true;
        const auto [place, isNew] = numbers.try_emplace(group, units.count);
        units.count += isNew;
        units.ofClip.push_back(place->second);
    }
    return units;
}

namespace {

/// Linear between the order statistics.
double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

} // namespace

std::optional<Interval> bootstrapInterval(std::span<const double> values, const ResamplingUnits& units,
                                          std::uint64_t seed) {
    constexpr int resamples = 5000;
    if (values.size() != units.ofClip.size()) throw std::logic_error("every value needs its unit");
    if (units.count < 2) return {};
    struct Unit {
        double sum = 0, clips = 0;
    };
    std::vector<Unit> all(static_cast<std::size_t>(units.count));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Unit& unit = all[static_cast<std::size_t>(units.ofClip[i])];
        unit.sum += values[i];
        unit.clips += 1;
    }
    std::vector<double> means;
    means.reserve(resamples);
    for (int resample = 0; resample < resamples; ++resample) {
        Random random{seed, purpose::bootstrap, static_cast<std::uint64_t>(resample)};
        Unit total;
        for (int i = 0; i < units.count; ++i) {
            const Unit& drawn = all[random.below(all.size())];
            total.sum += drawn.sum;
            total.clips += drawn.clips;
        }
        means.push_back(total.sum / total.clips);
    }
    std::ranges::sort(means);
    return Interval{quantile(means, 0.025), quantile(means, 0.975)};
}

double exactMcNemar(int onlyFirst, int onlySecond) {
    const int n = onlyFirst + onlySecond, fewer = std::min(onlyFirst, onlySecond);
    double tail = 0;
    for (int k = 0; k <= fewer; ++k) // binomial(n, k) / 2^n
        tail += std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) -
                         n * std::log(2.0));
    return std::min(1.0, 2 * tail);
}

Spread spreadOf(std::span<const double> values) {
    Spread spread;
    spread.count = static_cast<int>(values.size());
    for (const double value : values) spread.mean += value / spread.count;
    double squares = 0;
    for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
    if (spread.count > 1) spread.deviation = std::sqrt(squares / (spread.count - 1));
    return spread;
}

} // namespace rankscope
