// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/rank_change.h"

#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/growth.h"
#include "engine/ranks/rank_list.h"
#include "engine/ranks/tree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rankscope {

namespace {

void checkSameButRanks(const MapSpec& from, const MapSpec& wanted) {
    MapSpec same = wanted;
    same.ranks = from.ranks;
    same.tuckerRanks = from.tuckerRanks;
    same.blocks = from.blocks;
    if (same == from && wanted.ranks.size() == from.ranks.size() &&
        wanted.tuckerRanks.size() == from.tuckerRanks.size())
        return;
    throw Error("The map's format and modes cannot change with its ranks: it is " + from.format + " " +
                    toString(from.inModes) + " -> " + toString(from.outModes) + ".",
                "Give new ranks alone.");
}

void checkRanks(const MapSpec& from, const MapSpec& wanted) {
    checkSameButRanks(from, wanted);
    const TensorNetwork network = formatNamed(from.format).network(from);
    for (const RankField& field : ranksOf(from)) {
        const Index old = rankOf(from, field), rank = rankOf(wanted, field), limit = limitOf(from, field);
        if (rank < 1 || (rank > limit && rank > old))
            throw Error("Rank " + field.name + " cannot become " + std::to_string(rank) +
                            ": its unfolding allows 1 to " + std::to_string(limit) + ".",
                        "The nearest valid rank is " + std::to_string(rank < 1 ? 1 : limit) + ".");
        if (rank < old && field.kind != RankKind::Blocks && !isTree(network))
            throw Error("Rank " + field.name + " of a ring cannot fall from " + std::to_string(old) + " to " +
                            std::to_string(rank) + ": a loop has no best truncation.",
                        "The nearest valid rank is " + std::to_string(old) +
                            "; for smaller ones start a new run, or use a format without a loop (tt, ht).");
    }
    formatNamed(wanted.format).network(wanted).parameters(); // throws where a core cannot be counted
}

/// The blocks that stay: those whose removal costs least go, one after another.
std::vector<Index> keptBlocks(const Matrix& products, Index count) {
    std::vector<Index> kept(static_cast<std::size_t>(products.rows()));
    std::iota(kept.begin(), kept.end(), Index{0});
    Vector gone = Vector::Zero(products.rows());
    while (static_cast<Index>(kept.size()) > count) {
        auto best = kept.begin();
        double least = INFINITY;
        for (auto block = kept.begin(); block != kept.end(); ++block) {
            gone(*block) = 1;
            const double cost = gone.dot(products * gone);
            gone(*block) = 0;
            if (cost < least) {
                least = cost;
                best = block;
            }
        }
        gone(*best) = 1;
        kept.erase(best);
    }
    return kept;
}

/// [blocks that stay, blocks], picks the rows of the hyper-bond.
Matrix selection(const std::vector<Index>& kept, Index blocks) {
    Matrix pick = Matrix::Zero(blocks, static_cast<Index>(kept.size()));
    for (std::size_t n = 0; n < kept.size(); ++n) pick(kept[n], static_cast<Index>(n)) = 1;
    return pick;
}

/// Each block's slice of `core` times its own matrix along `edge`.
Tensor timesEach(const Tensor& core, int termEdge, int edge, const std::vector<Matrix>& each) {
    if (!core.has(termEdge)) return times(core, edge, each.front());
    std::vector<int> order{termEdge};
    for (const int other : core.edges)
        if (other != termEdge) order.push_back(other);
    Tensor result{order, {}, {}};
    for (std::size_t n = 0; n < each.size(); ++n) {
        const Tensor part = times(slice(core, termEdge, static_cast<Index>(n)), edge, each[n]);
        result.values.insert(result.values.end(), part.values.begin(), part.values.end());
        result.shape = part.shape;
    }
    result.shape.insert(result.shape.begin(), static_cast<Index>(each.size()));
    return permuted(result, core.edges);
}

/// P and Q of one block: A P = U S^1/2 and B Q = V S^1/2 for the sides A, B of the bond, times what keeps the
/// ratio of the norms of the two cores. Directions without content (beyond `kept`) become zero.
void truncationOf(const Term& term, std::pair<int, int> ends, int edge, Index rank, Matrix& p, Matrix& q,
                  Index& kept) {
    constexpr double nothing = 1e-14; // of the largest singular value: rounding noise
    const CutTree cut = cutAt(term, ends, edge);
    const Vector& s = cut.svd.s;
    kept = 0;
    while (kept < std::min<Index>(rank, s.size()) && s(kept) > nothing * s(0)) ++kept;
    p = Matrix::Zero(cut.first.cols(), rank);
    q = Matrix::Zero(cut.first.cols(), rank);
    const Vector scale = s.head(kept).cwiseSqrt().cwiseInverse();
    p.leftCols(kept) = cut.second.transpose() * cut.svd.v.leftCols(kept) * scale.asDiagonal();
    q.leftCols(kept) = cut.first.transpose() * cut.svd.u.leftCols(kept) * scale.asDiagonal();
    const Tensor &a = term[static_cast<std::size_t>(ends.first)],
                 &b = term[static_cast<std::size_t>(ends.second)];
    const double before = a.norm() * times(b, edge, q).norm(), after = b.norm() * times(a, edge, p).norm();
    if (!(before > 0) || !(after > 0)) return;
    const double balance = std::sqrt(before / after);
    p *= balance;
    q /= balance;
}

} // namespace

