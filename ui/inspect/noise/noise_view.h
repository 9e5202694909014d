// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/run_robustness.h"
#include "ui/inspect/inspect_view.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace rankscope {

class CurvePlot;
class WorkBar;

/// Accuracy against the strength of added noise, of the run that is looked into and of those compared with it
/// in Train, as far as they have the same clips. Measured when asked for: it classifies all of them several
/// times.
class NoiseView : public InspectView {
    Q_OBJECT
public:
    NoiseView(Inspection& inspection, QWidget* parent);

protected:
    void showRun() override;

private:
    struct Measured {
        std::vector<RunInfo> runs;
        std::vector<RobustnessReport> reports; ///< of each run
        QStringList others;                    ///< runs with other clips
    };
    void start();
    void show(const Measured& measured);

    Job<Measured> m_job;
    QPushButton* m_start;
    QLabel *m_note, *m_empty; ///< what is measured; what to do before
    WorkBar* m_work;
    QStackedWidget* m_pages;
    CurvePlot* m_plot;
};

} // namespace rankscope
