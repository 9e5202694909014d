// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/bond_gradient.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/format/format.h"
#include "engine/network/map_product.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/rank_list.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

/// dL/dweights of any network over the map's legs.
std::vector<double> gradientOf(const TensorNetwork& network, const std::vector<double>& weights,
                               const OutputGradient& gradient, ThreadPool& pool) {
    const FrameBlock& frames = *gradient.frames;
    const Index outputs = network.outputSize();
    MapProduct<float> product(network, frames.count);
    const std::vector<float> values(weights.begin(), weights.end());
    std::vector<float> out(static_cast<std::size_t>(frames.count * outputs)), result(values.size());
    product.forward(frames, values.data(), out.data(), outputs, pool, true);
    product.backward(frames, values.data(), gradient.values, gradient.stride, result.data(), pool);
    return {result.begin(), result.end()};
}

/// The network with the two cores of a bond in one (in the place of the first), and its weights.
struct Merged {
    TensorNetwork network;
    std::vector<int> oldEdges; ///< of each edge of `network`
    std::vector<double> weights;
};

Merged mergedAt(const MapValue& map, std::pair<int, int> ends) {
    constexpr double most = 0x1p26;
    const TensorNetwork network = networkOf(map);
    auto cores = tensorsOf(network, map.weights);
    const Tensor second = cores[static_cast<std::size_t>(ends.second)];
    cores.erase(cores.begin() + ends.second);
    Tensor& first = cores[static_cast<std::size_t>(ends.first)];
    const int blocks = termEdge(network);
    double size = 1;
    for (const Tensor* core : {static_cast<const Tensor*>(&first), &second})
        for (const int edge : core->edges)
            if (!first.has(edge) || !second.has(edge) || (edge == blocks && core == &second))
                size *= static_cast<double>(core->size(edge));
    if (size > most)
        throw Error("The gradient of two merged cores has too many values to be formed.",
                    "Use smaller ranks or modes.");
    // the hyper-bond stays: each block has a gradient of its own
    first = contract(first, second, blocks >= 0 ? std::vector<int>{blocks} : std::vector<int>{});
    Merged merged;
    std::vector<int> numbers(network.edges.size(), -1);
    for (const Tensor& core : cores)
        for (const int edge : core.edges) {
            if (numbers[static_cast<std::size_t>(edge)] >= 0) continue;
            numbers[static_cast<std::size_t>(edge)] =
                merged.network.addEdge(network.edges[static_cast<std::size_t>(edge)]);
            merged.oldEdges.push_back(edge);
        }
    for (Tensor& core : cores) {
        std::vector<int> edges;
        for (const int edge : core.edges) edges.push_back(numbers[static_cast<std::size_t>(edge)]);
        merged.network.addCore("M" + std::to_string(merged.network.cores.size() + 1), edges);
        merged.weights.insert(merged.weights.end(), core.values.begin(), core.values.end());
    }
    return merged;
}

} // namespace

std::vector<Matrix> mergedGradient(const MapValue& map, int bond, const OutputGradient& gradient,
                                   ThreadPool& pool) {
    const TensorNetwork network = networkOf(map);
    const auto ends = endsOf(network, bond);
    const int blocks = termEdge(network);
    const Merged merged = mergedAt(map, ends);
    auto cores = tensorsOf(merged.network, gradientOf(merged.network, merged.weights, gradient, pool));
    Tensor d = cores[static_cast<std::size_t>(ends.first)];
    for (int& edge : d.edges) edge = merged.oldEdges[static_cast<std::size_t>(edge)];

    const auto& first = network.cores[static_cast<std::size_t>(ends.first)].edges;
    const auto& second = network.cores[static_cast<std::size_t>(ends.second)].edges;
    std::vector<int> order;
    Index rows = 1;
    for (const auto* own : {&first, &second})
        for (const int edge : *own) {
            if (edge == blocks || !d.has(edge)) continue;
            order.push_back(edge);
            if (own == &first) rows *= d.size(edge);
        }
    std::vector<Matrix> gradients;
    const Index count = d.has(blocks) ? d.size(blocks) : 1;
    for (Index n = 0; n < count; ++n) {
        const Tensor block = permuted(slice(d, blocks, n), order);
        gradients.emplace_back(Eigen::Map<const Matrix>(block.values.data(), rows,
                                                        static_cast<Index>(block.values.size()) / rows));
    }
    return gradients;
}

Leading leadingOf(const Matrix& a, Index count) {
    constexpr Index small = 200, spare = 8;
    constexpr int iterations = 60;
    const Index most = std::min(a.rows(), a.cols());
    count = std::min(count, most);
    Svd svd;
    if (most <= std::max(small, count + spare)) {
        svd = thinSvd(a);
    } else {
        Random random{purpose::ranks};
        Matrix basis(a.cols(), count + spare);
        for (Index i = 0; i < basis.size(); ++i) basis.data()[i] = random.normal();
        for (int i = 0; i < iterations; ++i) basis = thinQr(a.transpose() * (a * basis)).q;
        svd = thinSvd(a * basis);
        svd.v = basis * svd.v;
    }
    return {svd.s.head(count), svd.v.leftCols(count).transpose()};
}

GrowthDirections gradientDirections(const MapValue& map, const MapSpec& wanted,
                                    const OutputGradient& gradient, ThreadPool& pool) {
    GrowthDirections directions;
    const TensorNetwork network = networkOf(map);
    for (const RankField& field : ranksOf(map.spec))
        if (field.kind != RankKind::Blocks && rankOf(wanted, field) < rankOf(map.spec, field)) return {};
    for (const RankField& field : ranksOf(map.spec)) {
        const Index added = rankOf(wanted, field) - rankOf(map.spec, field);
        if (field.kind == RankKind::Blocks || added <= 0) continue;
        const auto [a, b] = endsOf(network, field.edge);
        const Tensor second = tensorsOf(network, map.weights)[static_cast<std::size_t>(b)];
        std::vector<Matrix> rows;
        for (const Matrix& d : mergedGradient(map, field.edge, gradient, pool))
            rows.push_back(leadingOf(d, added).right);
        Index columns = 1;
        for (const int edge : second.edges)
            if (edge != field.edge && edge != termEdge(network)) columns *= second.size(edge);
        if (rows.front().cols() == columns) directions[field.edge] = std::move(rows);
    }
    return directions;
}

double blockGradient(const MapValue& map, const OutputGradient& gradient, ThreadPool& pool) {
    constexpr int sweeps = 4;
    MapSpec one = map.spec;
    one.format = "cp";
    one.blocks = 1;
    const TensorNetwork network = formatNamed("cp").network(one);
    std::vector<double> weights(static_cast<std::size_t>(network.parameters()));
    Random random{purpose::ranks, 1};
    for (double& weight : weights) weight = random.normal();
    auto factors = tensorsOf(network, weights);
    for (Tensor& factor : factors) {
        const double norm = factor.norm();
        for (double& value : factor.values) value /= norm;
    }
    double largest = 0;
    for (int sweep = 0; sweep < sweeps; ++sweep)
        for (std::size_t k = 0; k < factors.size(); ++k) {
            Tensor best =
                tensorsOf(network, gradientOf(network, weightsOf(network, factors), gradient, pool))[k];
            largest = best.norm();
            if (!(largest > 0)) return 0;
            for (double& value : best.values) value /= largest;
            factors[k] = std::move(best);
        }
    return largest;
}

} // namespace rankscope
