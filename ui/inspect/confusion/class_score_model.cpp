// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/confusion/class_score_model.h"

#include "ui/bridge/number_text.h"

#include <algorithm>

namespace rankscope {

void ClassScoreModel::setScores(std::vector<ClassScore> scores) {
    beginResetModel();
    m_scores = std::move(scores);
    endResetModel();
}

bool ClassScoreModel::hasAveragePrecision() const {
    return std::ranges::any_of(m_scores,
                               [](const ClassScore& score) { return score.averagePrecision.has_value(); });
}

int ClassScoreModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_scores.size());
}

int ClassScoreModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassScoreModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ClassScore& score = m_scores[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight)));
    if (role != Qt::DisplayRole && role != sortRole) return {};
    const auto share = [role](double value) {
        return role == sortRole ? QVariant(value) : percentText(value);
    };
    switch (index.column()) {
    case Name:
        return QString::fromStdString(score.name);
    case Precision:
        return share(score.precision);
    case Recall:
        return share(score.recall);
    case F1:
        return share(score.f1);
    case AveragePrecision:
        return score.averagePrecision ? share(*score.averagePrecision) : QVariant();
    default:
        return score.support;
    }
}

QVariant ClassScoreModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight)));
    const QString names[] = {tr("Class"), tr("Precision"), tr("Recall"), tr("F1"), tr("AP"), tr("Clips")};
    const QString words[] = {
        tr("Class of the clips"),
        tr("Of the clips called so, how many are"),
        tr("Of the clips that are, how many are called so"),
        tr("Harmonic mean of precision and recall"),
        tr("Average precision: how well the clips are ranked by the probability of the class"),
        tr("Clips of the class")};
    if (role == Qt::DisplayRole) return names[section];
    return role == Qt::ToolTipRole ? words[section] : QVariant();
}

} // namespace rankscope
