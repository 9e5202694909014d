// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reproduce/protocol.h"

#include <string>
#include <vector>

/// Figures from the literature and how they were obtained, as far as papers and released code tell. Only
/// figures whose source is named; what is not certain is left out.
namespace rankscope {

struct PublishedFigure {
    std::string study, model; ///< "ucf11", "tt-lstm"
    double value = 0;         ///< share of clips, or mean average precision
    std::string source;       ///< "Yang et al. 2017"
    Protocol protocol = Protocol::TtCode;
};

/// Those of one model in one study; often none.
std::vector<PublishedFigure> publishedFigures(const std::string& study, const std::string& model);

/// How a run of ours differs from the way a figure was obtained, each in a few words ("whole clips there, 6
/// frames here"); empty: the protocols agree. `seeds`: runs of ours that the mean is of.
std::vector<std::string> protocolDifferences(const PublishedFigure& figure, Protocol protocol,
                                             const ExperimentSpec& spec, int seeds);

/// What the released code of a paper sets beside the starting values: gates, dropout, learning rate, batch,
/// no clipping of gradients. Matched: nothing but the start.
void applyStart(Start start, const std::string& study, ExperimentSpec& spec);

} // namespace rankscope
