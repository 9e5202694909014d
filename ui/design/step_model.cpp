// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/step_model.h"

#include "ui/design/comparison.h"

namespace rankscope {

namespace {
QVariant alignmentOf(int column) {
    return QVariant::fromValue(
        Qt::Alignment(Qt::AlignVCenter | (column == StepModel::Product ? Qt::AlignLeft : Qt::AlignRight)));
}
} // namespace

void StepModel::setCosts(const std::optional<CostReport>& costs) {
    beginResetModel();
    m_steps = costs ? costs->steps : std::vector<StepCost>{};
    endResetModel();
}

int StepModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int StepModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const StepCost& step = m_steps[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return alignmentOf(index.column());
    if (role == Qt::ToolTipRole)
        return step.weightsOnly ? tr("A product of weights alone: made once a batch, its cost is spread over "
                                     "the frames of the batch")
                                : tr("A product with the frames: made for every frame");
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Product: {
        const QString text = QStringLiteral("#%1 = %2 · %3")
                                 .arg(index.row() + 1)
                                 .arg(QString::fromStdString(step.left), QString::fromStdString(step.right));
        return step.weightsOnly ? tr("%1 (once a batch)").arg(text) : text;
    }
    case Forward:
        return shortNumber(step.forward);
    case Training:
        return shortNumber(step.training);
    default:
        return QString::fromStdString(grouped(step.values));
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Step of the best order"), tr("MAC a frame"), tr("training"), tr("Values")};
    return names[section];
}

} // namespace rankscope
