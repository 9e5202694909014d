// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/costs.h"

#include <QAbstractTableModel>

#include <optional>

namespace rankscope {

/// The products of the best order one after another, with what each costs.
class StepModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Product, Forward, Training, Values, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCosts(const std::optional<CostReport>& costs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<StepCost> m_steps;
};

} // namespace rankscope
