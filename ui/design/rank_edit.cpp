// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/rank_edit.h"

#include "engine/format/format.h"
#include "engine/ranks/model_ranks.h"
#include "ui/design/modes_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace rankscope {

namespace {
constexpr Index firstRank = 4;
constexpr Index mostRank = 1 << 16; // the engine takes no more, whatever the unfolding allows
constexpr qint64 runPause = 1000;   // milliseconds after which a new run of edits begins

struct RankEdit {
    Q_DECLARE_TR_FUNCTIONS(rankscope::RankEdit)
};

RankFields fieldsOf(const ModelSpec& model) {
    return formatNamed(model.map.format).rankFields(static_cast<Index>(model.map.inModes.size()));
}

Shape gatedOutModes(const ModelSpec& model) {
    Shape modes = model.map.outModes;
    if (!modes.empty()) modes.front() *= concatenatedGates(model);
    return modes;
}
} // namespace

Index concatenatedGates(const ModelSpec& model) {
    return model.cell.gates == GateLayout::Concatenated ? gateCount(model.cell.kind) : 1;
}

Index rankCount(const ModelSpec& model, RankKind kind) {
    const RankFields fields = fieldsOf(model);
    switch (kind) {
    case RankKind::Rank:
        return fields.ranks;
    case RankKind::Tucker:
        return fields.tucker;
    case RankKind::Blocks:
        return fields.blocks ? 1 : 0;
    case RankKind::None:
        break;
    }
    return 0;
}

Shape ranksOf(const ModelSpec& model, RankKind kind) {
    if (kind == RankKind::Blocks) return {model.map.blocks};
    Shape ranks = kind == RankKind::Tucker ? model.map.tuckerRanks : model.map.ranks;
    const auto count = static_cast<std::size_t>(rankCount(model, kind));
    if (ranks.empty())
        for (int i = 0; i < static_cast<int>(count); ++i)
            ranks.push_back(std::min(firstRank, rankLimit(model, {kind, i})));
    else
        ranks.resize(count, ranks.back());
    return ranks;
}

void setRanks(ModelSpec& model, RankKind kind, const Shape& ranks) {
    if (ranks.empty()) return;
    switch (kind) {
    case RankKind::Rank:
        model.map.ranks = ranks;
        break;
    case RankKind::Tucker:
        model.map.tuckerRanks = ranks;
        break;
    case RankKind::Blocks:
        model.map.blocks = ranks.front();
        break;
    case RankKind::None:
        break;
    }
}

Index rankLimit(const ModelSpec& model, RankRef rank) {
    if (rank.kind == RankKind::Blocks) return mostRank;
    if (model.map.inModes.size() != model.map.outModes.size()) return 1;
    const Format& format = formatNamed(model.map.format);
    return std::min(mostRank, format.rankLimit(model.map.inModes, gatedOutModes(model),
                                               rank.kind == RankKind::Tucker, rank.index));
}

QString rankName(const ModelSpec& model, RankRef rank) {
    switch (rank.kind) {
    case RankKind::Rank:
        return QStringLiteral("r%1").arg(rank.index + fieldsOf(model).firstRank);
    case RankKind::Tucker:
        return QStringLiteral("R%1").arg(rank.index + 1);
    case RankKind::Blocks:
        return QStringLiteral("N");
    case RankKind::None:
        break;
    }
    return {};
}

QString rankLists(const MapSpec& map) {
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    QStringList lists;
    if (fields.blocks) lists << QStringLiteral("N = %1").arg(map.blocks);
    if (fields.tucker > 0) lists << QStringLiteral("R = ") + modesText(map.tuckerRanks);
    if (fields.ranks > 0) lists << QStringLiteral("r = ") + modesText(map.ranks);
    return lists.join(QStringLiteral(", "));
}

QString rankProblem(const ModelSpec& model, RankKind kind, const Shape& ranks, Shape* cut) {
    QString problem;
    Shape allowed = ranks;
    for (int i = 0; i < static_cast<int>(ranks.size()); ++i) {
        const auto k = static_cast<std::size_t>(i);
        const Index limit = rankLimit(model, {kind, i});
        allowed[k] = std::clamp<Index>(ranks[k], 1, limit);
        if (allowed[k] == ranks[k] || !problem.isEmpty()) continue;
        const QString text =
            kind == RankKind::Blocks
                ? RankEdit::tr("%1 = %2 is not between 1 and %3, the most blocks that can be used.")
                : RankEdit::tr("%1 = %2 is not between 1 and %3, the most its unfolding allows.");
        problem = text.arg(rankName(model, {kind, i}), QString::fromStdString(grouped(ranks[k])),
                           QString::fromStdString(grouped(limit)));
    }
    if (cut) *cut = allowed;
    return problem;
}

ModelSpec withFormat(ModelSpec model, const std::string& format) {
    model.map.format = format;
    for (const RankKind kind : {RankKind::Rank, RankKind::Tucker})
        if (rankCount(model, kind) > 0) setRanks(model, kind, ranksOf(model, kind));
    return model;
}

ModelSpec viewOf(const ModelSpec& model, MapPart part) {
    if (part == MapPart::Input) return model;
    ModelSpec view = model;
    view.map = model.recurrent;
    if (view.map.outModes.empty()) view.map.outModes = model.map.outModes;
    if (view.map.inModes.empty()) view.map.inModes = view.map.outModes;
    return view;
}

void putBack(ModelSpec& model, const ModelSpec& view, MapPart part) {
    takeRanks(part == MapPart::Input ? model.map : model.recurrent, view.map);
}

ModelSpec withRecurrentFormat(ModelSpec model, const std::string& format) {
    model.recurrent.format = format;
    ModelSpec view = viewOf(model, MapPart::Recurrent);
    for (const RankKind kind : {RankKind::Rank, RankKind::Tucker}) {
        Shape ranks = ranksOf(view, kind);
        rankProblem(view, kind, ranks, &ranks);
        if (rankCount(view, kind) > 0) setRanks(view, kind, ranks);
    }
    putBack(model, view, MapPart::Recurrent);
    return model;
}

ModelSpec withRankCounts(ModelSpec model) {
    model = withFormat(model, model.map.format);
    if (!compressesRecurrent(model)) return model;
    putBack(model, withFormat(viewOf(model, MapPart::Recurrent), model.recurrent.format), MapPart::Recurrent);
    return model;
}

int EditRun::id(int thing) {
    if (thing != m_thing || !m_since.isValid() || m_since.hasExpired(runPause)) ++m_id;
    m_thing = thing;
    m_since.start();
    return m_id;
}

} // namespace rankscope
