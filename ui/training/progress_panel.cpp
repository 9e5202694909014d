// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/progress_panel.h"

#include "engine/base/error.h"
#include "ui/bridge/number_text.h"
#include "ui/training/progress_text.h"
#include "ui/training/typed_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int barSteps = 10'000;

double parseRate(const QString& text) {
    bool ok = false;
    double rate = QLocale().toDouble(text, &ok);
    if (!ok) rate = QLocale::c().toDouble(text, &ok);
    if (!ok || rate <= 0 || rate > 10)
        throw Error(ProgressPanel::tr("A number above 0 and at most 10, such as 3e-3.").toStdString());
    return rate;
}
} // namespace

ProgressPanel::ProgressPanel(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_start(new QPushButton(tr("Start"), this)),
      m_pause(new QPushButton(tr("Pause"), this)),
      m_stop(new QPushButton(tr("Stop"), this)),
      m_phase(new QLabel(this)),
      m_details(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_rateRow(new QWidget(this)),
      m_rate(new TypedEdit(m_rateRow)) {
    buildButtons();
    buildRate();
    QFont bold = m_phase->font();
    bold.setBold(true);
    m_phase->setFont(bold);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setAccessibleName(tr("Progress of the training"));
    m_bar->setTextVisible(false);

    auto* top = new QHBoxLayout;
    for (QPushButton* button : {m_start, m_pause, m_stop}) top->addWidget(button);
    top->addSpacing(8);
    top->addWidget(m_phase);
    top->addStretch();
    top->addWidget(m_rateRow);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_details);

    connect(&session, &TrainingSession::stateChanged, this, &ProgressPanel::showState);
    connect(&session, &TrainingSession::progressed, this, &ProgressPanel::showProgress);
    connect(&session, &TrainingSession::shownChanged, this, &ProgressPanel::showState);
    connect(&session, &TrainingSession::finished, this, &ProgressPanel::showState);
    showState();
}

void ProgressPanel::buildButtons() {
    m_start->setToolTip(tr("Train a new run with these settings"));
    m_pause->setToolTip(tr("Wait between two batches"));
    m_stop->setToolTip(tr("End after this batch; the run stays usable and can be continued"));
    m_pause->setCheckable(true);
    connect(m_start, &QPushButton::clicked, &m_session, &TrainingSession::start);
    connect(m_pause, &QPushButton::clicked, &m_session, &TrainingSession::setPaused);
    connect(m_stop, &QPushButton::clicked, &m_session, &TrainingSession::stop);
}

void ProgressPanel::buildRate() {
    auto* label = new QLabel(tr("Learning &rate now"), m_rateRow);
    label->setBuddy(m_rate);
    m_rate->setAccessibleName(tr("Learning rate of the running training"));
    m_rate->setToolTip(tr("Holds from the next batch on; the run remembers it"));
    m_rate->setMaximumWidth(90);
    m_rate->setCheck([](const QString& text) { parseRate(text); });
    connect(m_rate, &TypedEdit::committed, this, [this](const QString& text) {
        m_rate->setValue(text);
        m_session.setLearningRate(parseRate(text));
    });
    auto* row = new QHBoxLayout(m_rateRow);
    row->setContentsMargins({});
    row->addWidget(label);
    row->addWidget(m_rate);
}

void ProgressPanel::showState() {
    using State = TrainingSession::State;
    const State state = m_session.state();
    m_start->setEnabled(state == State::Idle);
    m_pause->setEnabled(state == State::Running || state == State::Paused);
    m_pause->setChecked(state == State::Paused);
    m_pause->setText(state == State::Paused ? tr("Resume") : tr("Pause"));
    m_stop->setEnabled(state != State::Idle && state != State::Stopping);
    m_rateRow->setVisible(state == State::Running || state == State::Paused);
    showRate();
    showProgress();
}

void ProgressPanel::showRate() {
    if (m_session.trainingRun().empty()) return;
    for (const RunInfo& run : m_session.shown()) {
        if (run.folder != m_session.trainingRun()) continue;
        try {
            const double rate = run.spec.training.learningRate.value_or(defaultLearningRate(run.spec.model));
            m_rate->setPlaceholderText(QLocale().toString(rate, 'g', 4));
        } catch (const Error&) { // the run itself reports what is wrong with its model
        }
    }
}

void ProgressPanel::showProgress() {
    m_phase->setText(phaseText(m_session));
    const ProgressEvent& progress = m_session.progress();
    const bool active = m_session.active();
    const double share = active ? progressShare(progress) : shownShare();
    const bool unknown = active && share < 0;
    m_bar->setRange(0, unknown ? 0 : barSteps);
    m_bar->setValue(static_cast<int>(share * barSteps));
    if (!active) {
        m_details->setText(summaryText(m_session));
        return;
    }
    QStringList pieces = progressPieces(progress);
    if (progress.elapsedSeconds > 0) pieces << tr("elapsed %1").arg(durationText(progress.elapsedSeconds));
    if (progress.loss) pieces << tr("loss %1").arg(QLocale().toString(*progress.loss, 'f', 4));
    if (progress.accuracy) pieces << tr("accuracy %1").arg(percentText(*progress.accuracy));
    m_details->setText(pieces.join(QStringLiteral("   ")));
}

double ProgressPanel::shownShare() const {
    if (m_session.shown().empty()) return 0;
    const RunInfo& run = m_session.shown().front();
    return std::min(1.0, double(run.history.size()) / run.spec.training.epochs);
}

} // namespace rankscope
