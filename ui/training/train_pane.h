// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <QWidget>

class QLabel;

namespace rankscope {

/// Training: curves, progress and log at the left, every setting at the right.
class TrainPane : public QWidget {
    Q_OBJECT
public:
    TrainPane(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

private:
    QWidget* buildCourse();
    QWidget* buildSettings();
    void check();

    Workspace& m_workspace;
    TrainingSession& m_session;
    QLabel* m_problem;
};

} // namespace rankscope
