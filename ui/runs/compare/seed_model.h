// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Runs that differ by seed and learning rate alone, at the rate that does best on validation clips.
struct SeedLine {
    RunRowPtr run;         ///< the best one of that rate
    QString configuration; ///< "LSTM TT 4,4,4"
    double rate = 0;
    double mean = 0, deviation = 0; ///< best validation accuracy over the seeds
    int runs = 0;
    QString otherRates; ///< "0.01: 91.2 % (3)"
};
std::vector<SeedLine> seedLines(const std::vector<RunRowPtr>& runs);

/// Mean and spread over seeds, a row a configuration.
class SeedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Configuration, Parameters, Rate, Mean, Deviation, Runs, OtherRates, ColumnCount };
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<RunRowPtr>& runs);
    const SeedLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SeedLine> m_lines;
};

} // namespace rankscope
