// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/tensor.h"

#include "engine/network/contraction_step.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

/// Sizes by edge, as products of tensors want them.
std::vector<Index> edgeSizes(std::initializer_list<const Tensor*> tensors) {
    std::vector<Index> sizes;
    for (const Tensor* tensor : tensors)
        for (std::size_t axis = 0; axis < tensor->edges.size(); ++axis) {
            const auto edge = static_cast<std::size_t>(tensor->edges[axis]);
            if (sizes.size() <= edge) sizes.resize(edge + 1, 1);
            sizes[edge] = tensor->shape[axis];
        }
    return sizes;
}

Tensor shaped(const std::vector<Index>& sizes, std::vector<int> edges) {
    Tensor tensor{std::move(edges), {}, {}};
    for (const int edge : tensor.edges) tensor.shape.push_back(sizes[static_cast<std::size_t>(edge)]);
    tensor.values.resize(static_cast<std::size_t>(product(tensor.shape)));
    return tensor;
}

std::vector<int> others(const Tensor& tensor, int edge) {
    std::vector<int> edges = tensor.edges;
    std::erase(edges, edge);
    return edges;
}

} // namespace

bool Tensor::has(int edge) const {
    return contains(edges, edge);
}

Index Tensor::size(int edge) const {
    return shape[static_cast<std::size_t>(std::ranges::find(edges, edge) - edges.begin())];
}

double Tensor::norm() const {
    return Eigen::Map<const Vector>(values.data(), static_cast<Index>(values.size())).norm();
}

std::vector<Tensor> tensorsOf(const TensorNetwork& network, std::span<const double> weights) {
    std::vector<Tensor> cores;
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
        const auto count = static_cast<std::size_t>(network.parameters(core));
        cores.push_back({network.cores[core].edges,
                         network.shape(core),
                         {weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(count)}});
        weights = weights.subspan(count);
    }
    return cores;
}

std::vector<double> weightsOf(const TensorNetwork& network, const std::vector<Tensor>& cores) {
    std::vector<double> weights;
    weights.reserve(static_cast<std::size_t>(network.parameters()));
    for (std::size_t core = 0; core < cores.size(); ++core) {
        const Tensor laid = permuted(cores[core], network.cores[core].edges);
        weights.insert(weights.end(), laid.values.begin(), laid.values.end());
    }
    return weights;
}

Tensor permuted(const Tensor& tensor, std::vector<int> edges) {
    if (edges == tensor.edges) return tensor;
    const auto sizes = edgeSizes({&tensor});
    Tensor result = shaped(sizes, std::move(edges));
    relayout(sizes, tensor.edges, tensor.values.data(), result.edges, result.values.data());
    return result;
}

Matrix unfolded(const Tensor& tensor, int edge) {
    auto order = others(tensor, edge);
    order.push_back(edge);
    const Tensor laid = permuted(tensor, order);
    const Index columns = tensor.size(edge);
    return Eigen::Map<const Matrix>(laid.values.data(), static_cast<Index>(laid.values.size()) / columns,
                                    columns);
}

Tensor refolded(const Tensor& tensor, int edge, const Matrix& values) {
    Tensor laid{others(tensor, edge), {}, {values.data(), values.data() + values.size()}};
    for (const int other : laid.edges) laid.shape.push_back(tensor.size(other));
    laid.edges.push_back(edge);
    laid.shape.push_back(values.cols());
    return permuted(laid, tensor.edges);
}

Tensor times(const Tensor& tensor, int edge, const Matrix& m) {
    return refolded(tensor, edge, unfolded(tensor, edge) * m);
}

Tensor slice(const Tensor& tensor, int edge, Index index) {
    if (!tensor.has(edge)) return tensor;
    const Vector column = unfolded(tensor, edge).col(index);
    Tensor result{others(tensor, edge), {}, {column.begin(), column.end()}};
    for (const int other : result.edges) result.shape.push_back(tensor.size(other));
    return result;
}

Tensor contract(const Tensor& a, const Tensor& b, const std::vector<int>& open) {
    const auto sizes = edgeSizes({&a, &b});
    std::vector<int> stay; // edges of one operand alone always stay
    for (const Tensor* tensor : {&a, &b})
        for (const int edge : tensor->edges) {
            const bool both = a.has(edge) && b.has(edge);
            if ((!both || contains(open, edge)) && !contains(stay, edge)) stay.push_back(edge);
        }
    const ContractionStep step(sizes, a.edges, b.edges, stay, {});
    const Tensor left = permuted(a, step.groupedA()), right = permuted(b, step.groupedB());
    Tensor result = shaped(sizes, step.result());
    step.multiply(step.sizes(sizes), left.values.data(), right.values.data(), result.values.data());
    return result;
}

Tensor contractAll(std::vector<Tensor> tensors, const std::vector<int>& open) {
    while (tensors.size() > 1) {
        std::size_t bestA = 0, bestB = 1;
        double least = INFINITY;
        std::vector<int> bestStay;
        for (std::size_t a = 0; a < tensors.size(); ++a)
            for (std::size_t b = a + 1; b < tensors.size(); ++b) {
                std::vector<int> stay;
                double size = 1;
                const auto keep = [&](const Tensor& tensor) {
                    for (std::size_t axis = 0; axis < tensor.edges.size(); ++axis) {
                        const int edge = tensor.edges[axis];
                        bool needed = contains(open, edge);
                        for (std::size_t c = 0; c < tensors.size() && !needed; ++c)
                            needed = c != a && c != b && tensors[c].has(edge);
                        if (!needed && tensors[a].has(edge) && tensors[b].has(edge)) continue;
                        if (contains(stay, edge)) continue;
                        stay.push_back(edge);
                        size *= static_cast<double>(tensor.shape[axis]);
                    }
                };
                keep(tensors[a]);
                keep(tensors[b]);
                const double growth = size - static_cast<double>(tensors[a].values.size()) -
                                      static_cast<double>(tensors[b].values.size());
                if (growth >= least) continue;
                least = growth;
                bestA = a;
                bestB = b;
                bestStay = std::move(stay);
            }
        Tensor joined = contract(tensors[bestA], tensors[bestB], bestStay);
        tensors.erase(tensors.begin() + static_cast<std::ptrdiff_t>(bestB));
        tensors[bestA] = std::move(joined);
    }
    return tensors.front();
}

} // namespace rankscope
