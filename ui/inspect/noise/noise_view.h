// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/run_robustness.h"
#include "ui/inspect/inspect_view.h"

class QLabel;
class QPushButton;

namespace rankscope {

class CurvePlot;
class WorkBar;

/// Accuracy against the strength of added noise, of the run that is looked into and of those compared with it
/// in Train. Measured when asked for: it classifies all test clips several times.
class NoiseView : public InspectView {
    Q_OBJECT
public:
    NoiseView(Inspection& inspection, QWidget* parent);

protected:
    void showRun() override;

private:
    struct Measured {
        std::filesystem::path run;
        RobustnessReport report;
    };
    void start();
    void show(const std::vector<Measured>& runs);

    Job<std::vector<Measured>> m_job;
    QPushButton* m_start;
    QLabel* m_note;
    WorkBar* m_work;
    CurvePlot* m_plot;
};

} // namespace rankscope
