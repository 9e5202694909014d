// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/sweep.h"
#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace rankscope {

/// What a sweep tries: lists of formats, ranks, learning rates and seeds; all else is the present settings.
class SweepForm : public QWidget {
    Q_OBJECT
public:
    explicit SweepForm(Workspace& workspace, QWidget* parent = nullptr);

    const SweepPlan& plan() const { return m_plan; }

signals:
    void addAsked();

private:
    void showEvent(QShowEvent* event) override;
    void buildFormats();
    QLineEdit* buildList(const QString& name, const QString& example, const QString& explanation);
    void planSoon(); ///< once typing rests, and only where it is seen
    void makePlan(); ///< in the background
    void show(const JobResult<SweepPlan>& result);
    QString describe() const;
    QStringList chosenFormats() const;

    Workspace& m_workspace;
    QToolButton* m_formats;
    QLineEdit *m_ranks, *m_rates, *m_seeds;
    QLabel* m_summary;
    QPushButton* m_add;
    SweepPlan m_plan;
    QTimer m_delay;
    Job<SweepPlan> m_job;
};

} // namespace rankscope
