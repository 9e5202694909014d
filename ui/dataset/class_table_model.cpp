// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/class_table_model.h"

#include "engine/base/shape.h"

#include <algorithm>

namespace rankscope {

void ClassTableModel::setDataset(std::shared_ptr<const Dataset> dataset) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_counts = m_dataset ? m_dataset->clipsPerClass() : std::vector<int>{};
    m_largest = m_counts.empty() ? 0 : *std::ranges::max_element(m_counts);
    endResetModel();
}

int ClassTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_counts.size());
}

int ClassTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const int count = m_counts[row];
    const QString name = QString::fromStdString(m_dataset->classes[row]);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? name : QString::fromStdString(grouped(count));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, clips: %2").arg(name).arg(count);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight)));
    case ShareRole:
        return m_largest > 0 ? double(count) / m_largest : 0.0;
    default:
        return {};
    }
}

QVariant ClassTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::DisplayRole) return section == Name ? tr("Class") : tr("Clips");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight)));
    return QAbstractTableModel::headerData(section, orientation, role);
}

} // namespace rankscope
