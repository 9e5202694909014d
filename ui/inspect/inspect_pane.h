// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/inspect/inspection.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace rankscope {

/// Looks into a run: what it confuses, its cores and spectra, its gates over the time of a clip, and what its
/// units look for. It follows the current run until another one is chosen.
class InspectPane : public QWidget {
    Q_OBJECT
public:
    InspectPane(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

    Inspection& inspection() { return m_inspection; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildTop();
    void listRuns();
    void showRuns(const std::vector<std::filesystem::path>& folders);
    void chooseRun(int index);
    void follow();
    void weightsChanged();
    void showState();

    TrainingSession& m_session;
    Inspection m_inspection;
    Job<std::vector<std::filesystem::path>> m_listJob;
    QComboBox *m_runs, *m_weights;
    QLabel *m_epoch, *m_problem;
    QPushButton* m_reload;
    QTabWidget* m_views;
};

} // namespace rankscope
