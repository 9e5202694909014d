// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/sequence_model.h"

#include "engine/format/format.h"
#include "engine/model/start.h"

#include <cmath>
#include <stdexcept>

namespace rankscope {

namespace {

/// Adds the cores of every map; returns where each map begins.
std::vector<Index> addMaps(const ModelSpec& spec, const TensorNetwork& network, ParameterLayout& layout) {
    std::vector<Index> offsets;
    const Index maps = mapCount(spec.cell);
    for (int map = 0; map < maps; ++map) {
        const std::string prefix =
            maps == 1 ? "map." : std::string("map.") + gateName(spec.cell.kind, map) + ".";
        offsets.push_back(layout.size);
        for (int core = 0; core < static_cast<int>(network.cores.size()); ++core)
            layout.add(prefix + network.cores[core].name, network.shape(core), true);
    }
    return offsets;
}

} // namespace

template <class Scalar>
SequenceModel<Scalar>::SequenceModel(const ModelSpec& spec, Index framesPerBatch, double keepBytes)
    : m_spec(spec), m_network(networkOf(spec)) {
    validate(spec);
    if (spec.classes < 1) throw std::logic_error("a model needs its number of classes");
    m_spec.map = completed(spec.map, gateCount(spec.cell.kind) / mapCount(spec.cell));
    if (compressesRecurrent(spec)) m_spec.recurrent = completedRecurrent(spec);
    m_mapOffsets = addMaps(m_spec, m_network, m_layout);
    for (Index map = 0; map < mapCount(spec.cell); ++map)
        m_maps.emplace_back(m_network, framesPerBatch, keepBytes / static_cast<double>(mapCount(spec.cell)));
    m_cell = makeCell<Scalar>(spec, framesPerBatch);
    m_cell->addParameters(m_layout);
    m_task = makeTask<Scalar>(spec.task, spec.classes);
    m_task->addParameters(m_layout, spec.hiddenSize());
    m_weights.resize(static_cast<std::size_t>(m_layout.size));
}

template <class Scalar>
void SequenceModel<Scalar>::start(std::uint64_t seed, const FrameBlock& measured, ThreadPool& pool) {
    for (std::size_t map = 0; map < m_maps.size(); ++map)
        drawCores(m_spec, m_network, static_cast<int>(map), seed, m_weights.data() + m_mapOffsets[map]);
    m_cell->start(m_weights.data(), seed);
    m_task->start(m_weights.data(), seed);
    if (m_spec.start != Start::Matched) return;

    AlignedVector<Scalar> output(static_cast<std::size_t>(measured.count * m_network.outputSize()));
    for (std::size_t map = 0; map < m_maps.size(); ++map) {
        Scalar* cores = m_weights.data() + m_mapOffsets[map];
        m_maps[map].forward(measured, cores, output.data(), m_network.outputSize(), pool, false);
        double squares = 0;
        for (const Scalar value : output) squares += static_cast<double>(value) * static_cast<double>(value);
        const double rms = std::sqrt(squares / static_cast<double>(output.size()));
        if (!(rms > 0) || !std::isfinite(rms)) continue; // frames without any content tell no scale
        const auto factor =
            static_cast<Scalar>(std::pow(rms, -1.0 / static_cast<double>(m_network.cores.size())));
        for (Scalar& weight : std::span(cores, static_cast<std::size_t>(m_network.parameters())))
            weight *= factor;
    }
}

template <class Scalar>
const AlignedVector<Scalar>& SequenceModel<Scalar>::forward(const FrameBlock& frames, ThreadPool& pool,
                                                            bool train, const Dropout& dropout) {
    if (frames.uneven.areEven())
        m_steps = stepsOf(frames);
    else
        m_steps = frames.uneven; // into the memory it has
    const Index width = m_cell->gates() * m_cell->hidden(), part = width / static_cast<Index>(m_maps.size());
    m_preActivations.resize(static_cast<std::size_t>(frames.count * width));
    m_states.resize(static_cast<std::size_t>(frames.count * m_cell->hidden()));
    m_predictions.resize(static_cast<std::size_t>(m_steps.clips() * m_task->outputs()));
    for (std::size_t map = 0; map < m_maps.size(); ++map)
        m_maps[map].forward(frames, m_weights.data() + m_mapOffsets[map],
                            m_preActivations.data() + static_cast<Index>(map) * part, width, pool, train);
    m_cell->forward(m_preActivations.data(), m_steps, m_weights.data(), dropout, m_states.data(), pool);
    m_task->predict(m_states.data(), m_steps, m_weights.data(), m_predictions.data());
    return m_predictions;
}

template <class Scalar>
std::optional<double> SequenceModel<Scalar>::gateSaturation() const {
    if (!m_cell->hasGates()) return {};
    return m_cell->gateSaturation(m_preActivations.data(), m_steps.rows());
}

template <class Scalar>
void SequenceModel<Scalar>::backward(const FrameBlock& frames, Targets targets,
                                     AlignedVector<Scalar>& gradient, ThreadPool& pool) {
    gradient.resize(m_weights.size());
    m_stateGradient.resize(m_states.size());
    m_task->backward(m_states.data(), m_steps, m_weights.data(), m_predictions.data(), targets,
                     m_stateGradient.data(), gradient.data());
    m_cell->backward(m_preActivations.data(), m_steps, m_weights.data(), m_states.data(),
                     m_stateGradient.data(), gradient.data(), pool);
    const Index width = m_cell->gates() * m_cell->hidden(), part = width / static_cast<Index>(m_maps.size());
    for (std::size_t map = 0; map < m_maps.size(); ++map)
        m_maps[map].backward(frames, m_weights.data() + m_mapOffsets[map],
                             m_preActivations.data() + static_cast<Index>(map) * part, width,
                             gradient.data() + m_mapOffsets[map], pool);
}

template <class Scalar>
double SequenceModel<Scalar>::activationBytes(Index frames, int threads) const {
    double bytes = 0;
    for (const auto& map : m_maps) bytes += map.activationBytes(frames, threads);
    return bytes;
}

template class SequenceModel<float>;
template class SequenceModel<double>;

ParameterLayout layoutOf(const ModelSpec& spec) {
    ParameterLayout layout;
    addMaps(spec, networkOf(spec), layout);
    makeCell<float>(spec, 1)->addParameters(layout);
    if (spec.classes > 0) makeTask<float>(spec.task, spec.classes)->addParameters(layout, spec.hiddenSize());
    return layout;
}

} // namespace rankscope
