// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/run_inspection.h"
#include "engine/ranks/gauges.h"
#include "engine/ranks/model_ranks.h"

#include <memory>

namespace rankscope {

/// What a model with other ranks is worth; `outputError`, `accuracy` and `loss` want the run's clips.
struct RankQuality {
    MapSpec map;                       ///< gates not counted
    Index parameters = 0;              ///< of the map, all gates
    Index model = 0;                   ///< parameters of the model
    double error = 0;                  ///< relative Frobenius error of the map
    std::optional<double> outputError; ///< of W x over at most 512 frames of these clips
    std::optional<double> accuracy, loss;
};

/// A trained run whose ranks are changed without training: its weights, and its clips once they are opened.
/// Values are measured on the validation clips, of a run without any on those it was trained on.
class RankStudy {
public:
    /// Throws Error where the folder is no run, holds no such weights, or its map has no ranks.
    explicit RankStudy(const std::filesystem::path& run, WeightsOf weights = WeightsOf::Best);

    /// `folder`: of the clips; empty: where they were when it was trained. The observer hears of
    /// measurements, too. Throws Error, Cancelled.
    void openClips(const std::filesystem::path& folder, const Resources& resources, const Observer& observer,
                   std::stop_token stop);
    const char* clipSetName() const;

    const ModelSpec& model() const { return m_saved.model; }
    const std::vector<MapValue>& maps() const { return m_maps; }

    /// The weights with other ranks (gates not counted). Throws Error.
    ModelChange change(const MapSpec& wanted) const;
    /// The same for a whole model, of which a compressed U may have other ranks, too.
    ModelChange change(const ModelSpec& wanted) const;
    RankQuality measure(const ModelChange& change, std::stop_token stop = {}); ///< Throws Cancelled.

    /// Rounded copies at the specs, from the smallest on; the run itself is the last.
    std::vector<RankQuality> sweep(const std::vector<MapSpec>& specs);
    /// All ranks at most 1, 2, .. (blocks too where there is nothing else); a ring has only its own.
    std::vector<MapSpec> uniformSpecs() const;
    /// At most `count` specs evenly along the greedy path (see shrinkPath).
    std::vector<MapSpec> greedySpecs(std::size_t count) const;

    /// Gains are measured on one batch of training clips, where clips are open.
    std::vector<Gauge> gauges(std::stop_token stop = {}); ///< Throws Cancelled.
    /// A spec as `maps` have it, without the gates.
    MapSpec ungated(const MapSpec& map) const { return withRanksOf(model(), map).map; }

    /// Makes a run that begins with the changed weights: its clips, settings and statistics are those of this
    /// run, it has trained no epoch. Throws Error.
    void write(const ModelChange& change, const std::filesystem::path& folder) const;

private:
    struct Clips;

    RunHeader m_header;
    SavedModel m_saved;
    std::vector<MapValue> m_maps;
    std::shared_ptr<Clips> m_clips;
};

} // namespace rankscope
