// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_queue.h"

#include "engine/base/error.h"
#include "ui/bridge/problem.h"

#include <algorithm>

namespace rankscope {

namespace {
constexpr int saveDelay = 200; // ms
}

SweepQueue::SweepQueue(TrainingSession& session, const std::filesystem::path& file, QObject* parent)
    : QObject(parent), m_session(session), m_file(file) {
    try {
        m_items = readQueue(m_file);
    } catch (const Error& error) { // told once somebody listens; the file stays until the queue is changed
        QMetaObject::invokeMethod(
            this, [this, what = problemOf(error).what] { emit failed(what); }, Qt::QueuedConnection);
    }
    for (QueueItem& item : m_items)
        if (item.state == QueueState::Running) item.state = QueueState::Waiting;
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(saveDelay);
    connect(&m_saveDelay, &QTimer::timeout, this, [this] {
        if (m_saveJob.running()) { // one after the other, or an old one might be the last
            m_saveDelay.start();
            return;
        }
        m_dirty = false;
        m_saveJob.start(
            this,
            [path = m_file, items = m_items](std::stop_token) {
                writeQueue(path, items);
                return true;
            },
            [this](JobResult<bool> result) {
                if (!result.error.isEmpty()) emit failed(result.error);
            });
    });
    connect(&session, &TrainingSession::failed, this, [this](const QString& what) {
        m_problem = what.toStdString();
        // A run that cannot even begin does not finish.
        if (present() && !m_session.active())
            QMetaObject::invokeMethod(this, &SweepQueue::ended, Qt::QueuedConnection);
    });
    connect(&session, &TrainingSession::finished, this,
            [this] { QMetaObject::invokeMethod(this, &SweepQueue::ended, Qt::QueuedConnection); });
}

SweepQueue::~SweepQueue() {
    if (!m_dirty) return;
    try {
        writeQueue(m_file, m_items);
    } catch (const std::exception&) { // nobody is left to be told
    }
}

std::optional<std::size_t> SweepQueue::present() const {
    const auto found = std::ranges::find(m_items, QueueState::Running, &QueueItem::state);
    if (found == m_items.end()) return {};
    return static_cast<std::size_t>(found - m_items.begin());
}

std::optional<double> SweepQueue::remainingSeconds() const {
    double seconds = 0, epochs = 0;
    for (const QueueItem& item : m_items)
        if (item.state == QueueState::Done) {
            seconds += item.seconds;
            epochs += item.spec.training.epochs;
        }
    const ProgressEvent& progress = m_session.progress();
    const bool trains = present().has_value() && m_session.active();
    if (epochs == 0 && trains && progress.elapsedSeconds > 0 && progress.remainingSeconds) {
        seconds = progress.elapsedSeconds + *progress.remainingSeconds;
        epochs = m_items[*present()].spec.training.epochs;
    }
    if (epochs == 0) return {};
    double left = 0;
    for (const QueueItem& item : m_items) {
        const double whole = item.spec.training.epochs * seconds / epochs;
        if (item.state == QueueState::Waiting) left += whole;
        if (item.state == QueueState::Running)
            left += progress.remainingSeconds.value_or(std::max(whole - progress.elapsedSeconds, 0.0));
    }
    return left;
}

void SweepQueue::add(const std::vector<SweepItem>& items, const std::filesystem::path& data) {
    for (const SweepItem& item : items)
        m_items.push_back({item.spec, item.label, data, {}, QueueState::Waiting, {}, 0});
    emit changed();
    save();
    startNext();
}

void SweepQueue::setRunning(bool running) {
    if (running == m_running) return;
    m_running = running;
    emit runningChanged();
    startNext();
}

void SweepQueue::skip(int item) {
    if (item < 0 || item >= static_cast<int>(m_items.size())) return;
    QueueItem& chosen = m_items[static_cast<std::size_t>(item)];
    if (chosen.state == QueueState::Running) {
        m_skipping = true;
        m_session.stop();
    } else if (chosen.state == QueueState::Waiting) {
        chosen.state = QueueState::Skipped;
        emit itemChanged(item);
        save();
    }
}

bool SweepQueue::move(int item, int by) {
    const int to = item + by, count = static_cast<int>(m_items.size());
    if (item < 0 || to < 0 || item >= count || to >= count) return false;
    std::swap(m_items[static_cast<std::size_t>(item)], m_items[static_cast<std::size_t>(to)]);
    emit changed();
    save();
    return true;
}

void SweepQueue::remove(std::vector<int> items) {
    std::ranges::sort(items, std::greater());
    for (const int item : items)
        if (m_items[static_cast<std::size_t>(item)].state != QueueState::Running)
            m_items.erase(m_items.begin() + item);
    emit changed();
    save();
}

void SweepQueue::removeEnded() {
    std::erase_if(m_items, [](const QueueItem& item) {
        return item.state != QueueState::Waiting && item.state != QueueState::Running;
    });
    emit changed();
    save();
}

void SweepQueue::startNext() {
    if (!m_running || m_session.active() || present()) return;
    const auto next = std::ranges::find(m_items, QueueState::Waiting, &QueueItem::state);
    if (next == m_items.end()) {
        m_running = false;
        emit runningChanged();
        return;
    }
    m_problem.clear();
    m_skipping = false;
    next->state = QueueState::Running;
    std::error_code ignored;
    const bool begun = !next->run.empty() && std::filesystem::exists(next->run / "run.json", ignored);
    const auto item = static_cast<int>(next - m_items.begin());
    if (begun)
        m_session.resumeRun(next->run);
    else
        m_items[static_cast<std::size_t>(item)].run = m_session.train(next->spec, next->data);
    emit itemChanged(item);
    save();
}

void SweepQueue::ended() {
    if (m_session.active() || m_outcomeJob.running()) return;
    const std::optional<std::size_t> item = present();
    if (!item) {
        startNext(); // what trained was not of the queue
        return;
    }
    const std::filesystem::path run = m_items[*item].run;
    m_outcomeJob.start(
        this, [run](std::stop_token) { return run.empty() ? RunInfo() : readRun(run); },
        [this](JobResult<RunInfo> result) {
            const std::optional<std::size_t> settled = present();
            if (!settled) return;
            double seconds = 0;
            for (const EpochRecord& record : result.value.history) seconds += record.seconds;
            m_items[*settled].seconds = seconds;
            if (m_problem.empty()) m_problem = result.error.toStdString();
            settle(*settled, result.value.state, m_problem);
        });
}

void SweepQueue::settle(std::size_t item, RunState state, const std::string& problem) {
    QueueItem& entry = m_items[item];
    entry.problem.clear();
    if (m_skipping) {
        entry.state = QueueState::Skipped;
    } else if (state == RunState::Done && problem.empty()) {
        entry.state = QueueState::Done;
    } else if (!problem.empty()) {
        entry.state = QueueState::Failed;
        entry.problem = problem;
    } else { // stopped by the user: it goes on from there when the queue does
        entry.state = QueueState::Waiting;
        m_running = false;
        emit runningChanged();
    }
    m_skipping = false;
    emit itemChanged(static_cast<int>(item));
    save();
    startNext();
}

void SweepQueue::save() {
    m_dirty = true;
    m_saveDelay.start();
}

} // namespace rankscope
