// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/spectra.h"

#include "engine/ranks/difference.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

std::vector<double> listed(const Vector& values) {
    return {values.begin(), values.end()};
}

/// R of the QR decomposition of the arc first .. last - 1 of a ring as a matrix [legs, both end bonds]: from
/// the arc's Gram matrix, whose size is the product of the end ranks alone.
Matrix arcGram(const std::vector<Tensor>& ring, const TensorNetwork& network, std::size_t first,
               std::size_t last, const std::vector<int>& ends) {
    const int twins = static_cast<int>(network.edges.size());
    std::vector<Tensor> both;
    for (std::size_t core = first; core != last; core = (core + 1) % ring.size()) {
        both.push_back(ring[core]);
        Tensor twin = ring[core];
        for (int& edge : twin.edges)
            if (network.edges[static_cast<std::size_t>(edge)].kind == EdgeKind::Bond) edge += twins;
        both.push_back(std::move(twin));
    }
    std::vector<int> order = ends;
    for (const int edge : ends) order.push_back(edge + twins);
    const Tensor gram = permuted(contractAll(std::move(both), order), order);
    const Index size = gram.shape[0] * gram.shape[1];
    return Eigen::Map<const Matrix>(gram.values.data(), size, size);
}

/// The symmetric square root of a positive semi-definite matrix.
Matrix rootOf(const Matrix& gram) {
    const SymmetricEigen eigen = symmetricEigen(gram);
    const Vector roots = eigen.values.cwiseMax(0.0).cwiseSqrt();
    return eigen.vectors * roots.asDiagonal() * eigen.vectors.transpose();
}

std::vector<Spectrum> ringSpectra(const TensorNetwork& network, const std::vector<Tensor>& ring) {
    const auto bonds = bondsOf(network); // bond k stands before core k
    std::vector<Spectrum> spectra;
    for (std::size_t a = 0; a < bonds.size(); ++a)
        for (std::size_t b = a + 1; b < bonds.size(); ++b) {
            const std::vector<int> ends{bonds[a], bonds[b]};
            const Matrix inner = rootOf(arcGram(ring, network, a, b, ends));
            const Matrix outer = rootOf(arcGram(ring, network, b, a, ends));
            const auto name = [&](std::size_t i) {
                return network.edges[static_cast<std::size_t>(bonds[i])].name;
            };
            spectra.push_back({name(a) + "|" + name(b), -1, listed(thinSvd(inner * outer).s)});
        }
    return spectra;
}

} // namespace

std::vector<Spectrum> spectraOf(const MapValue& value) {
    const TensorNetwork network = networkOf(value);
    const auto cores = tensorsOf(network, value.weights);
    const int edge = termEdge(network);
    const auto bonds = bondsOf(network);
    std::vector<Spectrum> spectra;
    if (edge >= 0) {
        Vector norms = termProducts(value).diagonal().cwiseMax(0.0).cwiseSqrt();
        std::ranges::sort(norms, std::greater<>());
        spectra.push_back({network.edges[static_cast<std::size_t>(edge)].name, -1, listed(norms)});
    }
    if (bonds.empty()) return spectra;
    if (!isTree(network)) return ringSpectra(network, cores);
    const auto terms = termsOf(network, cores);
    for (const int bond : bonds)
        for (std::size_t n = 0; n < terms.size(); ++n)
            spectra.push_back({network.edges[static_cast<std::size_t>(bond)].name,
                               edge < 0 ? Index{-1} : static_cast<Index>(n),
                               listed(cutAt(terms[n], endsOf(network, bond), bond).svd.s)});
    return spectra;
}

} // namespace rankscope
