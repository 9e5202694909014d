// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/compress_matrix.h"
#include "engine/evaluation/clip_scores.h"
#include "engine/experiment/run_data.h"

namespace rankscope {

/// How well a model does on the clips of a run that were kept for looking: those for validation, or, where it
/// has none, those it was trained on.
struct MapQuality {
    double outputError = 0; ///< ||W x - W' x|| / ||W x|| over at most 4 096 of their frames
    double accuracy = 0, loss = 0;
};

/// A dense map turned into another format, and the model around it.
struct CompressedModel {
    ModelSpec model;
    std::vector<float> weights; ///< of the whole model: U, biases and head are those of the dense run
    Index parameters = 0;       ///< of the map, all gates
    double weightError = 0;     ///< ||W - W'||_F / ||W||_F, all gates
    std::vector<double> errors; ///< of the sweeps for the first map, see Compression
};

/// A trained run with a dense map, its best weights and its clips: compresses the map and tells what that
/// changes.
class DenseRun {
public:
    /// `data`: folder of the clips; empty: where they were when it was trained. Throws Error, also where the
    /// map is not dense; Cancelled.
    DenseRun(const std::filesystem::path& run, const std::filesystem::path& data, const Resources& resources,
             const Observer& observer, std::stop_token stop);

    const std::filesystem::path& dataFolder() const { return m_data.dataset.root; }
    const char* clipSetName() const { return m_split.validation.empty() ? "train" : "validation"; }
    const std::vector<int>& clips() const {
        return m_split.validation.empty() ? m_split.train : m_split.validation;
    }
    Index denseParameters() const; ///< of the map, all gates
    const ModelSpec& model() const { return m_header.spec.model; }
    MapQuality quality() const { return m_quality; } ///< of the dense map itself

    /// The map with the run's own modes where it has none. Throws Error where its modes do not multiply to
    /// the run's sizes.
    MapSpec withModes(MapSpec map) const;

    /// `target.map`: gates not counted; modes left empty are the run's own. Throws Error, Cancelled.
    CompressedModel compress(CompressionTarget target);
    MapQuality measure(const CompressedModel& compressed);

    /// Makes a run that begins with these weights and has trained no epoch yet. Its settings are those of the
    /// dense run, but for the learning rate (unset: the default of its format) and, where given, the epochs.
    /// Throws Error.
    void write(const CompressedModel& compressed, const std::filesystem::path& folder,
               std::optional<int> epochs, std::optional<double> learningRate) const;

private:
    ClipSet clipSet() const {
        return {m_data.frames, m_header.spec.data, m_header.statistics, m_data.labels};
    }
    const ModeTensor<float>& tensor(Index map, const MapSpec& gated);
    MapQuality scored(const ModelSpec& spec, const std::vector<float>& weights);
    /// W x for the compared frames, map after map in every batch.
    std::vector<float> outputs(const ModelSpec& spec, const std::vector<float>& weights);

    RunHeader m_header;
    std::vector<float> m_weights;
    RunData m_data;
    Split m_split;
    Observer m_observer;
    std::stop_token m_stop;
    ThreadPool m_pool;
    MapQuality m_quality;
    std::vector<float> m_outputs;
    Shape m_tensorModes; ///< of m_tensors, in and out
    std::vector<ModeTensor<float>> m_tensors;
};

} // namespace rankscope
