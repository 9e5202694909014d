// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/latency_probe.h"

#include "engine/format/format.h"
#include "ui/plot/curve_plot.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <unistd.h>

namespace rankscope {

namespace {

constexpr int actInterval = 60;   // ms between two things that a user does
constexpr int actsOnOnePane = 25; // before the other pane's turn
constexpr auto beatInterval = std::chrono::milliseconds(4);
constexpr int endlessEpochs = 100'000;

/// Since the kernel started the process: loading of libraries included. Resolution: a clock tick, 10 ms.
double millisecondsOfProcess() {
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0) return 0;
    // The name in brackets may hold spaces; the 20th field after it is the start in ticks since boot.
    const QByteArray stat = file.readAll();
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double start = fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return 1000 * (static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - start);
}

/// Of sorted values; 0 where there are none.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

double rounded(double value) {
    return std::round(100 * value) / 100;
}

} // namespace

std::string LatencyFigures::json() const {
    const nlohmann::ordered_json figures = {
        {"firstPaintMs", rounded(firstPaint)},
        {"rankEditMs",
         {{"median", rounded(quantile(rankEdits, 0.5))}, {"max", rounded(quantile(rankEdits, 1))}}},
        {"eventLoopMs",
         {{"p50", rounded(quantile(eventLoop, 0.5))},
          {"p99", rounded(quantile(eventLoop, 0.99))},
          {"max", rounded(quantile(eventLoop, 1))}}},
        {"clipsPerSecond", rounded(quantile(clipsPerSecond, 0.5))}};
    return figures.dump();
}

LatencyProbe::LatencyProbe(MainWindow& window, double seconds) : m_window(window), m_seconds(seconds) {
    m_actions.setInterval(actInterval);
    connect(&m_actions, &QTimer::timeout, this, &LatencyProbe::act);
    connect(&window.session(), &TrainingSession::failed, this, &LatencyProbe::failed);
    connect(&window.session(), &TrainingSession::progressed, this, [this] {
        const ProgressEvent& progress = m_window.session().progress();
        if (progress.phase != Phase::Training) return;
        if (!m_measuring) measure();
        if (progress.clipsPerSecond > 0) m_figures.clipsPerSecond.push_back(progress.clipsPerSecond);
    });
}

LatencyProbe::~LatencyProbe() = default;

void LatencyProbe::begin() {
    m_window.installEventFilter(this);
    m_window.session().setRunsFolder(m_runs.path().toStdString());
    m_window.begin({});
}

bool LatencyProbe::eventFilter(QObject* watched, QEvent* event) {
    // The window paints everything below it in answer to this event; what is posted now comes after that.
    if (!m_painted && event->type() == QEvent::Paint) {
        m_painted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_figures.firstPaint = millisecondsOfProcess();
                train();
            },
            Qt::QueuedConnection);
    } else if (event->type() == QEvent::UpdateRequest && m_edit.isValid()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_edit.isValid()) return;
                m_figures.rankEdits.push_back(static_cast<double>(m_edit.nsecsElapsed()) * 1e-6);
                m_edit.invalidate();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void LatencyProbe::train() {
    ExperimentSpec spec = m_window.workspace().spec();
    spec.training.epochs = endlessEpochs;
    spec.training.patience = 0;
    m_window.workspace().reset(spec);
    m_window.actions()[ActionId::Start]->trigger();
}

void LatencyProbe::measure() {
    m_measuring = true;
    m_beat = std::jthread([this](std::stop_token stop) {
        using Clock = std::chrono::steady_clock;
        while (!stop.stop_requested()) {
            QMetaObject::invokeMethod(
                this,
                [this, sent = Clock::now()] {
                    const std::chrono::duration<double, std::milli> waited = Clock::now() - sent;
                    if (!m_ended) m_figures.eventLoop.push_back(waited.count());
                },
                Qt::QueuedConnection);
            std::this_thread::sleep_for(beatInterval);
        }
    });
    m_actions.start();
    QTimer::singleShot(static_cast<int>(1000 * m_seconds), this, &LatencyProbe::end);
}

void LatencyProbe::act() {
    const bool designing = m_turn++ / actsOnOnePane % 2 == 0;
    if (m_turn % actsOnOnePane == 1)
        m_window.actions()[designing ? ActionId::ShowDesign : ActionId::ShowTrain]->trigger();
    else
        designing ? editRank() : replot();
}

void LatencyProbe::editRank() {
    ExperimentSpec next = m_window.workspace().spec();
    Shape& ranks = next.model.map.ranks;
    if (ranks.size() == 1) ranks = spelledOut(next.model.map).ranks;
    Index& rank = ranks[static_cast<std::size_t>(m_turn) % ranks.size()];
    rank = rank % 5 + 1;
    m_edit.start();
    m_window.workspace().edit(QStringLiteral("rank"), next);
}

void LatencyProbe::replot() {
    const int key = m_turn % 2 ? Qt::Key_Plus : Qt::Key_Minus;
    for (auto* plot : m_window.findChildren<CurvePlot*>()) {
        if (!plot->isVisible()) continue;
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(plot, &press);
    }
}

void LatencyProbe::end() {
    m_ended = true;
    m_actions.stop();
    m_beat = {};
    connect(&m_window.session(), &TrainingSession::finished, this, &LatencyProbe::finished);
    m_window.session().stop();
}

} // namespace rankscope
