// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/runs/sweep/sweep_queue.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace rankscope {

class QueueModel;
class SweepForm;

/// Sweeps: what to try at the top, the queue of runs below.
class SweepPanel : public QWidget {
    Q_OBJECT
public:
    SweepPanel(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

private:
    void buildTable();
    QWidget* buildButtons();
    void addPlan();
    void showState();
    void moveSelected(int by);
    void skipSelected();
    void removeSelected();
    std::vector<int> selected() const;

    Workspace& m_workspace;
    TrainingSession& m_session;
    SweepQueue m_queue;
    SweepForm* m_form;
    QueueModel* m_model;
    QTableView* m_table;
    QLabel *m_left, *m_fileProblem;
    QPushButton *m_run = nullptr, *m_skip = nullptr, *m_up = nullptr, *m_down = nullptr, *m_remove = nullptr,
                *m_clear = nullptr;
};

} // namespace rankscope
