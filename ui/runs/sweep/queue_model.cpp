// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/queue_model.h"

#include "ui/bridge/number_text.h"
#include "ui/training/progress_text.h"

namespace rankscope {

QueueModel::QueueModel(SweepQueue& queue, TrainingSession& session, QObject* parent)
    : QAbstractTableModel(parent),
      m_queue(queue),
      m_session(session),
      m_rows(static_cast<int>(queue.items().size())) {
    connect(&queue, &SweepQueue::changed, this, [this] {
        beginResetModel();
        m_rows = static_cast<int>(m_queue.items().size());
        endResetModel();
    });
    connect(&queue, &SweepQueue::itemChanged, this, [this](int item) {
        if (item < m_rows) emit dataChanged(index(item, 0), index(item, ColumnCount - 1));
    });
    connect(&session, &TrainingSession::progressed, this, &QueueModel::tellProgress);
}

void QueueModel::tellProgress() {
    for (int i = 0; i < m_rows; ++i)
        if (m_queue.items()[static_cast<std::size_t>(i)].state == QueueState::Running)
            emit dataChanged(index(i, State), index(i, State));
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::stateText(const QueueItem& item) const {
    switch (item.state) {
    case QueueState::Waiting:
        return item.run.empty() ? tr("Waiting") : tr("Waiting, begun");
    case QueueState::Done:
        return tr("Done");
    case QueueState::Failed:
        return tr("Failed");
    case QueueState::Skipped:
        return tr("Skipped");
    case QueueState::Running:
        break;
    }
    const double share = progressShare(m_session.progress());
    return share < 0 ? phaseText(m_session) : tr("%1, %2").arg(phaseText(m_session), percentText(share));
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QueueItem& item = m_queue.items()[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return QString::fromStdString(item.problem);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case What:
        return QString::fromStdString(item.label);
    case State:
        return item.problem.empty() ? stateText(item)
                                    : tr("%1: %2").arg(stateText(item), QString::fromStdString(item.problem));
    case RunName:
        return QString::fromStdString(item.run.filename().string());
    case Time:
        return item.seconds > 0 ? durationText(item.seconds) : QString();
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString titles[ColumnCount] = {tr("Run to train"), tr("State"), tr("Folder"), tr("Time")};
    return titles[section];
}

} // namespace rankscope
