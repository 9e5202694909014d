// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/counts.h"

#include <QAbstractTableModel>

namespace rankscope {

/// The cores of a map: shape, the formula of its parameters, their number and share of the map's.
class CoreTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, ShapeText, Formula, Parameters, Share, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// `formulas`: of the cores of one map ("r1·I2·J2·r2"), which the maps of separate gates share.
    void setCores(std::vector<CoreCount> cores, QStringList formulas = {});
    QString coreOf(int row) const; ///< its name in the network; empty: no such row
    /// First row of a core of that name, with separate gates of its first gate; -1: none.
    int rowOf(const QString& core) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<CoreCount> m_cores;
    QStringList m_formulas;
    Index m_total = 0;
};

} // namespace rankscope
