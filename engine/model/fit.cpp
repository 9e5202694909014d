// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/fit.h"

#include "engine/network/plan_search.h"

#include <cmath>
#include <functional>
#include <tuple>

namespace rankscope {

namespace {

constexpr std::size_t modePairs = 32, pairsOfManyModes = 8; // the search of trees takes longer
constexpr Index fewestBlocks = 2, mostBlocks = 8, mostRank = 1 << 16;
constexpr int fewestModes = 2, mostModes = 6;
constexpr double step = 0.05; // of the budget: less is no difference

struct Costs {
    double forward = 0, training = 0; ///< MACs; what the order was chosen by
};

/// One format on one pair of mode lists: what it costs at any rank.
class Subject {
public:
    Subject(const FitQuery& query, const Format& format, const RankedModes& modes)
        : m_query(query), m_format(format) {
        m_maps = static_cast<double>(mapCount(query.cell));
        m_gates = gateCount(query.cell.kind) / mapCount(query.cell);
        m_spec.format = format.id();
        m_spec.inModes = modes.in;
        m_spec.outModes = modes.out;
        m_spec.outModes.front() *= m_gates;
        const RankFields fields = format.rankFields(static_cast<Index>(modes.in.size()));
        const auto limits = [&](Index count, bool tucker) {
            Shape found;
            for (Index i = 0; i < count; ++i)
                found.push_back(
                    std::min(mostRank, format.rankLimit(m_spec.inModes, m_spec.outModes, tucker, i)));
            return found;
        };
        m_spec.ranks = m_limits = limits(fields.ranks, false);
        m_spec.tuckerRanks = m_tuckerLimits = limits(fields.tucker, true);
        m_network = format.network(m_spec);
    }

    bool hasBlocks() const { return m_format.rankFields(d()).blocks; }
    /// The highest value of the number that is searched: N of a format without other ranks, else the rank.
    Index highest() const {
        Index most = 1;
        for (const Shape* limits : {&m_limits, &m_tuckerLimits})
            for (const Index limit : *limits) most = std::max(most, limit);
        return searchesBlocks() ? mostRank : most;
    }
    bool searchesBlocks() const { return hasBlocks() && m_limits.empty() && m_tuckerLimits.empty(); }
    void setBlocks(Index blocks) { m_spec.blocks = blocks; }
    void setRank(Index rank) {
        if (searchesBlocks()) m_spec.blocks = rank;
        for (std::size_t i = 0; i < m_limits.size(); ++i) m_spec.ranks[i] = std::min(rank, m_limits[i]);
        for (std::size_t i = 0; i < m_tuckerLimits.size(); ++i)
            m_spec.tuckerRanks[i] = std::min(rank, m_tuckerLimits[i]);
        setSizes(m_network, m_spec);
    }

    double parameters(Index rank) {
        setRank(rank);
        return m_maps * parameterCount(m_network);
    }
    Costs costs(Index rank) {
        setRank(rank);
        const auto plan = ContractionPlan::optimal(m_network, m_query.frames);
        return {m_maps * plan.forwardMacsPerFrame(), m_maps * plan.trainingCostPerFrame()};
    }

    FitCandidate candidate(Index rank) {
        FitCandidate found;
        found.parameters = static_cast<Index>(parameters(rank));
        found.macs = costs(rank).forward;
        found.used = m_query.parameters
                         ? static_cast<double>(found.parameters) / static_cast<double>(*m_query.parameters)
                         : found.macs / *m_query.macs;
        found.map = m_spec;
        found.map.outModes.front() /= m_gates;
        return found;
    }

private:
    Index d() const { return static_cast<Index>(m_spec.inModes.size()); }

