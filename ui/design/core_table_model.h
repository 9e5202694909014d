// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/counts.h"

#include <QAbstractTableModel>

namespace rankscope {

/// The cores of the map: shape, parameters and their share of the map's.
class CoreTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, ShapeText, Parameters, Share, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCores(std::vector<CoreCount> cores);
    /// First row of a core of that name, with separate gates of its first gate; -1: none.
    int rowOf(const QString& core) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<CoreCount> m_cores;
    Index m_total = 0;
};

} // namespace rankscope
