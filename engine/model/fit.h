// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/mode_ranking.h"
#include "engine/model/model_spec.h"

#include <optional>
#include <stop_token>

namespace rankscope {

/// What the input-to-hidden map of a model may cost, and what is free to choose.
struct FitQuery {
    Index input = 57'600, hidden = 256; ///< I and J
    CellSpec cell;
    std::optional<Index> parameters;  ///< of the map (all gates, bias not counted) at most
    std::optional<double> macs;       ///< of the map forward, per frame, in its optimal order, at most
    Index frames = 96;                ///< of a batch
    std::vector<std::string> formats; ///< empty: all
    std::optional<int> modes;         ///< d; none: 2 to 6
    ModeCriterion criterion = ModeCriterion::Balanced; ///< which modes are tried: Balanced or Rows
    Shape frame;                                       ///< height, width, channels, for Rows
    std::size_t each = 1;                              ///< answers of each format and number of modes at most
    bool operator==(const FitQuery&) const = default;
};

struct FitCandidate {
    MapSpec map;          ///< its output modes without gates
    Index parameters = 0; ///< of the map, all gates
    double macs = 0;      ///< forward, per frame
    double used = 0;      ///< share of the budget: of the parameters where they are limited, else of the MACs
};

/// Maps with uniform ranks (every rank as given or at its limit, if that is less) that keep to the budget,
/// as large as fits: for each format, number of modes, pair of mode lists (the first 32 of `rankedModes`, 8
/// where d is 7 or 8) and number of blocks (block term: 2 to 8; one block is Tucker) the highest rank, for CP
/// the highest N. Best first: those that use most of the budget, in steps of 5 %; of equals the fewest MACs,
/// or, where only these are limited, the fewest parameters; then the better modes, then fewer modes. Throws
/// Error where the query is not valid, Cancelled where it is stopped; empty where nothing fits.
std::vector<FitCandidate> fitBudget(const FitQuery& query, std::stop_token stop = {});

} // namespace rankscope
