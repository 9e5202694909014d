// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// How far a number measured on some clips, groups and seeds can be trusted.
namespace rankscope {

/// A 95 % confidence interval.
struct Interval {
    double low = 0, high = 0;
    bool operator==(const Interval&) const = default;
};

/// What is drawn as a whole: clips of one group (a person, a film) are alike, so that drawing single clips
/// would make an interval too narrow.
struct ResamplingUnits {
    std::vector<int> ofClip; ///< 0 .. count - 1
    int count = 0;
    bool groups = false; ///< some clips have a group; the others stand for themselves
};
/// The group of every clip; empty: none.
ResamplingUnits unitsOf(std::span<const std::string> groups);

/// Percentile bootstrap of the mean of `values` (Efron 1979): as many units as there are are drawn with
/// replacement; the mean is over all clips of those drawn. Missing with fewer than two units.
std::optional<Interval> bootstrapInterval(std::span<const double> values, const ResamplingUnits& units,
                                          std::uint64_t seed = 1);

/// Two-sided exact test (McNemar 1947, binomial) of two classifiers on the same clips: how likely a division
/// at least as uneven is among the clips that only one of them tells right, were both equally good.
double exactMcNemar(int onlyFirst, int onlySecond);

/// Over repetitions that differ by their seed: mean and standard deviation of the sample (over n - 1), 0 for
/// a single one.
struct Spread {
    double mean = 0, deviation = 0;
    int count = 0;
};
Spread spreadOf(std::span<const double> values);

} // namespace rankscope
