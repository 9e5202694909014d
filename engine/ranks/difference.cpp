// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/difference.h"

#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/network/map_product.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

/// Renames the bonds of `cores`, so that they meet another network over the same legs in these alone.
std::vector<Tensor> besideEachOther(std::vector<Tensor> cores, const TensorNetwork& network,
                                    const TensorNetwork& other) {
    std::vector<int> names(network.edges.size());
    for (std::size_t edge = 0; edge < names.size(); ++edge)
        names[edge] = static_cast<int>(other.edges.size() + edge);
    for (const EdgeKind kind : {EdgeKind::Input, EdgeKind::Output}) {
        const auto own = network.legs(kind), theirs = other.legs(kind);
        for (std::size_t mode = 0; mode < own.size(); ++mode)
            names[static_cast<std::size_t>(own[mode])] = theirs[mode];
    }
    for (Tensor& core : cores)
        for (int& edge : core.edges) edge = names[static_cast<std::size_t>(edge)];
    return cores;
}

Tensor joined(const TensorNetwork& a, std::vector<Tensor> cores, const TensorNetwork& b,
              std::vector<Tensor> others, const std::vector<int>& open = {}) {
    std::ranges::move(besideEachOther(std::move(others), b, a), std::back_inserter(cores));
    return contractAll(std::move(cores), open);
}

/// Two tensors as the blocks of one: along bonds they lie one after the other, along legs side by side.
Tensor directSum(const Tensor& a, const Tensor& b, const TensorNetwork& network) {
    Tensor sum{a.edges, {}, {}};
    std::vector<Index> offset; // of b in the sum
    for (std::size_t axis = 0; axis < a.edges.size(); ++axis) {
        const bool bond = network.edges[static_cast<std::size_t>(a.edges[axis])].kind == EdgeKind::Bond;
        offset.push_back(bond ? a.shape[axis] : 0);
        sum.shape.push_back(a.shape[axis] + (bond ? b.shape[axis] : 0));
    }
    sum.values.assign(static_cast<std::size_t>(product(sum.shape)), 0.0);
    for (const Tensor* part : {&a, &b}) {
        Shape index(part->shape.size(), 0);
        for (const double value : part->values) {
            Index place = 0;
            for (std::size_t axis = 0; axis < index.size(); ++axis)
                place = place * sum.shape[axis] + index[axis] + (part == &b ? offset[axis] : 0);
            sum.values[static_cast<std::size_t>(place)] += value;
            for (std::size_t axis = index.size(); axis-- > 0;) {
                if (++index[axis] < part->shape[axis]) break;
                index[axis] = 0;
            }
        }
    }
    return sum;
}

/// a - b as one tree, orthogonalised: its first core is as small as the difference.
Term treeDifference(const Term& a, const Term& b, const TensorNetwork& network) {
    Term difference;
    for (std::size_t core = 0; core < a.size(); ++core) {
        Tensor other = b[core];
        if (core == 0)
            for (double& value : other.values) value = -value;
        difference.push_back(directSum(a[core], other, network));
    }
    return orthogonalised(std::move(difference), 0);
}

bool sameTrees(const MapSpec& a, const MapSpec& b, const TensorNetwork& network) {
    return a.format == b.format && a.inModes == b.inModes && a.outModes == b.outModes &&
           (termEdge(network) < 0 || a.blocks == b.blocks) && isTree(network);
}

/// Whether the direct sums stay small: every bond doubles, and with it a core of d bonds grows 2^d times.
bool canBeSummed(const std::vector<Term>& a, const std::vector<Term>& b, const TensorNetwork& network) {
    constexpr double most = 0x1p24; // values of all of them
    double all = 0;
    for (std::size_t n = 0; n < a.size(); ++n)
        for (std::size_t core = 0; core < a[n].size(); ++core) {
            double values = 1;
            for (const int edge : a[n][core].edges) {
                const bool bond = network.edges[static_cast<std::size_t>(edge)].kind == EdgeKind::Bond;
                values *= static_cast<double>(a[n][core].size(edge) + (bond ? b[n][core].size(edge) : 0));
            }
            all += values;
        }
    return all <= most;
}

