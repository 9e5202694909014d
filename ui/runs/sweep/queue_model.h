// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/sweep/sweep_queue.h"

#include <QAbstractTableModel>

namespace rankscope {

/// The queue as a table, a row a run in the order in which they are trained.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, State, RunName, Time, ColumnCount };

    QueueModel(SweepQueue& queue, TrainingSession& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString stateText(const QueueItem& item) const;
    void tellProgress();

    SweepQueue& m_queue;
    TrainingSession& m_session;
    int m_rows = 0; ///< as last told to the views
};

} // namespace rankscope
