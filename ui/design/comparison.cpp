// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/comparison.h"

#include "engine/base/error.h"
#include "engine/network/map_product.h"
#include "ui/bridge/problem.h"
#include "ui/bridge/translated.h"
#include "ui/design/rank_edit.h"

#include <QLocale>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rankscope {

namespace {
constexpr Index highestRankDrawn = 32;

Candidate candidateOf(const ModelSpec& model) {
    Candidate candidate{translated(formatNamed(model.map.format).title()), {}, model, {}, {}};
    try {
        candidate.ranks = rankLists(withFormat(model, model.map.format).map);
        candidate.counts = countParameters(model);
    } catch (const Error& error) {
        candidate.problem = problemOf(error).what;
    }
    return candidate;
}

/// What a batch holds from forward to backward: intermediates of the maps, gates and states.
double activationBytes(const ModelSpec& model, Index frames) {
    const MapProduct<float> map(networkOf(model), frames);
    const double gates = static_cast<double>(gateCount(model.cell.kind) + 1);
    return static_cast<double>(mapCount(model.cell)) *
               map.activationBytes(frames, QThread::idealThreadCount()) +
           sizeof(float) * gates * static_cast<double>(frames * model.hiddenSize());
}

/// The kind that the curve runs over: bond ranks, else Tucker ranks, else the CP rank.
RankKind curveKind(const ModelSpec& model) {
    for (const RankKind kind : {RankKind::Rank, RankKind::Tucker, RankKind::Blocks})
        if (rankCount(model, kind) > 0) return kind;
    return RankKind::None;
}

RankPoint pointOf(const ModelSpec& model, Index rank, Index frames) {
    const CostReport costs = planCosts(model, frames);
    return {rank, countParameters(model).inputToHidden, costs.forward, costs.training};
}

void addCurve(CostComparison& answer, const ModelSpec& model, Index frames, const std::stop_token& stop) {
    const RankKind kind = curveKind(model);
    if (kind == RankKind::None) return;
    const Shape now = ranksOf(model, kind);
    const Index mean = static_cast<Index>(
        std::lround(double(std::accumulate(now.begin(), now.end(), Index{0})) / double(now.size())));
    answer.equalRanks = std::ranges::adjacent_find(now, std::ranges::not_equal_to{}) == now.end();
    answer.current = {pointOf(model, mean, frames)};

    const Index highest = std::max(highestRankDrawn, *std::ranges::max_element(now));
    for (Index rank = 1; rank <= highest; rank = std::max(rank + 1, rank * 5 / 4)) {
        if (stop.stop_requested()) throw Cancelled();
        ModelSpec equal = model;
        setRanks(equal, kind, Shape(now.size(), rank));
        if (!rankProblem(equal, kind, ranksOf(equal, kind)).isEmpty()) break;
        answer.curve.push_back(pointOf(equal, rank, frames));
    }
}
} // namespace

QString shortTitle(const Format& format) {
    const QString id = QString::fromStdString(format.id());
    return id.size() <= 3 ? id.toUpper() : translated(format.title());
}

bool isCommonFormat(const Format& format) {
    return std::ranges::count(std::array{"tt", "bt", "dense"}, format.id()) > 0;
}

std::vector<Candidate> compareCounts(const ModelSpec& model) {
    std::vector<Candidate> candidates{candidateOf(model)};
    for (const Format* format : formats())
        if (isCommonFormat(*format) && format->id() != model.map.format)
            candidates.push_back(candidateOf(withFormat(model, format->id())));
    return candidates;
}

CostComparison compareCosts(const std::vector<Candidate>& candidates, Index frames, std::stop_token stop) {
    CostComparison answer;
    for (const Candidate& candidate : candidates) {
        if (stop.stop_requested()) throw Cancelled();
        answer.costs.push_back(candidate.counts ? std::optional(planCosts(candidate.model, frames))
                                                : std::nullopt);
        answer.activationBytes.push_back(candidate.counts ? activationBytes(candidate.model, frames) : 0);
    }
    if (!candidates.empty() && candidates.front().counts)
        addCurve(answer, candidates.front().model, frames, stop);
    return answer;
}

QString shortNumber(double value) {
    const char* unit = "";
    for (const char* next : {"k", "M", "G", "T"}) {
        if (value < 999.5) break;
        value /= 1000;
        unit = next;
    }
    const int decimals = *unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals) +
           (*unit ? QStringLiteral(" ") + QLatin1String(unit) : QString());
}

} // namespace rankscope
