// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/latency_probe.h"

#include "engine/format/format.h"
#include "ui/design/design_pane.h"
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
#include <utility>

namespace rankscope {

namespace {

constexpr int actInterval = 60; // ms between two things that a user does
constexpr int actsInAPart = 25; // before the next part's turn
constexpr auto beatInterval = std::chrono::milliseconds(4);
constexpr int endlessEpochs = 100'000;
constexpr Index mostRank = 4; // that every bond of both models can have

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

nlohmann::ordered_json medianAndMax(const std::vector<double>& values) {
    return {{"median", rounded(quantile(values, 0.5))}, {"max", rounded(quantile(values, 1))}};
}

/// Of the same frames, with as many modes as a search for the best order may meet.
ExperimentSpec withManyModes(ExperimentSpec spec) {
    spec.model.map.inModes = {4, 4, 4, 4, 3, 3, 2, 2};
    spec.model.map.outModes = Shape(8, 2);
    spec.model.map.ranks = {4};
    return spec;
}

} // namespace

std::string LatencyFigures::json() const {
    const nlohmann::ordered_json figures = {{"firstPaintMs", rounded(firstPaint)},
                                            {"rankEditMs", medianAndMax(rankEdits)},
                                            {"rankEditD8Ms", medianAndMax(rankEditsD8)},
                                            {"costsMs", medianAndMax(costs)},
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
    connect(&window.session(), &TrainingSession::failed, this, &LatencyProbe::fail);
    connect(&window.session(), &TrainingSession::finished, this, [this] {
        const QString& why = m_window.workspace().data().error;
        if (!m_ended) return fail(why.isEmpty() ? tr("The training ended before it was measured.") : why);
        if (!m_failed) emit finished();
    });
    connect(window.findChild<DesignPane*>(), &DesignPane::costsShown, this,
            [this] { m_costsShown = m_costs.isValid(); });
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
    } else if (event->type() == QEvent::UpdateRequest) {
        QMetaObject::invokeMethod(
            this, [this, costs = m_costsShown] { painted(costs); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void LatencyProbe::painted(bool costs) {
    const auto take = [](QElapsedTimer& timer, std::vector<double>& times) {
        if (timer.isValid()) times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        timer.invalidate();
    };
    if (m_editTimes) take(m_edit, *m_editTimes);
    if (!costs) return;
    take(m_costs, m_figures.costs);
    m_costsShown = false;
}

void LatencyProbe::train() {
    m_preset = m_window.workspace().spec();
    m_preset.training.epochs = endlessEpochs;
    m_preset.training.patience = 0;
    m_window.workspace().reset(m_preset);
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
    const auto part = static_cast<Part>(m_turn / actsInAPart % static_cast<int>(Part::Count));
    if (m_turn++ % actsInAPart == 0) return beginPart(part);
    if (part == Part::Preset) editRank(m_figures.rankEdits);
    if (part == Part::Curves) replot();
    if (part != Part::ManyModes || m_costs.isValid()) return; // an edit would put the costs off
    m_costs.start();
    editRank(m_figures.rankEditsD8);
}

void LatencyProbe::beginPart(Part part) {
    const bool designing = part != Part::Curves;
    m_window.actions()[designing ? ActionId::ShowDesign : ActionId::ShowTrain]->trigger();
    if (designing) m_window.workspace().reset(part == Part::Preset ? m_preset : withManyModes(m_preset));
    m_costs.invalidate();
    m_costsShown = false;
}

void LatencyProbe::editRank(std::vector<double>& times) {
    ExperimentSpec next = m_window.workspace().spec();
    Shape& ranks = next.model.map.ranks;
    if (ranks.size() == 1) ranks = spelledOut(next.model.map).ranks;
    Index& rank = ranks[static_cast<std::size_t>(m_turn) % ranks.size()];
    rank = rank % mostRank + 1;
    m_editTimes = &times;
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

void LatencyProbe::fail(const QString& why) {
    if (!std::exchange(m_failed, true)) emit failed(why);
}

void LatencyProbe::end() {
    m_ended = true;
    m_actions.stop();
    m_beat = {};
    m_window.session().stop();
}

} // namespace rankscope
