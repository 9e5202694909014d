// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/tree.h"

#include <algorithm>

namespace rankscope {

namespace {

/// The other core of `term` on this edge; -1: an open leg.
int across(const Term& term, int core, int edge) {
    for (int other = 0; other < static_cast<int>(term.size()); ++other)
        if (other != core && term[static_cast<std::size_t>(other)].has(edge)) return other;
    return -1;
}

void orthogonalise(Term& term, int core, int parent, int bond) {
    const std::vector<int> edges = term[static_cast<std::size_t>(core)].edges;
    for (const int edge : edges) {
        const int child = edge == bond ? -1 : across(term, core, edge);
        if (child >= 0) orthogonalise(term, child, core, edge);
    }
    if (parent < 0) return;
    Tensor& own = term[static_cast<std::size_t>(core)];
    Tensor& above = term[static_cast<std::size_t>(parent)];
    const Qr qr = thinQr(unfolded(own, bond));
    own = refolded(own, bond, qr.q);
    above = times(above, bond, qr.r.transpose());
}

} // namespace

int termEdge(const TensorNetwork& network) {
    for (std::size_t edge = 0; edge < network.edges.size(); ++edge)
        if (network.edges[edge].rank == RankKind::Blocks) return static_cast<int>(edge);
    return -1;
}

Index termCount(const TensorNetwork& network) {
    const int edge = termEdge(network);
    return edge < 0 ? 1 : network.edges[static_cast<std::size_t>(edge)].size;
}

std::vector<Term> termsOf(const TensorNetwork& network, const std::vector<Tensor>& cores) {
    const int edge = termEdge(network);
    if (edge < 0) return {cores};
    std::vector<Term> terms(static_cast<std::size_t>(termCount(network)));
    for (std::size_t n = 0; n < terms.size(); ++n)
        for (const Tensor& core : cores) terms[n].push_back(slice(core, edge, static_cast<Index>(n)));
    return terms;
}

std::vector<int> bondsOf(const TensorNetwork& network) {
    std::vector<int> bonds;
    for (int edge = 0; edge < static_cast<int>(network.edges.size()); ++edge)
        if (network.edges[static_cast<std::size_t>(edge)].kind == EdgeKind::Bond && edge != termEdge(network))
            bonds.push_back(edge);
    return bonds;
}

std::pair<int, int> endsOf(const TensorNetwork& network, int bond) {
    std::vector<int> ends;
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core)
        if (std::ranges::find(network.cores[static_cast<std::size_t>(core)].edges, bond) !=
            network.cores[static_cast<std::size_t>(core)].edges.end())
            ends.push_back(core);
    return {ends.front(), ends.back()};
}

bool isTree(const TensorNetwork& network) {
    std::vector<int> group(network.cores.size()); // of cores joined so far
    for (std::size_t core = 0; core < group.size(); ++core) group[core] = static_cast<int>(core);
    for (const int bond : bondsOf(network)) {
        const auto [a, b] = endsOf(network, bond);
        const int from = group[static_cast<std::size_t>(a)], to = group[static_cast<std::size_t>(b)];
        if (from == to) return false;
        std::ranges::replace(group, from, to);
    }
    return std::ranges::count(group, group.front()) == static_cast<std::ptrdiff_t>(group.size());
}

Matrix sideFactor(const Term& term, int core, int bond) {
    Tensor side = term[static_cast<std::size_t>(core)];
    for (const int edge : term[static_cast<std::size_t>(core)].edges) {
        const int child = edge == bond ? -1 : across(term, core, edge);
        if (child >= 0) side = times(side, edge, sideFactor(term, child, edge).transpose());
    }
    return thinQr(unfolded(side, bond)).r;
}

CutTree cutAt(const Term& term, std::pair<int, int> ends, int bond) {
    CutTree cut{sideFactor(term, ends.first, bond), sideFactor(term, ends.second, bond), {}};
    cut.svd = thinSvd(cut.first * cut.second.transpose());
    return cut;
}

Term orthogonalised(Term term, int root) {
    orthogonalise(term, root, -1, -1);
    return term;
}

} // namespace rankscope
