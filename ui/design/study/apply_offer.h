// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/study/run_study.h"

#include <QWidget>

class QPushButton;

namespace rankscope {

class ElidedLabel;

/// Shown while a run trains whose ranks are not those of the design: what taking these would do to it, and
/// the button that gives them to the running model.
class ApplyOffer : public QWidget {
    Q_OBJECT
public:
    ApplyOffer(Workspace& workspace, TrainingSession& session, RunStudy& study, QWidget* parent);

private:
    /// The running model with the ranks of the design.
    struct Preview {
        ModelSpec model;
        double error = 0;            ///< relative, of the map
        Index before = 0, after = 0; ///< parameters of the model
    };

    void refresh();
    void preview();
    void show(const JobResult<Preview>& result);

    Workspace& m_workspace;
    TrainingSession& m_session;
    RunStudy& m_study;
    ElidedLabel* m_text;
    QPushButton* m_apply;
    ModelSpec m_asked; ///< the design that the preview is of
    Preview m_preview;
    Job<Preview> m_job;
    QTimer m_delay; ///< a run of edits asks once
};

} // namespace rankscope