RankChange::RankChange(const MapValue& from, const MapSpec& wanted, std::uint64_t seed,
                       const GrowthDirections& directions)
    : m_from(from.spec), m_value(from) {
    checkRanks(from.spec, wanted);
    removeBlocks(wanted);
    truncate(wanted);
    grow(wanted, seed, directions);
    trace();
}

void RankChange::removeBlocks(const MapSpec& wanted) {
    const TensorNetwork network = networkOf(m_value);
    if (termEdge(network) < 0 || wanted.blocks >= m_from.blocks) return;
    m_blocks = keptBlocks(termProducts(m_value), wanted.blocks);
    const Cores cores = withoutBlocks(tensorsOf(network, m_value.weights));
    m_value.spec.blocks = wanted.blocks;
    m_value.weights = weightsOf(networkOf(m_value), cores);
}

RankChange::Cores RankChange::withoutBlocks(const Cores& cores) const {
    if (m_blocks.empty()) return cores;
    const int edge = termEdge(formatNamed(m_from.format).network(m_from));
    Cores kept;
    for (const Tensor& core : cores) kept.push_back(times(core, edge, selection(m_blocks, m_from.blocks)));
    return kept;
}

void RankChange::truncate(const MapSpec& wanted) {
    for (const RankField& field : ranksOf(m_from)) {
        const Index rank = rankOf(wanted, field);
        if (field.kind == RankKind::Blocks || rank >= rankOf(m_from, field)) continue;
        const TensorNetwork network = networkOf(m_value);
        const Cores cores = tensorsOf(network, m_value.weights);
        const auto ends = endsOf(network, field.edge);
        Truncation step{field.edge, ends.first, ends.second, {}, {}, {}};
        for (const Term& term : termsOf(network, cores)) {
            step.kept.push_back(0);
            truncationOf(term, ends, field.edge, rank, step.p.emplace_back(), step.q.emplace_back(),
                         step.kept.back());
        }
        m_value.spec = withRank(m_value.spec, field, rank);
        m_value.weights = weightsOf(networkOf(m_value), rebased(cores, step, false));
        m_truncations.push_back(std::move(step));
    }
}

RankChange::Cores RankChange::rebased(Cores cores, const Truncation& step, bool moments) const {
    const int blocks = termEdge(networkOf(m_value));
    Tensor& first = cores[static_cast<std::size_t>(step.first)];
    Tensor& second = cores[static_cast<std::size_t>(step.second)];
    first = timesEach(first, blocks, step.edge, moments ? step.q : step.p);
    second = timesEach(second, blocks, step.edge, moments ? step.p : step.q);
    return cores;
}

void RankChange::grow(const MapSpec& wanted, std::uint64_t seed, const GrowthDirections& directions) {
    std::map<int, std::vector<Index>> filled;
    for (const Truncation& step : m_truncations) filled[step.edge] = step.kept;
    Growth growth(networkOf(m_value), tensorsOf(networkOf(m_value), m_value.weights), filled);
    m_value.spec = wanted;
    const TensorNetwork network = networkOf(m_value);
    m_value.weights = weightsOf(network, growth.grown(network, seed, directions));
}

RankChange::Cores RankChange::embedded(const Cores& cores) const {
    return enlarged(networkOf(m_value), cores);
}

std::vector<double> RankChange::followed(std::span<const double> moment) const {
    Cores cores = withoutBlocks(tensorsOf(formatNamed(m_from.format).network(m_from), moment));
    for (const Truncation& step : m_truncations) cores = rebased(std::move(cores), step, true);
    return weightsOf(networkOf(m_value), embedded(cores));
}

void RankChange::trace() {
    const TensorNetwork from = formatNamed(m_from.format).network(m_from), to = networkOf(m_value);
    // the entries' own numbers, from 1, take the way of the weights; 0 comes out where nothing went in
    std::vector<double> numbers(static_cast<std::size_t>(from.parameters()));
    std::iota(numbers.begin(), numbers.end(), 1.0);
    Cores cores = withoutBlocks(tensorsOf(from, numbers));
    for (const Truncation& step : m_truncations)
        for (const int core : {step.first, step.second}) {
            Tensor& moved = cores[static_cast<std::size_t>(core)];
            moved = times(moved, step.edge, Matrix::Zero(moved.size(step.edge), step.p.front().cols()));
            std::ranges::fill(moved.values, -1.0); // moved, not new
        }
    for (const double number : weightsOf(to, embedded(cores))) {
        m_origin.push_back(number > 0 ? static_cast<Index>(number) - 1 : -1);
        m_follows.push_back(number != 0);
    }
}

} // namespace rankscope
