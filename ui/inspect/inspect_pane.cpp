// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspect_pane.h"

#include "ui/inspect/confusion/confusion_view.h"
#include "ui/inspect/cores/cores_view.h"
#include "ui/inspect/dynamics/dynamics_view.h"
#include "ui/inspect/noise/noise_view.h"
#include "ui/inspect/patterns/patterns_view.h"
#include "ui/inspect/spectra/spectra_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rankscope {

namespace {
QString nameOf(const std::filesystem::path& folder) {
    return QString::fromStdString(folder.filename().string());
}
} // namespace

InspectPane::InspectPane(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_inspection(workspace, session),
      m_problem(new QLabel(this)),
      m_views(new QTabWidget(this)) {
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_views->setDocumentMode(true);
    m_views->setAccessibleName(tr("What to look at"));
    m_views->addTab(new ConfusionView(m_inspection, m_views), tr("Confusion"));
    m_views->addTab(new CoresView(m_inspection, m_views), tr("Cores"));
    m_views->addTab(new SpectraView(m_inspection, m_views), tr("Spectra"));
    m_views->addTab(new DynamicsView(m_inspection, m_views), tr("Gates over time"));
    m_views->addTab(new PatternsView(m_inspection, m_views), tr("Input patterns"));
    m_views->addTab(new NoiseView(m_inspection, m_views), tr("Noise"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(buildTop());
    layout->addWidget(m_problem);
    layout->addWidget(m_views, 1);
    connect(&session, &TrainingSession::shownChanged, this, &InspectPane::follow);
    connect(&session, &TrainingSession::weightsChanged, this, &InspectPane::weightsChanged);
    connect(&session, &TrainingSession::finished, this, &InspectPane::listRuns);
    connect(&m_inspection, &Inspection::runChanged, this, &InspectPane::showState);
    showRuns({});
}

QWidget* InspectPane::buildTop() {
    auto* top = new QWidget(this);
    m_runs = new QComboBox(top);
    m_runs->setAccessibleName(tr("Run"));
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_runs->setMaximumWidth(360);
    m_weights = new QComboBox(top);
    m_weights->setAccessibleName(tr("Epoch"));
    m_weights->addItem(tr("Best epoch"));
    m_weights->addItem(tr("Last epoch"));
    m_epoch = new QLabel(top);
    m_epoch->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reload = new QPushButton(tr("Show newer weights"), top);
    m_reload->setToolTip(tr("The run has trained on since it was read"));
    m_reload->hide();
    auto* runLabel = new QLabel(tr("R&un"), top);
    runLabel->setBuddy(m_runs);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->addWidget(runLabel);
    row->addWidget(m_runs);
    row->addWidget(m_weights);
    row->addWidget(m_epoch);
    row->addWidget(m_reload);
    row->addStretch();
    connect(m_runs, &QComboBox::activated, this, &InspectPane::chooseRun);
    connect(m_weights, &QComboBox::activated, this,
            [this](int index) { m_inspection.setWeights(static_cast<WeightsOf>(index)); });
    connect(m_reload, &QPushButton::clicked, &m_inspection, &Inspection::reload);
    return top;
}

void InspectPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
    listRuns();
}

void InspectPane::listRuns() {
    if (!isVisible()) return;
    m_listJob.start(
        this, [root = m_session.runsFolder()](std::stop_token) { return rankscope::listRuns(root); },
        [this](const JobResult<std::vector<std::filesystem::path>>& result) { showRuns(result.value); });
}

void InspectPane::showRuns(const std::vector<std::filesystem::path>& folders) {
    const QSignalBlocker blocker(m_runs);
    const QString chosen = m_runs->currentData().toString();
    m_runs->clear();
    m_runs->addItem(m_session.currentRun().empty()
                        ? tr("Current run: none")
                        : tr("Current run: %1").arg(nameOf(m_session.currentRun())),
                    QString());
    if (!chosen.isEmpty() &&
        std::ranges::find(folders, std::filesystem::path(chosen.toStdString())) == folders.end())
        m_runs->addItem(nameOf(chosen.toStdString()), chosen); // chosen before the list is read
    for (const auto& folder : folders)
        m_runs->addItem(nameOf(folder), QString::fromStdString(folder.string()));
    m_runs->setCurrentIndex(std::max(0, m_runs->findData(chosen)));
}

void InspectPane::chooseRun(int) {
    const QString chosen = m_runs->currentData().toString();
    m_inspection.setRun(chosen.isEmpty() ? m_session.currentRun()
                                         : std::filesystem::path(chosen.toStdString()));
}

void InspectPane::follow() {
    const QString current = m_session.currentRun().empty() ? tr("none") : nameOf(m_session.currentRun());
    m_runs->setItemText(0, tr("Current run: %1").arg(current));
    if (!isVisible() || m_runs->currentIndex() != 0) return;
    const auto& shown = m_session.shown();
    const bool trained = !shown.empty() && !shown.front().history.empty();
    m_inspection.setRun(trained ? m_session.currentRun() : std::filesystem::path());
}

void InspectPane::weightsChanged() {
    if (m_inspection.folder().empty() || m_inspection.folder() != m_session.currentRun()) return;
    if (m_session.active()) // what is being looked at does not change by itself
        m_reload->setVisible(true);
    else
        m_inspection.reload();
}

void InspectPane::showState() {
    const auto& run = m_inspection.run();
    m_reload->setVisible(false);
    m_epoch->setText(run ? tr("Epoch %1").arg(run->epoch) : QString());
    const Problem& problem = m_inspection.problem();
    m_problem->setText(problem.sentence());
    m_problem->setVisible(!problem.what.isEmpty());
}

} // namespace rankscope
