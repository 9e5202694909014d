// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/curve_data.h"

#include <QAbstractTableModel>

#include <optional>

namespace rankscope {

/// What the curves of the shown runs say at the cross-hair (at the last epoch while there is none): a row a
/// run, raw values.
class ReadoutModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Run,
        Epoch,
        TrainLoss,
        ValidationLoss,
        TrainAccuracy,
        ValidationAccuracy,
        Rate,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<RunInfo>& runs);
    /// Where to read, on the x axis of the curves.
    void setPlace(CurveX axis, std::optional<double> x);
    /// The table as lines of tab-separated fields, for a spreadsheet.
    QString text() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void findRecords();
    QString text(const RunInfo& run, const EpochRecord& record, int column) const;

    std::vector<RunInfo> m_runs;
    QVector<int> m_series;
    std::vector<const EpochRecord*> m_records; ///< of each run at the place; none: null
    CurveX m_axis = CurveX::Epoch;
    std::optional<double> m_x;
};

} // namespace rankscope
