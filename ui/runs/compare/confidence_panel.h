// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/runs/compare/confidence_model.h"
#include "ui/runs/run_row.h"

#include <QWidget>

class QLabel;

namespace rankscope {

/// How far the accuracies of the selected runs can be trusted, and whether they differ.
class ConfidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit ConfidencePanel(QWidget* parent = nullptr);
    void setRuns(const std::vector<RunRowPtr>& runs);

private:
    void show(const JobResult<RunComparison>& result);

    ConfidenceModel* m_model;
    QLabel* m_note;
    std::vector<RunRowPtr> m_runs;
    Job<RunComparison> m_job;
};

} // namespace rankscope
