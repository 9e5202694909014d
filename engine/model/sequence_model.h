// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cell/cell.h"
#include "engine/model/model_spec.h"
#include "engine/model/parameters.h"
#include "engine/network/map_product.h"
#include "engine/task/task.h"

#include <memory>
#include <optional>
#include <vector>

namespace rankscope {

/// A whole model: input map for all time steps at once, cell over time, head. Holds its weights as one flat
/// array laid out as `layout()`, and what backward needs of the last forward. float trains; double serves
/// gradient checks.
template <class Scalar>
class SequenceModel {
public:
    /// `framesPerBatch`: what the contraction plan is best for; `keepBytes`: see MapProduct. The spec's
    /// classes must be set. Throws Error.
    SequenceModel(const ModelSpec& spec, Index framesPerBatch,
                  double keepBytes = MapProduct<Scalar>::defaultKeepBytes);

    const ModelSpec& spec() const { return m_spec; }
    const ParameterLayout& layout() const { return m_layout; }
    AlignedVector<Scalar>& weights() { return m_weights; }
    const AlignedVector<Scalar>& weights() const { return m_weights; }

    /// Draws starting values; the matched start rescales the cores of each map to unit variance of W x over
    /// `measured`.
    void start(std::uint64_t seed, const FrameBlock& measured, ThreadPool& pool);

    /// Probabilities [clips, outputs] of a time-major batch; valid until the next call. `train`: keep what
    /// backward needs.
    const AlignedVector<Scalar>& forward(const FrameBlock& frames, ThreadPool& pool, bool train = false,
                                         const Dropout& dropout = {});

    /// Loss and hits of the last forward.
    Score score(Targets targets) const { return m_task->score(m_predictions.data(), targets); }

    bool hasGates() const { return m_cell->hasGates(); }
    /// Share of the last forward's gates in the flat part of the sigmoid, |z| > 2.5; missing for a cell
    /// without gates. Before `backward`, which takes the gates' place.
    std::optional<double> gateSaturation() const;

    /// Gradient of the mean loss of the last forward (run with `train`), laid out as the weights;
    /// overwritten.
    void backward(const FrameBlock& frames, Targets targets, AlignedVector<Scalar>& gradient,
                  ThreadPool& pool);

    /// What the maps hold for a training step of `frames` frames (see MapProduct).
    double activationBytes(Index frames, int threads) const;

    /// After `backward`: dL/d(W x_t) of its batch, a row a frame [rows, G*J].
    const AlignedVector<Scalar>& mapOutputGradient() const { return m_preActivations; }

    Index outputs() const { return m_task->outputs(); }
    /// Where the time steps of the last forward lie.
    const TimeSteps& steps() const { return m_steps; }
    /// After `forward`: the values of the gates, [rows, G*J] (of an SRNN and of the mean over time a_t,
    /// before the tanh); rows are [time, clips] where all clips are equally long.
    const AlignedVector<Scalar>& gateValues() const { return m_preActivations; }
    /// What the last `forward` would have answered had the clips ended after `time` frames at the latest:
    /// [clips, outputs].
    void predictAfter(Index time, Scalar* predictions) const {
        m_task->predict(m_states.data(), m_steps.cutAfter(time), m_weights.data(), predictions);
    }
    /// h_t of the last forward, [rows, J].
    const AlignedVector<Scalar>& states() const { return m_states; }

private:
    ModelSpec m_spec;
    ParameterLayout m_layout;
    TensorNetwork m_network;
    std::vector<MapProduct<Scalar>> m_maps; ///< one, or one per gate
    std::vector<Index> m_mapOffsets;        ///< into the weights
    std::unique_ptr<Cell<Scalar>> m_cell;
    std::unique_ptr<Task<Scalar>> m_task;

    AlignedVector<Scalar> m_weights;
    AlignedVector<Scalar> m_preActivations, m_states, m_stateGradient, m_predictions; ///< of the last forward
    TimeSteps m_steps;
};

/// Where the weights of a model lie, without allocating them.
ParameterLayout layoutOf(const ModelSpec& spec);

} // namespace rankscope
