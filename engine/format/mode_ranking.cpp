// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/mode_ranking.h"

#include "engine/format/factorisation.h"

#include <cmath>
#include <optional>
#include <tuple>

namespace rankscope {

namespace {

constexpr std::size_t mostPairs = std::size_t{1} << 18, mostPlans = std::size_t{1} << 13;

/// Scores pairs by what the map costs.
class MapScore {
public:
    explicit MapScore(const ModeQuery& query)
        : m_query(query), m_format(formatNamed(query.map.format)), m_spec(query.map) {
        if (query.d < m_format.fewestModes())
            throw Error(m_format.title() + ": " + std::to_string(query.d) + " mode is the dense matrix.",
                        "Give at least " + std::to_string(m_format.fewestModes()) + " modes.");
        m_spec.inModes = m_spec.outModes = Shape(static_cast<std::size_t>(query.d), 1);
        m_spec = spelledOut(std::move(m_spec));
        m_network = m_format.network(m_spec);
    }

    /// None where the pair does not allow the ranks.
    std::optional<double> operator()(const Shape& in, const Shape& out) {
        m_spec.inModes = in;
        m_spec.outModes = out;
        m_spec.outModes.front() *= m_query.gates;
        const RankFields fields = m_format.rankFields(m_query.d);
        const auto allowed = [&](const Shape& ranks, Index count, bool tucker) {
            for (Index i = 0; i < count; ++i)
                if (ranks[static_cast<std::size_t>(i)] >
                    m_format.rankLimit(m_spec.inModes, m_spec.outModes, tucker, i))
                    return false;
            return true;
        };
        if (!allowed(m_spec.ranks, fields.ranks, false) || !allowed(m_spec.tuckerRanks, fields.tucker, true))
            return {};
        setSizes(m_network, m_spec);
        if (m_query.criterion == ModeCriterion::FewestParameters) return parameterCount(m_network);
        return ContractionPlan::optimal(m_network, m_query.frames).trainingMacsPerFrame();
    }

private:
    const ModeQuery& m_query;
    const Format& m_format;
    MapSpec m_spec;
    TensorNetwork m_network;
};

void check(const ModeQuery& query) {
    constexpr Index largest = Index{1} << 28;
    for (const Index size : {query.input, query.hidden})
        if (size < 1 || size > largest)
            throw Error("Modes of " + std::to_string(size) + " values are not possible.",
                        "Use 1 to " + grouped(largest) + ".");
    if (query.d < 1 || query.d > 8)
        throw Error(std::to_string(query.d) + " modes are not possible.", "Use 1 to 8.");
    if (query.criterion == ModeCriterion::Rows && product(query.frame) != query.input)
        throw Error("A picture of " + toString(query.frame) + " has " + grouped(product(query.frame)) +
                        " values, not " + grouped(query.input) + ".",
                    "Give height, width and channels of the frame.");
}

} // namespace

void setSizes(TensorNetwork& network, const MapSpec& spec) {
    const auto of = [&](const Edge& edge) {
        switch (edge.kind) {
        case EdgeKind::Input:
            return spec.inModes[static_cast<std::size_t>(edge.mode)];
        case EdgeKind::Output:
            return spec.outModes[static_cast<std::size_t>(edge.mode)];
        case EdgeKind::Bond:
            break;
        }
        if (edge.rank == RankKind::Blocks) return spec.blocks;
        const Shape& ranks = edge.rank == RankKind::Tucker ? spec.tuckerRanks : spec.ranks;
        return ranks[static_cast<std::size_t>(edge.rankIndex)];
    };
    for (Edge& edge : network.edges) edge.size = of(edge);
}

double parameterCount(const TensorNetwork& network) {
    double sum = 0;
    for (const Core& core : network.cores) {
        double size = 1;
        for (const int edge : core.edges) size *= static_cast<double>(network.edges[edge].size);
        sum += size;
    }
    return sum;
}

std::vector<RankedModes> rankedModes(const ModeQuery& query, std::size_t limit) {
    check(query);
    const bool plans = query.criterion == ModeCriterion::FewestMacs;
    const std::size_t most = plans ? mostPlans : mostPairs;
    const auto outs = orderedFactorisations(query.hidden, query.d,
                                            static_cast<std::size_t>(std::sqrt(static_cast<double>(most))));
    const auto ins = orderedFactorisations(query.input, query.d, most / outs.size());

    struct Pair {
        double score, balance;
        std::size_t in, out;
        auto key() const { return std::tie(score, balance, in, out); }
    };
    std::vector<Pair> pairs;
    std::optional<MapScore> mapScore;
    if (plans || query.criterion == ModeCriterion::FewestParameters) mapScore.emplace(query);
    std::vector<double> outBalance;
    for (const Shape& out : outs) outBalance.push_back(imbalance(out));
    for (std::size_t in = 0; in < ins.size(); ++in) {
        const double inBalance = imbalance(ins[in]);
        const int untidy = query.criterion == ModeCriterion::Rows ? untidyCuts(ins[in], query.frame) : 0;
        for (std::size_t out = 0; out < outs.size(); ++out) {
            const double balance = inBalance * outBalance[out];
            std::optional<double> score = balance;
            if (query.criterion == ModeCriterion::Rows) score = untidy;
            if (mapScore) score = (*mapScore)(ins[in], outs[out]);
            if (score) pairs.push_back({*score, balance, in, out});
        }
    }
    const std::size_t count = std::min(limit, pairs.size());
    std::ranges::partial_sort(pairs, pairs.begin() + static_cast<std::ptrdiff_t>(count), {}, &Pair::key);
    std::vector<RankedModes> ranked;
    for (std::size_t i = 0; i < count; ++i)
        ranked.push_back({ins[pairs[i].in], outs[pairs[i].out], pairs[i].score});
    return ranked;
}

} // namespace rankscope
