// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Runs beside each other, a column each: settings and results; by default only what is not the same for all.
class DifferenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const std::vector<RunRowPtr>& runs);
    void setShowsAll(bool all);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString name;
        QStringList values;
        bool differs = false;
    };
    void collect();
    void chooseLines();

    std::vector<RunRowPtr> m_runs;
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_shown;
    bool m_all = false;
};

/// Every value of a spec with the path of its name: "training.learningRate".
std::vector<std::pair<QString, QString>> flattened(const ExperimentSpec& spec);

} // namespace rankscope
