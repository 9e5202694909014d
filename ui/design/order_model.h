// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/costs.h"

#include <QAbstractTableModel>

#include <optional>

namespace rankscope {

/// Orders of contraction and what a frame costs in them: the best one, those of the papers, the dense
/// product.
class OrderModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Order, Macs, Factor, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCosts(const std::optional<CostReport>& costs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line {
        QString name;
        double macs;
        QString tree;
    };
    std::vector<Line> m_lines;
};

} // namespace rankscope
