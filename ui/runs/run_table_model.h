// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QAbstractTableModel>

namespace rankscope {

/// One row per run. New contents keep rows that stay, so that selection and scrolling do.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        State,
        CellColumn,
        FormatColumn,
        Ranks,
        Parameters,
        MapRatio,
        ModelRatio,
        BestAccuracy,
        Epochs,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole; ///< numbers where the column shows numbers

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<RunRow> rows);
    /// The run that trains at the moment; empty: none.
    void setTraining(const std::filesystem::path& folder);
    const RunRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RunRow& row, int column) const;
    QVariant sortKey(const RunRow& row, int column) const;
    QString toolTip(const RunRow& row) const;

    std::vector<RunRow> m_rows;
    std::filesystem::path m_training;
};

} // namespace rankscope
