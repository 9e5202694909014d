// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/train_pane.h"

#include "engine/base/error.h"
#include "ui/bridge/problem.h"
#include "ui/training/log_view.h"
#include "ui/training/progress_panel.h"
#include "ui/training/rate_test_panel.h"
#include "ui/training/run_curves.h"
#include "ui/training/training_settings.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rankscope {

TrainPane::TrainPane(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_session(session), m_problem(new QLabel(this)) {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildCourse());
    splitter->addWidget(buildSettings());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({660, 320});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter);
    connect(&workspace, &Workspace::specChanged, this, &TrainPane::check);
    check();
}

QWidget* TrainPane::buildCourse() {
    auto* course = new QWidget;
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    auto* views = new QTabWidget;
    views->setDocumentMode(true);
    views->setAccessibleName(tr("Views of the training"));
    views->addTab(new RunCurves(m_session), tr("Curves"));
    views->addTab(new RateTestPanel(m_workspace, m_session), tr("Learning-rate test"));
    parts->addWidget(views);
    parts->addWidget(new LogView(m_session));
    parts->setSizes({600, 80});
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 0);
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::Text);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(course);
    layout->setContentsMargins({});
    layout->addWidget(new ProgressPanel(m_session));
    layout->addWidget(m_problem);
    layout->addWidget(parts, 1);
    return course;
}

QWidget* TrainPane::buildSettings() {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(290);
    area->setAccessibleName(tr("Training settings"));
    area->setWidget(new TrainingSettings(m_workspace));
    return area;
}

void TrainPane::check() {
    QString problem;
    try {
        validate(m_workspace.spec());
    } catch (const Error& error) {
        problem = tr("⚠ %1").arg(problemOf(error).sentence());
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace rankscope
