// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/tensor_network.h"

#include <algorithm>
#include <stdexcept>

namespace rankscope {

int TensorNetwork::addEdge(Edge edge) {
    edges.push_back(std::move(edge));
    return static_cast<int>(edges.size()) - 1;
}

int TensorNetwork::addCore(std::string name, std::vector<int> coreEdges) {
    cores.push_back({std::move(name), std::move(coreEdges)});
    return static_cast<int>(cores.size()) - 1;
}

Shape TensorNetwork::shape(int core) const {
    Shape sizes;
    for (const int edge : cores[core].edges) sizes.push_back(edges[edge].size);
    return sizes;
}

Index TensorNetwork::parameters() const {
    Index sum = 0;
    for (int core = 0; core < static_cast<int>(cores.size()); ++core) sum += parameters(core);
    return sum;
}

std::vector<int> TensorNetwork::legs(EdgeKind kind) const {
    std::vector<int> found;
    for (int edge = 0; edge < static_cast<int>(edges.size()); ++edge)
        if (edges[edge].kind == kind) found.push_back(edge);
    std::ranges::sort(found, {}, [this](int edge) { return edges[edge].mode; });
    return found;
}

namespace {
Index legProduct(const TensorNetwork& network, EdgeKind kind) {
    Shape sizes;
    for (const int edge : network.legs(kind)) sizes.push_back(network.edges[edge].size);
    return product(sizes);
}
} // namespace

Index TensorNetwork::inputSize() const {
    return legProduct(*this, EdgeKind::Input);
}
Index TensorNetwork::outputSize() const {
    return legProduct(*this, EdgeKind::Output);
}

void TensorNetwork::check() const {
    const auto require = [](bool holds, const char* what) {
        if (!holds) throw std::logic_error(what);
    };
    require(edges.size() < 63, "a network has at most 62 edges");
    std::vector<int> holders(edges.size(), 0);
    for (const Core& core : cores) {
        auto sorted = core.edges;
        std::ranges::sort(sorted);
        require(std::ranges::adjacent_find(sorted) == sorted.end(), "a core has each edge once");
        for (const int edge : core.edges) {
            require(edge >= 0 && edge < static_cast<int>(edges.size()), "a core names an edge that exists");
            ++holders[edge];
        }
    }
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
        require(edges[edge].size >= 1, "an edge has a size");
        if (edges[edge].kind == EdgeKind::Bond)
            require(holders[edge] >= 2, "a bond joins two cores or more");
        else
            require(holders[edge] == 1, "an open leg belongs to one core");
    }
    for (const EdgeKind kind : {EdgeKind::Input, EdgeKind::Output}) {
        int mode = 0;
        for (const int edge : legs(kind))
            require(edges[edge].mode == mode++, "one leg of each kind per mode");
    }
}

TensorNetwork transposed(TensorNetwork network) {
    for (Edge& edge : network.edges) {
        if (edge.kind == EdgeKind::Input)
            edge.kind = EdgeKind::Output;
        else if (edge.kind == EdgeKind::Output)
            edge.kind = EdgeKind::Input;
    }
    return network;
}

} // namespace rankscope
