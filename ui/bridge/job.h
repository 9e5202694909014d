// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/parallel.h"
#include "ui/bridge/problem.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>
#include <memory>
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

/// Runs one piece of work off the window's thread and drops stale answers: starting again cancels the work
/// before and only the newest answer is delivered. Must be used from one thread; its destruction cancels and
/// drops, without waiting for the work.
template <class T>
class Job {
public:
    using Work = std::function<T(std::stop_token)>;
    using Answer = std::function<void(JobResult<T>)>;

    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job() { cancel(); }

    /// `answer` is called on the thread of `context`, and not at all once `context` or the job is gone.
    void start(QObject* context, Work work, Answer answer);
    /// Asks the work to end; its answer is dropped.
    void cancel();
    bool running() const { return *m_running; }

private:
    static JobResult<T> perform(const Work& work, std::stop_token stop);

    std::stop_source m_stop{std::nostopstate};
    std::shared_ptr<int> m_generation = std::make_shared<int>(0);
    std::shared_ptr<bool> m_running = std::make_shared<bool>(false);
};

template <class T>
void Job<T>::start(QObject* context, Work work, Answer answer) {
    cancel();
    m_stop = std::stop_source{};
    *m_running = true;
    auto* watcher = new QFutureWatcher<JobResult<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, mine = *m_generation, generation = m_generation, running = m_running,
                      answer = std::move(answer)] {
                         watcher->deleteLater();
                         if (*generation != mine) return;
                         *running = false;
                         answer(watcher->future().takeResult());
                     });
    watcher->setFuture(QtConcurrent::run(
        [work = std::move(work), stop = m_stop.get_token()] { return perform(work, stop); }));
}

template <class T>
void Job<T>::cancel() {
    m_stop.request_stop();
    ++*m_generation;
    *m_running = false;
}

template <class T>
JobResult<T> Job<T>::perform(const Work& work, std::stop_token stop) {
    beginWork();
    JobResult<T> result;
    try {
        result.value = work(stop);
    } catch (const Cancelled&) {
        result.cancelled = true;
    } catch (const std::exception& error) {
        const Problem problem = problemOf(error);
        result.error = problem.what;
        result.hint = problem.hint;
    }
    return result;
}

} // namespace rankscope
