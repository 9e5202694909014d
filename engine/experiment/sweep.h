// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/statistics.h"
#include "engine/experiment/experiment.h"

#include <span>
#include <string>
#include <vector>

/// Many runs from lists of settings, and what they say together.
namespace rankscope {

/// What is tried; an empty list keeps the value of the base.
struct SweepLists {
    std::vector<std::string> formats; ///< of the input-to-hidden map
    Shape ranks;                      ///< one for all ranks of a format; of CP the number of terms
    std::vector<std::optional<double>> learningRates; ///< unset: the default of the model
    std::vector<std::uint64_t> seeds;
};

struct SweepItem {
    ExperimentSpec spec;
    std::string label; ///< "tt, rank 4, rate 0.003, seed 1"
};

struct SweepPlan {
    std::vector<SweepItem> items;     ///< seeds innermost, formats outermost; no spec twice
    std::vector<std::string> refused; ///< combinations that are not valid, each with its reason
};

inline constexpr std::size_t mostSweepItems = 10'000;

/// Throws Error where the lists make more than mostSweepItems or name no format that is known.
SweepPlan planSweep(const ExperimentSpec& base, const SweepLists& lists);

/// What specs have in common that differ in seed and learning rate alone, and as text.
ExperimentSpec withoutSeedAndRate(ExperimentSpec spec);
std::string configurationOf(const ExperimentSpec& spec);

/// One finished run of a configuration.
struct SweepResult {
    std::string configuration;
    double learningRate = 0;
    double accuracy =
        0; ///< by which the learning rate is chosen: EpochRecord::validationScore() of the best epoch
};

/// Runs of one configuration and learning rate that differ by their seeds.
struct SeedSpread {
    double learningRate = 0;
    Spread accuracy;
    std::vector<std::size_t> results; ///< indices
};

struct ConfigurationSpread {
    std::string configuration;
    std::vector<SeedSpread> rates; ///< by rising learning rate
    std::size_t best = 0;          ///< of `rates`: the greatest mean, of equal ones the smallest rate
};

/// In the order in which the configurations first appear.
std::vector<ConfigurationSpread> spreadsOf(std::span<const SweepResult> results);

} // namespace rankscope
