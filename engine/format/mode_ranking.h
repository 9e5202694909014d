// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"
#include "engine/format/format.h"

namespace rankscope {

/// What makes one pair of factorisations better than another; of equals the more balanced pair is better.
enum class ModeCriterion {
    Balanced,         ///< product of both ratios of largest to smallest mode
    FewestParameters, ///< of the map at given ranks
    FewestMacs,       ///< of a training step of the map at given ranks
    Rows              ///< fewest modes that cut across rows of the picture
};

template <>
struct Names<ModeCriterion> {
    static constexpr const char* what = "Order of modes";
    static constexpr Named<ModeCriterion> all[] = {
        {ModeCriterion::Balanced, "balanced", "Balanced"},
        {ModeCriterion::FewestParameters, "parameters", "Fewest parameters"},
        {ModeCriterion::FewestMacs, "macs", "Fewest multiplications"},
        {ModeCriterion::Rows, "rows", "Aligned with image rows"}};
};

struct ModeQuery {
    Index input = 1, hidden = 1; ///< I and J
    int d = 4;
    ModeCriterion criterion = ModeCriterion::Balanced;
    Index gates = 1;   ///< by how much the first output mode is multiplied
    MapSpec map;       ///< format and ranks, for FewestParameters and FewestMacs; its modes are not read
    Index frames = 96; ///< of a batch, for FewestMacs
    Shape frame;       ///< height, width, channels as they are flattened, for Rows
};

struct RankedModes {
    Shape in, out;
    double score = 0; ///< by the criterion, less is better
};

/// All pairs of ordered factorisations of I and J into d modes, best first, at most `limit`. Pairs that do
/// not allow the given ranks are left out. Where there are very many the most balanced ones of
/// each are ranked: 2^18 pairs, for FewestMacs 2^13. Throws Error where the query is not valid.
std::vector<RankedModes> rankedModes(const ModeQuery& query, std::size_t limit);

/// The sizes of `spec`, completed and with its gates, put into a network of the same format and number of
/// modes.
void setSizes(TensorNetwork& network, const MapSpec& spec);

/// As `TensorNetwork::parameters`, for sizes of any magnitude.
double parameterCount(const TensorNetwork& network);

} // namespace rankscope
