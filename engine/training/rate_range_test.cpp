// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/rate_range_test.h"

#include "engine/base/error.h"
#include "engine/training/trainer.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace rankscope {
namespace {

constexpr double smoothing = 0.9, divergence = 4, leastFall = 0.05, margin = 10;

std::string text(double value) {
    std::ostringstream stream;
    stream << value;
    return stream.str();
}

std::optional<double> suggestedRate(const std::vector<RateRangePoint>& points, double lowest) {
    if (points.empty()) return {};
    const auto best = std::ranges::min_element(points, {}, &RateRangePoint::smoothed);
    // single batches scatter: the loss before anything is learned is the mean over the first tenth
    const std::size_t begun = std::min(points.size() - 1, std::max<std::size_t>(4, points.size() / 10));
    if (best->smoothed > (1 - leastFall) * points[begun].smoothed) return {};
    return std::max(lowest, best->rate / margin);
}

} // namespace

void validate(const RateRangeSpec& spec) {
    if (!(spec.lowest > 0) || !std::isfinite(spec.highest) || !(spec.highest > spec.lowest))
        throw Error("Rates from " + text(spec.lowest) + " to " + text(spec.highest) + " are no range.",
                    "Choose a lowest rate above 0 and a higher highest one, such as 1e-6 and 1.");
    if (spec.batches < 2 || spec.batches > 100'000)
        throw Error("A range test of " + std::to_string(spec.batches) + " batches is not possible.",
                    "Choose 2 to 100000; the nearest is " + std::string(spec.batches < 2 ? "2." : "100000."));
}

RateRangeResult testRates(const ModelSpec& model, const TrainingSpec& training, const ClipSet& set,
                          const Split& split, int threads, const RateRangeSpec& range,
                          const std::function<void(const RateRangePoint&)>& observer, std::stop_token stop) {
    validate(range);
    RateRangeResult result;
    result.stopped = stop.stop_requested();
    if (result.stopped) return result;
    Trainer trainer(model, training, set, split, threads);
    trainer.begin();
    const auto rateOf = [&](int step) {
        return range.lowest *
               std::pow(range.highest / range.lowest, static_cast<double>(step) / (range.batches - 1));
    };
    double mean = 0, lowest = 0;
    const auto after = [&](int step, double loss) {
        mean = smoothing * mean + (1 - smoothing) * loss;
        const double smoothed = mean / (1 - std::pow(smoothing, step + 1));
        result.points.push_back({step + 1, rateOf(step), loss, smoothed});
        if (observer) observer(result.points.back());
        lowest = step == 0 ? smoothed : std::min(lowest, smoothed);
        result.diverged = smoothed > divergence * lowest;
        if (result.diverged || step + 1 >= range.batches) return false;
        result.stopped = stop.stop_requested();
        return !result.stopped;
    };
    try {
        trainer.trySteps(rateOf, after);
    } catch (const Diverged&) {
        result.diverged = true;
    }
    result.suggested = suggestedRate(result.points, range.lowest);
    return result;
}

} // namespace rankscope
