// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/order_model.h"

#include "engine/model/counts.h"
#include "ui/design/comparison.h"

namespace rankscope {

void OrderModel::setCosts(const std::optional<CostReport>& costs) {
    beginResetModel();
    m_lines.clear();
    if (costs) {
        m_lines.push_back({tr("best order"), costs->forward, QString::fromStdString(costs->tree)});
        for (const OrderCost& order : costs->orders)
            if (order.name != "optimal")
                m_lines.push_back(
                    {QString::fromStdString(order.name), order.forward, QString::fromStdString(order.tree)});
        m_lines.push_back({tr("dense"), costs->denseForward, QStringLiteral("(X W)")});
    }
    endResetModel();
}

int OrderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OrderModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OrderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Order) return line.name;
        if (index.column() == Macs) return shortNumber(line.macs);
        return QString::fromStdString(ratioText(line.macs / m_lines.front().macs));
    case Qt::ToolTipRole:
        return line.tree;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Order ? Qt::AlignLeft : Qt::AlignRight)));
    default:
        return {};
    }
}

QVariant OrderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Order ? Qt::AlignLeft : Qt::AlignRight)));
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Order of contraction"), tr("MAC a frame"), tr("× best")};
    return section < ColumnCount ? names[section] : QVariant();
}

} // namespace rankscope
