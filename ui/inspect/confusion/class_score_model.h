// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/metrics.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Precision, recall and F1 of every class, and average precision where clips have several labels; in the
/// order of the classes.
class ClassScoreModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Precision, Recall, F1, AveragePrecision, Clips, ColumnCount };
    static constexpr int sortRole = Qt::UserRole; ///< numbers where the column shows numbers
    using QAbstractTableModel::QAbstractTableModel;

    void setScores(std::vector<ClassScore> scores);
    bool hasAveragePrecision() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ClassScore> m_scores;
};

} // namespace rankscope
