// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"
#include "engine/model/costs.h"
#include "engine/model/counts.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

/// The model that is edited beside the same model in every other format: what each takes in parameters and
/// multiplications.
namespace rankscope {

/// The model in one format; the first of a comparison is the one that is edited.
struct Candidate {
    QString title; ///< "Tensor train"
    QString ranks; ///< "r = 4,4,4", "N = 2, R = 4,4,4,4"; empty: none
    ModelSpec model;
    std::optional<CountReport> counts; ///< none where the format cannot be used with these modes and ranks
    QString problem;                   ///< then why
};

/// Of a format, where its title is long for a column: "TT", "Dense".
QString shortTitle(const Format& format);

/// TT, BT and dense: what every model is compared with.
bool isCommonFormat(const Format& format);

/// Counts, which are quick: the current format, then TT, BT and dense as far as they are others.
std::vector<Candidate> compareCounts(const ModelSpec& model);

/// What one rank for all bonds costs: points of the curves.
struct RankPoint {
    Index rank = 0;
    Index parameters = 0;             ///< of the map
    double forward = 0, training = 0; ///< MACs per frame
};

/// Costs, which take a search per candidate.
struct CostComparison {
    std::vector<std::optional<CostReport>> costs; ///< as the candidates
    std::vector<double> activationBytes;          ///< of a training step, as the candidates; 0: none
    std::vector<RankPoint> curve;                 ///< empty where the format has no rank
    std::vector<RankPoint> current; ///< the model as it is, at the mean of its ranks; empty as the curve
    bool equalRanks = true;         ///< the current point lies on the curve
};

/// `frames`: batch times frames a clip. Throws Cancelled.
CostComparison compareCosts(const std::vector<Candidate>& candidates, Index frames, std::stop_token stop);

/// "1.94 M", with the locale's decimal mark.
QString shortNumber(double value);

} // namespace rankscope
