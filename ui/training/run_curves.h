// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <QWidget>

namespace rankscope {

class CurvePlot;

/// Loss and accuracy of the shown runs over their epochs: training solid, validation dashed, one colour a
/// run; the running means of the epoch under way are a dot.
class RunCurves : public QWidget {
    Q_OBJECT
public:
    explicit RunCurves(TrainingSession& session, QWidget* parent = nullptr);

private:
    void drawRuns();
    void drawRun(const RunInfo& run, int series, bool named);
    void drawProgress();

    TrainingSession& m_session;
    CurvePlot *m_loss, *m_accuracy;
    QStringList m_folders;
};

} // namespace rankscope
