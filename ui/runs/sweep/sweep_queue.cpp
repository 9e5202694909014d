// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_queue.h"

#include "engine/storage/run_files.h"

#include <algorithm>
#include <utility>

namespace rankscope {

namespace {
constexpr int saveDelay = 200; // ms

/// Stopped before its first file was written, a run has nothing to go on from.
bool hasBegun(const std::filesystem::path& run) {
    std::error_code ignored;
    return !run.empty() && std::filesystem::exists(run / runfile::description, ignored);
}

/// Under a name that is free. Throws where it cannot be moved.
void putAside(const std::filesystem::path& file) {
    std::filesystem::path aside = file;
    aside += ".unreadable";
    for (int i = 2; std::filesystem::exists(aside); ++i) {
        aside = file;
        aside += ".unreadable-" + std::to_string(i);
    }
    std::filesystem::rename(file, aside);
}
} // namespace

SweepQueue::SweepQueue(TrainingSession& session, const std::filesystem::path& file, QObject* parent)
    : QObject(parent), m_session(session), m_file(file) {
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(saveDelay);
    connect(&m_saveDelay, &QTimer::timeout, this, &SweepQueue::write);
    connect(&session, &TrainingSession::queuedFailed, this,
            [this](const QString& what) { m_problem = what.toStdString(); });
    connect(&session, &TrainingSession::finished, this,
            [this] { QMetaObject::invokeMethod(this, &SweepQueue::ended, Qt::QueuedConnection); });
    load();
}

SweepQueue::~SweepQueue() {
    if (m_dirty) write();
}

void SweepQueue::load() {
    m_loadJob.start(
        this, [file = m_file](std::stop_token) { return readQueue(file); },
        [this](JobResult<std::vector<QueueItem>> result) {
            m_unreadable = !result.error.isEmpty();
            if (m_unreadable)
                emit fileProblem(tr("%1 It is put aside as soon as the queue changes.").arg(result.error));
            for (QueueItem& item : result.value)
                if (item.state == QueueState::Running) item.state = QueueState::Waiting;
            m_items.insert(m_items.begin(), result.value.begin(), result.value.end());
            emit changed();
            startNext();
        });
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
    if (!m_running || m_loadJob.running() || m_session.active() || present()) return;
    const auto next = std::ranges::find(m_items, QueueState::Waiting, &QueueItem::state);
    if (next == m_items.end()) {
        m_running = false;
        emit runningChanged();
        return;
    }
    m_problem.clear();
    m_skipping = false;
    next->state = QueueState::Running;
    const auto item = static_cast<int>(next - m_items.begin());
    if (hasBegun(next->run))
        m_session.resumeQueued(next->run);
    else
        m_items[static_cast<std::size_t>(item)].run = m_session.trainQueued(next->spec, next->data);
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
        this, [run](std::stop_token) { return hasBegun(run) ? readRun(run) : RunInfo(); },
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
    if (state == RunState::Done) {
        entry.state = QueueState::Done;
    } else if (m_skipping) {
        entry.state = QueueState::Skipped;
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

void SweepQueue::write() {
    if (m_loadJob.running()) { // what is in the file is not known yet
        m_saveDelay.start();
        return;
    }
    m_dirty = false;
    const bool unreadable = std::exchange(m_unreadable, false);
    m_writer.write(
        [file = m_file, items = m_items, unreadable] {
            if (unreadable && std::filesystem::exists(file)) putAside(file);
            writeQueue(file, items);
        },
        [this, unreadable](const Problem& problem) {
            if (!problem.what.isEmpty()) { // the next change tries again
                m_dirty = true;
                m_unreadable = unreadable;
            }
            emit fileProblem(problem.sentence());
        });
}

} // namespace rankscope
