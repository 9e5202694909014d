// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/rate_test_panel.h"

#include "engine/base/error.h"
#include "engine/experiment/rate_test.h"
#include "ui/bridge/number_text.h"
#include "ui/plot/curve_plot.h"
#include "ui/training/typed_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rankscope {

namespace {

constexpr int pollInterval = 100; // ms

double parseRate(const QString& text) {
    bool ok = false;
    const double rate = QLocale::c().toDouble(text, &ok);
    if (!ok || rate <= 0 || rate > 100)
        throw Error(RateTestPanel::tr("A number above 0 and at most 100, such as 1e-6.").toStdString());
    return rate;
}

} // namespace

RateTestPanel::RateTestPanel(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_session(session),
      m_plot(new CurvePlot(this)),
      m_note(new QLabel(this)) {
    m_plot->setLabels(tr("Learning rate"), tr("Loss of a batch"));
    m_plot->setLogAxes(true, false);
    m_plot->setAccessibleName(tr("Loss against the learning rate"));
    m_plot->setEmptyText(tr("The test trains a copy of the model for some batches,\neach with a larger rate. "
                            "Learning begins where\nthe loss falls and ends where it rises."));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildTop());
    layout->addWidget(m_plot, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_note, 1);
    m_use = new QPushButton(tr("&Use this rate"), this);
    connect(m_use, &QPushButton::clicked, this, &RateTestPanel::useSuggestion);
    line->addWidget(m_use);
    layout->addLayout(line);
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &RateTestPanel::takePoints);
    connect(&session, &TrainingSession::stateChanged, this, &RateTestPanel::showState);
    connect(&workspace, &Workspace::dataChanged, this, &RateTestPanel::showState);
    showState();
}

QWidget* RateTestPanel::buildTop() {
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins({});
    const auto addRate = [&](const QString& text, QString& value) {
        auto* edit = new TypedEdit(top);
        edit->setValue(value);
        edit->setMaximumWidth(80);
        edit->setCheck([](const QString& typed) { parseRate(typed); });
        edit->setToolTip(tr("A number above 0, such as 1e-6"));
        connect(edit, &TypedEdit::committed, this, [edit, &value](const QString& typed) {
            value = typed;
            edit->setValue(typed);
        });
        auto* label = new QLabel(text, top);
        label->setBuddy(edit);
        edit->setAccessibleName(tr("%1 of the test").arg(label->text().remove('&')));
        row->addWidget(label);
        row->addWidget(edit);
        return edit;
    };
    m_low = addRate(tr("&Lowest rate"), m_lowText);
    m_high = addRate(tr("&Highest rate"), m_highText);
    m_batches = new QSpinBox(top);
    m_batches->setRange(10, 10'000);
    m_batches->setValue(RateRangeSpec().batches);
    m_batches->setAccessibleName(tr("Batches of the test"));
    m_batches->setToolTip(tr("Rates that are tried between them"));
    auto* label = new QLabel(tr("&Batches"), top);
    label->setBuddy(m_batches);
    row->addWidget(label);
    row->addWidget(m_batches);
    row->addStretch();
    m_run = new QPushButton(top);
    connect(m_run, &QPushButton::clicked, this, &RateTestPanel::startOrStop);
    row->addWidget(m_run);
    return top;
}

void RateTestPanel::startOrStop() {
    if (m_job.running()) {
        m_job.cancel();
        m_poll.stop();
        m_note->setText(tr("Stopped."));
        showState();
    } else {
        start();
    }
}

void RateTestPanel::start() {
    const RateRangeSpec range{parseRate(m_lowText), parseRate(m_highText), m_batches->value()};
    m_plot->clear();
    m_suggested.reset();
    m_note->setText(tr("Reading the clips …"));
    m_mailbox = std::make_shared<Mailbox>();
    m_job.start(
        this,
        [data = m_workspace.data().root, spec = m_workspace.spec(), resources = m_session.resources(), range,
         mailbox = m_mailbox](std::stop_token stop) {
            const auto point = [&](const RateRangePoint& measured) {
                const std::lock_guard lock(mailbox->mutex);
                mailbox->points.push_back(measured);
            };
            return testRates(
                data, spec, range, resources, [](const Event&) {}, point, stop);
        },
        [this](const JobResult<RateRangeResult>& result) { finish(result); });
    m_poll.start();
    showState();
}

void RateTestPanel::takePoints() {
    std::vector<RateRangePoint> points;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        points = m_mailbox->points;
    }
    if (points.empty()) return;
    m_note->setText(tr("Batch %1 of %2 at rate %3.")
                        .arg(points.size())
                        .arg(m_batches->value())
                        .arg(rateText(points.back().rate)));
    draw(points);
}

void RateTestPanel::finish(const JobResult<RateRangeResult>& result) {
    m_poll.stop();
    if (result.error.isEmpty()) {
        draw(result.value.points);
        m_suggested = result.value.suggested;
        const QString ending = result.value.diverged ? tr("The loss rose: ended early.") : QString();
        m_note->setText(m_suggested ? tr("Suggested: %1, a tenth of the rate with the lowest loss. %2")
                                          .arg(rateText(*m_suggested), ending)
                                    : tr("The loss never fell: try another range. %1").arg(ending));
        if (m_suggested) m_plot->setMarks({{*m_suggested, tr("suggested %1").arg(rateText(*m_suggested))}});
    } else {
        m_note->setText(result.error + QLatin1Char(' ') + result.hint);
    }
    showState();
}

void RateTestPanel::draw(const std::vector<RateRangePoint>& points) {
    QVector<double> rates, losses, smoothed;
    for (const RateRangePoint& point : points) {
        rates << point.rate;
        losses << point.loss;
        smoothed << point.smoothed;
    }
    m_plot->setCurve("raw", rates, losses, {.name = {}, .faint = true});
    m_plot->setCurve("smoothed", rates, smoothed, {.name = tr("smoothed loss")});
}

void RateTestPanel::useSuggestion() {
    if (!m_suggested) return;
    ExperimentSpec next = m_workspace.spec();
    next.training.learningRate = *m_suggested;
    m_workspace.edit(tr("Learning rate"), next);
}

void RateTestPanel::showState() {
    const bool running = m_job.running();
    m_run->setText(running ? tr("S&top the test") : tr("Start the t&est"));
    m_run->setEnabled(running || (!m_session.active() && !m_workspace.data().root.empty()));
    m_run->setToolTip(m_session.active() ? tr("Not while a run trains")
                                         : tr("Leaves the model and all runs as they are"));
    m_use->setEnabled(m_suggested.has_value() && !running);
}

} // namespace rankscope
