// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/inspection.h"

#include "engine/data/frame_order.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/model_ranks.h"
#include "engine/ranks/tensor.h"

#include <cmath>
#include <numeric>
#include <stdexcept>

namespace rankscope {

template <class Scalar>
CellTrace traceOf(SequenceModel<Scalar>& model, const FrameBlock& clip, ThreadPool& pool) {
    if (clip.clips != 1) throw std::logic_error("one clip at a time can be traced");
    const CellKind kind = model.spec().cell.kind;
    CellTrace trace;
    model.forward(clip, pool);
    trace.time = clip.count;
    trace.hidden = model.spec().hiddenSize();
    trace.outputs = model.outputs();
    const Index gates = gateCount(kind), j = trace.hidden;
    for (int gate = 0; gate < gates; ++gate) trace.gates.emplace_back(gateName(kind, gate));
    for (const Scalar value : model.gateValues())
        trace.gateValues.push_back(static_cast<float>(kind == CellKind::Srnn ? std::tanh(value) : value));
    trace.states.assign(model.states().begin(), model.states().end());
    if (kind == CellKind::Lstm) { // c_t = f*c_{t-1} + i*c
        trace.cellStates.resize(trace.states.size());
        std::vector<Scalar> c(static_cast<std::size_t>(j));
        const Scalar* gate = model.gateValues().data();
        for (Index t = 0; t < trace.time; ++t, gate += gates * j)
            for (Index k = 0; k < j; ++k) {
                Scalar& value = c[static_cast<std::size_t>(k)];
                value = gate[j + k] * value + gate[k] * gate[2 * j + k];
                trace.cellStates[static_cast<std::size_t>(t * j + k)] = static_cast<float>(value);
            }
    }
    std::vector<Scalar> answer(static_cast<std::size_t>(trace.outputs));
    for (Index steps = 1; steps <= trace.time; ++steps) {
        model.predictAfter(steps, answer.data());
        trace.probabilities.insert(trace.probabilities.end(), answer.begin(), answer.end());
    }
    return trace;
}

template CellTrace traceOf(SequenceModel<float>&, const FrameBlock&, ThreadPool&);
template CellTrace traceOf(SequenceModel<double>&, const FrameBlock&, ThreadPool&);

std::vector<double> matrixRow(const MapValue& map, Index row) {
    const TensorNetwork network = networkOf(map);
    if (row < 0 || row >= network.outputSize()) throw std::logic_error("the map has no such row");
    auto cores = tensorsOf(network, map.weights);
    const auto outputs = network.legs(EdgeKind::Output);
    for (auto leg = outputs.rbegin(); leg != outputs.rend(); ++leg) { // j_1 is slowest
        const Index size = network.edges[static_cast<std::size_t>(*leg)].size;
        for (Tensor& core : cores) core = slice(core, *leg, row % size);
        row /= size;
    }
    const auto inputs = network.legs(EdgeKind::Input);
    return permuted(contractAll(std::move(cores), inputs), inputs).values;
}

std::vector<float> inputPattern(const ModelSpec& model, std::span<const float> weights, const DataSpec& data,
                                int gate, Index unit) {
    const auto maps = mapsOf(model, weights);
    const bool separate = maps.size() > 1;
    const auto row = matrixRow(maps[separate ? static_cast<std::size_t>(gate) : 0],
                               separate ? unit : gate * model.hiddenSize() + unit);
    const Index size = Index{data.width} * data.height * data.channels;
    if (static_cast<Index>(row.size()) != size)
        throw std::logic_error("the frame is not of the model's input size");
    std::vector<float> pattern(row.begin(), row.end());
    const FrameOrder order(data);
    if (order.isIdentity()) return pattern;
    std::vector<int> decoded(row.size()), place(row.size()); // place[k]: where value k of x was decoded
    std::iota(decoded.begin(), decoded.end(), 0);
    order.apply(decoded.data(), place.data());
    for (std::size_t k = 0; k < row.size(); ++k)
        pattern[static_cast<std::size_t>(place[k])] = static_cast<float>(row[k]);
    return pattern;
}

} // namespace rankscope
