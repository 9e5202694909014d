// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/rank_rows.h"

#include "ui/bridge/problem.h"
#include "ui/design/field_note.h"
#include "ui/design/rank_editor.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int firstThing = 1000, kindStride = 1000, partStride = 10'000;

/// What an undo step is about, for EditRun.
int thingOf(MapPart part, RankKind kind, int index) {
    return firstThing + partStride * static_cast<int>(part) + kindStride * static_cast<int>(kind) + index;
}
} // namespace

QString valueProblem(const ModelSpec& model) {
    try {
        validate(model);
    } catch (const Error& error) {
        return problemOf(error).sentence();
    }
    return {};
}

RankRows::RankRows(Workspace& workspace, EditRun& run, MapPart part, QWidget* parent)
    : QObject(parent), m_workspace(workspace), m_run(run), m_part(part) {
    const bool input = part == MapPart::Input;
    const std::pair<RankKind, QString> kinds[] = {
        {RankKind::Rank, input ? tr("Ran&ks") : tr("U ranks")},
        {RankKind::Blocks, input ? tr("CP ran&k") : tr("U CP rank")},
        {RankKind::Tucker, input ? tr("Tuc&ker ranks") : tr("U Tucker")}};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& [kind, text] = kinds[i];
        auto* editor = new RankEditor(QString(text).remove(QLatin1Char('&')), parent);
        auto* label = new QLabel(text, parent);
        label->setBuddy(editor);
        m_rows[i] = {kind, label, editor};
        connect(editor, &RankEditor::edited, this,
                [this, edited = kind](const Shape& ranks, int index) { editRanks(edited, ranks, index); });
    }
}

void RankRows::addTo(QGridLayout* grid, int row, int span) {
    for (const Row& one : m_rows) {
        one.label->setMinimumHeight(one.editor->spinHeight()); // level with its first line
        grid->addWidget(one.label, row, 0, Qt::AlignTop);
        grid->addWidget(one.editor, row++, 1, 1, span);
    }
}

void RankRows::editRanks(RankKind kind, const Shape& ranks, int index) {
    const ModelSpec& model = m_workspace.spec().model;
    const ModelSpec shown = view();
    FieldNote* note = nullptr;
    for (const Row& row : m_rows)
        if (row.kind == kind) note = &row.editor->note();
    Shape cut;
    const QString problem = rankProblem(shown, kind, ranks, &cut);
    if (!problem.isEmpty()) return note->setProblem(problem, cut);
    ModelSpec changed = shown;
    setRanks(changed, kind, ranks);
    ExperimentSpec next = m_workspace.spec();
    putBack(next.model, changed, m_part);
    const QString refused = valueProblem(model).isEmpty() ? valueProblem(next.model) : QString();
    if (!refused.isEmpty()) return note->setProblem(refused, {});
    note->setRemark({});
    m_workspace.edit(index < 0 ? tr("Ranks") : tr("Rank %1").arg(rankName(shown, {kind, index})), next,
                     m_run.id(thingOf(m_part, kind, index)));
}

QString RankRows::editRank(RankRef rank, Index value) {
    const ModelSpec shown = view();
    Shape ranks = ranksOf(shown, rank.kind);
    if (rank.index < 0 || rank.index >= static_cast<int>(ranks.size())) return {};
    ranks[static_cast<std::size_t>(rank.index)] = value;
    const QString problem = rankProblem(shown, rank.kind, ranks);
    if (problem.isEmpty()) editRanks(rank.kind, ranks, rank.index);
    return problem;
}

void RankRows::load() {
    const ModelSpec model = view();
    const bool there = m_part == MapPart::Input || compressesRecurrent(m_workspace.spec().model);
    for (const Row& row : m_rows) {
        const bool used = there && rankCount(model, row.kind) > 0;
        row.label->setVisible(used);
        row.editor->setVisible(used);
        if (!used) continue;
        const Shape ranks = ranksOf(model, row.kind);
        QStringList names;
        for (int i = 0; i < static_cast<int>(ranks.size()); ++i) names << rankName(model, {row.kind, i});
        row.editor->setRanks(ranks, names);
        Shape cut;
        const QString problem = rankProblem(model, row.kind, ranks, &cut);
        if (problem.isEmpty())
            row.editor->note().setRemark({});
        else
            row.editor->note().setProblem(problem, cut);
    }
}

bool RankRows::hasProblem() const {
    return std::ranges::any_of(
        m_rows, [](const Row& row) { return !row.editor->isHidden() && row.editor->note().isProblem(); });
}

} // namespace rankscope
