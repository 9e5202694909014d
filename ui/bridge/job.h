// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>
#include <stop_token>
#include <utility>

namespace rankscope {

/// What a background job answers: a value, or why there is none.
template <class T>
struct JobResult {
    T value{};
    QString error, hint; ///< for people; empty: fine
    bool cancelled = false;
};

/// Runs one piece of work off the window's thread and drops stale answers: starting again cancels the work before and only
/// the newest answer is delivered. Must be used from one thread; its destruction cancels and drops, without waiting for the work.
template <class T>
class Job {
public:
    using Work = std::function<T(std::stop_token)>;
    using Answer = std::function<void(JobResult<T>)>;

    /// `answer` is called on the thread of `context`, and not at all once `context` or the job is gone.
    void start(QObject* context, Work work, Answer answer);
    void cancel();
    bool running() const { return m_running && *m_running; }

private:
    std::stop_source m_stop{std::nostopstate};
    std::shared_ptr<int> m_generation = std::make_shared<int>(0);
    std::shared_ptr<bool> m_running = std::make_shared<bool>(false);
};

} // namespace rankscope
