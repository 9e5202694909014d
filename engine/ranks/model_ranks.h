// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"
#include "engine/model/parameters.h"
#include "engine/ranks/rank_change.h"

#include <span>
#include <vector>

/// Rank changes of a whole model: its maps change, all other weights stay.
namespace rankscope {

/// A model with its maps completed, as SequenceModel has it.
ModelSpec completedModel(ModelSpec model);

/// The ranks of its maps for people: "4,4,4", and where U is compressed "4,4,4; U 2,2,2".
std::string ranksTextOf(const ModelSpec& model);

/// The input-to-hidden map of a model as rank changes see it: completed, its first output mode multiplied by
/// the gates that it computes.
MapSpec gatedMapOf(const ModelSpec& model);

/// A model with the ranks of such a map.
ModelSpec withRanksOf(ModelSpec model, const MapSpec& gated);

/// The input-to-hidden maps with their weights: one, or one per gate. `weights`: of the whole model.
std::vector<MapValue> mapsOf(const ModelSpec& model, std::span<const float> weights);

/// Gives a map the ranks and blocks of another of its format and modes.
void takeRanks(MapSpec& map, const MapSpec& from);

/// Whether two models differ in nothing but the ranks of their maps. Throws Error where one is no model.
bool sameButRanks(const ModelSpec& a, const ModelSpec& b);

/// Throws Error naming `origin` where two models differ in more than the ranks of their maps.
void checkSameButRanks(const ModelSpec& a, const ModelSpec& b, const std::string& origin);

/// A model whose maps, W and a compressed U, have other ranks.
class ModelChange {
public:
    /// `wanted`: the same model with other ranks. `directions`: of each map W, or none. Throws Error.
    ModelChange(const ModelSpec& from, std::span<const float> weights, const ModelSpec& wanted,
                std::uint64_t seed, const std::vector<GrowthDirections>& directions = {});

    const ModelSpec& model() const { return m_model; }
    const ParameterLayout& layout() const { return m_layout; }
    const std::vector<float>& weights() const { return m_weights; }
    /// Relative Frobenius error of W, or of a compressed U where that is larger.
    double error() const { return m_error; }

    /// A first moment laid out as the old weights, in the new layout; zero at new entries.
    std::vector<float> followed(std::span<const float> moment) const;
    /// As RankChange: of each weight of the new model the old one that it still is, or -1.
    const std::vector<Index>& origin() const { return m_origin; }
    const std::vector<bool>& follows() const { return m_follows; }

private:
    ModelSpec m_model;
    ParameterLayout m_layout;
    std::vector<RankChange> m_maps;
    std::vector<float> m_weights;
    double m_error = 0;
    std::vector<Index> m_oldSizes; ///< weights of each map before
    std::vector<Index> m_origin;
    std::vector<bool> m_follows;
};

} // namespace rankscope