    const FitQuery& m_query;
    const Format& m_format;
    double m_maps = 1;
    Index m_gates = 1;
    MapSpec m_spec; // its first output mode multiplied by the gates
    Shape m_limits, m_tuckerLimits;
    TensorNetwork m_network;
};

/// The largest value in 0..most for which `fits` holds, where it holds up to some value and no further. It is
/// usually small: doubled until it no longer fits, then halved.
Index largestThat(Index most, const std::function<bool(Index)>& fits) {
    Index low = 0, beyond = 1;
    while (beyond <= most && fits(beyond)) {
        low = beyond;
        beyond *= 2;
    }
    beyond = std::min(beyond, most + 1);
    while (beyond - low > 1) {
        const Index middle = low + (beyond - low) / 2;
        (fits(middle) ? low : beyond) = middle;
    }
    return low;
}

/// The highest rank that keeps to the budget, 0 where none does.
Index highestRank(const FitQuery& query, Subject& subject, const std::stop_token& stop) {
    Index rank = subject.highest();
    if (query.parameters)
        rank = largestThat(
            rank, [&](Index r) { return subject.parameters(r) <= static_cast<double>(*query.parameters); });
    if (!query.macs || rank == 0) return rank;
    // What training costs rises with the rank, forward MACs of the order that is best for training need not.
    // But they are no less than about a third of it, as every value takes a product: so one at a time from
    // the highest rank that this allows.
    const double most = (3 + valueCost) * *query.macs;
    const auto costs = [&](Index r) {
        if (stop.stop_requested()) throw Cancelled();
        return subject.costs(r);
    };
    rank = largestThat(rank, [&](Index r) { return costs(r).training <= most; });
    while (rank > 0 && costs(rank).forward > *query.macs) --rank;
    return rank;
}

void check(const FitQuery& query) {
    if (!query.parameters && !query.macs)
        throw Error("A budget is missing.", "Give parameters, MACs per frame, or both.");
    if (query.parameters && *query.parameters < 1)
        throw Error("A budget of " + std::to_string(*query.parameters) + " parameters is not possible.",
                    "Give at least 1.");
    if (query.macs && !(*query.macs >= 1))
        throw Error("The budget of MACs per frame is not possible.", "Give at least 1.");
    if (query.frames < 1)
        throw Error("Frames: " + std::to_string(query.frames) + " is not possible.", "Use at least 1.");
    if (query.criterion != ModeCriterion::Balanced && query.criterion != ModeCriterion::Rows)
        throw Error("Modes for a budget cannot be chosen by a cost at given ranks.",
                    "Choose balanced or rows.");
    constexpr Index maxHidden = 1 << 15;
    if (query.hidden > maxHidden)
        throw Error("A hidden state of " + grouped(query.hidden) + " units is too large.",
                    "Use at most " + grouped(maxHidden) + ".");
}

std::vector<const Format*> chosenFormats(const FitQuery& query) {
    std::vector<const Format*> chosen;
    for (const std::string& id : query.formats) chosen.push_back(&formatNamed(id));
    if (chosen.empty()) chosen.assign(formats().begin(), formats().end());
    return chosen;
}

bool hasRanks(const Format& format, int d) {
    const RankFields fields = format.rankFields(d);
    return fields.ranks > 0 || fields.tucker > 0 || fields.blocks;
}

/// A candidate and what it is ranked by.
struct Ranked {
    FitCandidate candidate;
    double unused; // in steps
    double cost;
    std::size_t modes; // position among the pairs of mode lists
    auto key() const { return std::tuple(unused, cost, modes, candidate.map.inModes.size()); }
};

} // namespace

std::vector<FitCandidate> fitBudget(const FitQuery& query, std::stop_token stop) {
    check(query);
    const auto chosen = chosenFormats(query);
    const Index gates = gateCount(query.cell.kind) / mapCount(query.cell);
    std::vector<Ranked> all;
    for (int d = query.modes.value_or(fewestModes); d <= query.modes.value_or(mostModes); ++d) {
        const auto pairs =
            rankedModes({query.input, query.hidden, d, query.criterion, gates, {}, query.frames, query.frame},
                        d > mostModes ? pairsOfManyModes : modePairs);
        for (const Format* format : chosen) {
            // without ranks a map costs the same in any modes: once is enough
            const bool once = !hasRanks(*format, d);
            if (d < format->fewestModes() || (once && !query.modes && d > fewestModes)) continue;
            std::vector<Ranked> found;
            for (std::size_t pair = 0; pair < (once ? 1 : pairs.size()); ++pair) {
                if (stop.stop_requested()) throw Cancelled();
                Subject subject(query, *format, pairs[pair]);
                const bool eachBlocks = subject.hasBlocks() && !subject.searchesBlocks();
                for (Index blocks = eachBlocks ? fewestBlocks : 1; blocks <= (eachBlocks ? mostBlocks : 1);
                     ++blocks) {
                    subject.setBlocks(blocks);
                    const Index rank = highestRank(query, subject, stop);
                    if (rank == 0) break;
                    const FitCandidate candidate = subject.candidate(rank);
                    const double cost =
                        query.parameters ? candidate.macs : static_cast<double>(candidate.parameters);
                    found.push_back({candidate, std::floor((1 - candidate.used) / step), cost, pair});
                }
            }
            const std::size_t count = std::min(query.each, found.size());
            std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count), {},
                                      &Ranked::key);
            all.insert(all.end(), found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
        }
    }
    std::ranges::stable_sort(all, {}, &Ranked::key);
    std::vector<FitCandidate> best;
    for (Ranked& ranked : all) best.push_back(std::move(ranked.candidate));
    return best;
}

} // namespace rankscope
