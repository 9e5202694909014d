// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/dense_matrix.h"

#include "engine/base/error.h"
#include "engine/network/contraction_step.h"

#include <algorithm>

namespace rankscope {

template <class Scalar>
std::vector<Scalar> denseMatrix(const TensorNetwork& network, const Scalar* weights) {
    if (double(network.inputSize()) * double(network.outputSize()) > 0x1p31)
        throw Error("The dense matrix of this map has too many values to be formed.",
                    "Use fewer or smaller modes.");
    std::vector<Index> sizes;
    for (const Edge& edge : network.edges) sizes.push_back(edge.size);

    Layout layout = network.cores[0].edges;
    std::vector<Scalar> tensor(weights, weights + network.parameters(0));
    for (std::size_t core = 1; core < network.cores.size(); ++core) {
        weights += network.parameters(static_cast<int>(core) - 1);
        std::vector<int> open; // edges some later core or a leg still needs
        for (int edge = 0; edge < static_cast<int>(sizes.size()); ++edge) {
            bool needed = network.edges[edge].kind != EdgeKind::Bond;
            for (std::size_t later = core + 1; later < network.cores.size(); ++later)
                needed = needed || std::ranges::find(network.cores[later].edges, edge) !=
                                       network.cores[later].edges.end();
            if (needed) open.push_back(edge);
        }
        const Layout& coreLayout = network.cores[core].edges;
        const ContractionStep step(sizes, layout, coreLayout, open, {});
        std::vector<Scalar> a(tensor.size()), b(static_cast<std::size_t>(valuesOf(sizes, coreLayout)));
        relayout(sizes, layout, tensor.data(), step.groupedA(), a.data());
        relayout(sizes, coreLayout, weights, step.groupedB(), b.data());
        layout = step.result();
        tensor.resize(static_cast<std::size_t>(valuesOf(sizes, layout)));
        step.multiply(step.sizes(sizes), a.data(), b.data(), tensor.data());
    }
    Layout wanted = network.legs(EdgeKind::Output);
    const auto inputs = network.legs(EdgeKind::Input);
    wanted.insert(wanted.end(), inputs.begin(), inputs.end());
    std::vector<Scalar> matrix(tensor.size());
    relayout(sizes, layout, tensor.data(), wanted, matrix.data());
    return matrix;
}

template std::vector<float> denseMatrix(const TensorNetwork&, const float*);
template std::vector<double> denseMatrix(const TensorNetwork&, const double*);

} // namespace rankscope
