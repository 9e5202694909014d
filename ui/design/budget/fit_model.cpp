// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/budget/fit_model.h"

#include "engine/format/format.h"
#include "ui/bridge/number_text.h"
#include "ui/bridge/translated.h"
#include "ui/design/comparison.h"
#include "ui/design/modes_check.h"
#include "ui/design/rank_edit.h"

namespace rankscope {

namespace {
QVariant alignmentOf(int column) {
    return QVariant::fromValue(
        Qt::Alignment(Qt::AlignVCenter | (column < FitModel::Parameters ? Qt::AlignLeft : Qt::AlignRight)));
}
} // namespace

void FitModel::setCandidates(std::vector<FitCandidate> candidates) {
    beginResetModel();
    m_candidates = std::move(candidates);
    endResetModel();
}

int FitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

int FitModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FitModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const FitCandidate& fit = candidate(index.row());
    if (role == Qt::TextAlignmentRole) return alignmentOf(index.column());
    if (role == Qt::ToolTipRole)
        return tr("%1: %2 of the budget; a click takes it")
            .arg(translated(formatNamed(fit.map.format).title()), percentText(fit.used));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Format:
        return shortTitle(formatNamed(fit.map.format));
    case Modes:
        return QStringLiteral("%1 → %2").arg(modesText(fit.map.inModes), modesText(fit.map.outModes));
    case Ranks:
        return rankLists(fit.map);
    case Parameters:
        return QString::fromStdString(grouped(fit.parameters));
    default:
        return shortNumber(fit.macs);
    }
}

QVariant FitModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Format"), tr("Modes"), tr("Ranks"), tr("Parameters"), tr("MAC a frame")};
    return names[section];
}

} // namespace rankscope
