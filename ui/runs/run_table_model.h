// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QAbstractTableModel>

namespace rankscope {

/// One row per run, by folder. New contents keep rows that stay, so that selection and scrolling do. Notes
/// can be edited.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        State,
        FormatColumn,
        Ranks,
        Parameters,
        MapRatio,
        ModelRatio,
        BestAccuracy,
        LastAccuracy,
        AtEpoch,
        TestAccuracy,
        Epochs,
        Time,
        Note,
        CellColumn,
        Rate,
        Seed,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole; ///< numbers where the column shows numbers

    using QAbstractTableModel::QAbstractTableModel;

    /// Adds rows, which are sorted by folder, or replaces those of the same folders.
    void addRows(const std::vector<RunRowPtr>& rows);
    /// Removes all rows but those of these folders, which are sorted.
    void keepOnly(const std::vector<std::filesystem::path>& folders);
    /// What the user keeps with a run, ahead of its row being read again.
    void setNotes(const std::filesystem::path& folder, const RunNotes& notes);
    /// The run that trains at the moment; empty: none.
    void setTraining(const std::filesystem::path& folder);
    /// After which epoch column AtEpoch tells the accuracy.
    void setEpoch(int epoch);
    int epoch() const { return m_epoch; }

    const RunRow& row(int index) const { return *m_rows[static_cast<std::size_t>(index)]; }
    const std::vector<RunRowPtr>& rows() const { return m_rows; }
    QString text(const RunRow& row, int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// What the user wants to keep with a run; answered by setNotes.
    void notesEdited(const std::filesystem::path& folder, const rankscope::RunNotes& notes);

private:
    QVariant sortKey(const RunRow& row, int column) const;
    QString toolTip(const RunRow& row) const;
    std::optional<double> accuracy(const RunRow& row, int column) const;

    std::vector<RunRowPtr> m_rows;
    std::filesystem::path m_training;
    int m_epoch = 10;
};

} // namespace rankscope
