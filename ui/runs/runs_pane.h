// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/runs/run_row.h"

#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace rankscope {

class RunTableModel;

/// The runs of the runs folder: open one, go on with it, lay several over each other. Follows the folder, so
/// runs made by the command line appear by themselves.
class RunsPane : public QWidget {
    Q_OBJECT
public:
    explicit RunsPane(TrainingSession& session, QWidget* parent = nullptr);

signals:
    void opened(); ///< a run was asked for: its curves are worth seeing

private:
    void buildTable();
    QWidget* buildTop();
    QWidget* buildButtons();
    void refresh();
    void show(std::vector<RunRow> rows);
    void watch(const std::vector<RunRow>& rows);
    void updateButtons();
    std::vector<const RunRow*> selected() const;
    void openSelected();
    void continueSelected();
    void compareSelected();
    void revealSelected();

    TrainingSession& m_session;
    RunTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QLabel* m_note;
    QPushButton *m_open = nullptr, *m_continue = nullptr, *m_compare = nullptr, *m_reveal = nullptr;
    QFileSystemWatcher m_watcher;
    QTimer m_delay;
    Job<std::vector<RunRow>> m_job;
};

} // namespace rankscope