double squaredDifference(const MapValue& w, const MapValue& v) {
    const TensorNetwork network = networkOf(w), other = networkOf(v);
    const auto expanded = [&] { return innerProduct(w, w) - 2 * innerProduct(w, v) + innerProduct(v, v); };
    if (!sameTrees(w.spec, v.spec, network)) return expanded();
    const auto own = termsOf(network, tensorsOf(network, w.weights));
    const auto theirs = termsOf(other, tensorsOf(other, v.weights));
    if (!canBeSummed(own, theirs, network)) return expanded();
    std::vector<Term> terms;
    for (std::size_t n = 0; n < own.size(); ++n) terms.push_back(treeDifference(own[n], theirs[n], network));
    double sum = 0;
    for (std::size_t n = 0; n < terms.size(); ++n) {
        sum += std::pow(terms[n].front().norm(), 2);
        for (std::size_t m = n + 1; m < terms.size(); ++m)
            sum += 2 * joined(network, terms[n], network, terms[m]).values.front();
    }
    return sum;
}

} // namespace

TensorNetwork networkOf(const MapValue& value) {
    return formatNamed(value.spec.format).network(value.spec);
}

double innerProduct(const MapValue& v, const MapValue& w) {
    if (v.spec.inModes != w.spec.inModes || v.spec.outModes != w.spec.outModes)
        throw Error("Maps over the modes " + toString(v.spec.inModes) + " -> " + toString(v.spec.outModes) +
                        " and " + toString(w.spec.inModes) + " -> " + toString(w.spec.outModes) +
                        " cannot be compared.",
                    "Use the same modes for both.");
    const TensorNetwork a = networkOf(v), b = networkOf(w);
    return joined(a, tensorsOf(a, v.weights), b, tensorsOf(b, w.weights)).values.front();
}

double frobeniusNorm(const MapValue& w) {
    return std::sqrt(std::max(0.0, innerProduct(w, w)));
}

double relativeDifference(const MapValue& w, const MapValue& v) {
    return relativeDifference(std::vector{w}, std::vector{v});
}

double relativeDifference(const std::vector<MapValue>& w, const std::vector<MapValue>& v) {
    double difference = 0, norm = 0;
    for (std::size_t map = 0; map < w.size(); ++map) {
        difference += std::max(0.0, squaredDifference(w[map], v[map]));
        norm += innerProduct(w[map], w[map]);
    }
    return norm > 0 ? std::sqrt(difference / norm) : 0;
}

std::vector<float> outputsOf(const std::vector<MapValue>& maps, const FrameBlock& frames, ThreadPool& pool) {
    std::vector<float> outputs;
    for (const MapValue& map : maps) {
        const TensorNetwork network = networkOf(map);
        const Index width = network.outputSize();
        const std::vector<float> weights(map.weights.begin(), map.weights.end());
        const std::size_t first = outputs.size();
        outputs.resize(first + static_cast<std::size_t>(frames.count * width));
        MapProduct<float>(network, frames.count)
            .forward(frames, weights.data(), outputs.data() + first, width, pool, false);
    }
    return outputs;
}

double relativeOutputDifference(const std::vector<float>& w, const std::vector<float>& v) {
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        difference += std::pow(double(w[i]) - double(v[i]), 2);
        norm += double(w[i]) * double(w[i]);
    }
    return norm > 0 ? std::sqrt(difference / norm) : 0;
}

Matrix termProducts(const MapValue& value) {
    const TensorNetwork network = networkOf(value);
    const auto cores = tensorsOf(network, value.weights);
    const int edge = termEdge(network);
    if (edge < 0) return Matrix::Constant(1, 1, innerProduct(value, value));
    const int twin = static_cast<int>(network.edges.size()) + edge; // what it is called beside itself
    return unfolded(joined(network, cores, network, cores, {edge, twin}), twin);
}

} // namespace rankscope
