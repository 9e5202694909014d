// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/average_precision.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace rankscope {

std::optional<double> averagePrecision(const std::vector<float>& scores, const std::vector<bool>& truth) {
    if (scores.size() != truth.size()) throw std::logic_error("as many scores as clips are needed");
    const auto positives = std::ranges::count(truth, true);
    if (positives == 0) return {};
    const auto rank = [&](std::size_t clip) {
        return std::isnan(scores[clip]) ? -std::numeric_limits<float>::infinity() : scores[clip];
    };
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, std::greater<>(), rank);
    double sum = 0;
    std::ptrdiff_t right = 0;
    for (std::size_t first = 0, next; first < order.size(); first = next) {
        const std::ptrdiff_t before = right;
        for (next = first; next < order.size() && rank(order[next]) == rank(order[first]); ++next)
            right += truth[order[next]];
        sum += static_cast<double>(right - before) * static_cast<double>(right) / static_cast<double>(next);
    }
    return sum / static_cast<double>(positives);
}

std::vector<std::optional<double>> averagePrecisions(const std::vector<std::vector<float>>& probabilities,
                                                     const std::vector<std::vector<int>>& labels) {
    const std::size_t clips = probabilities.size(), classes = clips == 0 ? 0 : probabilities[0].size();
    if (labels.size() != clips) throw std::logic_error("as many labels as predictions are needed");
    std::vector<std::optional<double>> precisions;
    std::vector<float> scores(clips);
    std::vector<bool> truth(clips);
    for (std::size_t k = 0; k < classes; ++k) {
        for (std::size_t i = 0; i < clips; ++i) {
            scores[i] = probabilities[i].at(k);
            truth[i] = std::ranges::find(labels[i], static_cast<int>(k)) != labels[i].end();
        }
        precisions.push_back(averagePrecision(scores, truth));
    }
    return precisions;
}

std::optional<double> meanAveragePrecision(const std::vector<std::optional<double>>& precisions) {
    double sum = 0;
    int count = 0;
    for (const auto& precision : precisions)
        if (precision) {
            sum += *precision;
            ++count;
        }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

} // namespace rankscope
