// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/format/format.h"
#include "engine/model/sequence_model.h"

#include <algorithm>
#include <cmath>

/// Small specs and random operands shared by the engine's tests.
namespace rankscope::testing {

inline MapSpec smallMap(const std::string& format) {
    MapSpec map;
    map.format = format;
    map.inModes = {2, 3, 5};
    map.outModes = {2, 1, 3};
    map.ranks = {2, 3, 2, 3};
    map.ranks.resize(static_cast<std::size_t>(formatNamed(format).rankFields(3).ranks));
    map.tuckerRanks = {2, 1, 3};
    map.blocks = 2;
    return map;
}

inline ModelSpec smallModel(const std::string& format, CellKind cell,
                            GateLayout gates = GateLayout::Concatenated) {
    ModelSpec spec;
    spec.cell.kind = cell;
    spec.cell.gates = gates;
    spec.map = smallMap(format);
    spec.classes = 4;
    return spec;
}

/// A hidden-to-hidden map for `smallModel`; its modes are left to be those of the hidden state.
inline MapSpec smallRecurrent(const std::string& format) {
    MapSpec map = smallMap(format);
    for (Index i = 0; i < static_cast<Index>(map.ranks.size()); ++i) {
        Index& rank = map.ranks[static_cast<std::size_t>(i)];
        rank = std::min(rank, formatNamed(format).rankLimit(map.outModes, map.outModes, false, i));
    }
    map.inModes = map.outModes = {};
    return map;
}

/// Standard normal frames, time-major.
inline FrameBlock randomFrames(Index size, Index time, Index clips, std::uint64_t seed) {
    FrameBlock block;
    block.size = size;
    block.count = time * clips;
    block.clips = clips;
    Random random{seed, 77};
    block.values.resize(static_cast<std::size_t>(block.count * size));
    for (float& value : block.values) value = static_cast<float>(random.normal());
    return block;
}

template <class Scalar>
std::vector<Scalar> randomVector(Index size, std::uint64_t seed, double scale = 1) {
    Random random{seed, 78};
    std::vector<Scalar> values(static_cast<std::size_t>(size));
    for (Scalar& value : values) value = static_cast<Scalar>(scale * random.normal());
    return values;
}

/// ||a - b|| / ||b||.
template <class A, class B>
double relativeDifference(const A& a, const B& b) {
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        difference += std::pow(double(a[i]) - double(b[i]), 2);
        norm += std::pow(double(b[i]), 2);
    }
    return std::sqrt(difference / (norm > 0 ? norm : 1));
}

/// Visits every term of the sum over all edges that a network stands for: `visit(row, column, at)`, `at` the
/// position of each core's factor among all weights.
template <class Visit>
void forEachTerm(const TensorNetwork& network, Visit visit) {
    std::vector<Index> value(network.edges.size(), 0);
    std::vector<std::size_t> at(network.cores.size());
    const auto outputs = network.legs(EdgeKind::Output), inputs = network.legs(EdgeKind::Input);
    const auto position = [&](const std::vector<int>& edges) {
        Index found = 0;
        for (const int edge : edges) found = found * network.edges[edge].size + value[edge];
        return static_cast<std::size_t>(found);
    };
    while (true) {
        std::size_t offset = 0;
        for (std::size_t core = 0; core < network.cores.size(); ++core) {
            at[core] = offset + position(network.cores[core].edges);
            offset += static_cast<std::size_t>(network.parameters(static_cast<int>(core)));
        }
        visit(position(outputs), position(inputs), at);
        std::size_t edge = 0;
        for (; edge < value.size(); ++edge) {
            if (++value[edge] < network.edges[edge].size) break;
            value[edge] = 0;
        }
        if (edge == value.size()) return;
    }
}

/// W [J, I] summed index by index from its definition: no plan, no matrix product.
inline std::vector<double> bruteForceMatrix(const TensorNetwork& network, const std::vector<double>& cores) {
    const auto inputs = static_cast<std::size_t>(network.inputSize());
    std::vector<double> matrix(inputs * static_cast<std::size_t>(network.outputSize()), 0.0);
    forEachTerm(network, [&](std::size_t row, std::size_t column, const std::vector<std::size_t>& at) {
        double term = 1;
        for (const std::size_t factor : at) term *= cores[factor];
        matrix[row * inputs + column] += term;
    });
    return matrix;
}

/// dL/dcores from dL/dW [J, I], term by term.
inline std::vector<double> bruteForceGradient(const TensorNetwork& network, const std::vector<double>& cores,
                                              const std::vector<double>& matrixGradient) {
    const auto inputs = static_cast<std::size_t>(network.inputSize());
    std::vector<double> gradient(cores.size(), 0.0);
    forEachTerm(network, [&](std::size_t row, std::size_t column, const std::vector<std::size_t>& at) {
        for (std::size_t core = 0; core < at.size(); ++core) {
            double others = matrixGradient[row * inputs + column];
            for (std::size_t other = 0; other < at.size(); ++other)
                if (other != core) others *= cores[at[other]];
            gradient[at[core]] += others;
        }
    });
    return gradient;
}

} // namespace rankscope::testing
