// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/compare_runs.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Accuracies of settings with their confidence, and each against the first on the same clips.
class ConfidenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Setting,
        Runs,
        Accuracy,
        AccuracyInterval,
        Seeds,
        Difference,
        DifferenceInterval,
        McNemar,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const RunComparison& comparison);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ComparedSetting& setting, int column) const;

    RunComparison m_comparison;
};

} // namespace rankscope
