// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job.h"

#include <QCoreApplication>
#include <QTest>

#include <future>
#include <latch>
#include <new>

using namespace rankscope;

class TestJob : public QObject {
    Q_OBJECT

private slots:
    void answersOnTheThreadOfTheContext() {
        Job<int> job;
        QObject context;
        int value = 0;
        QThread *worked = nullptr, *answered = nullptr;
        job.start(
            &context,
            [&](std::stop_token) {
                worked = QThread::currentThread();
                return 42;
            },
            [&](JobResult<int> result) {
                answered = QThread::currentThread();
                value = result.value;
            });
        QVERIFY(job.running());
        QTRY_COMPARE(value, 42);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != QThread::currentThread());
        QVERIFY(!job.running());
    }

    void lackOfMemoryIsSaidInWords() {
        Job<int> job;
        QObject context;
        JobResult<int> answer;
        job.start(
            &context, [](std::stop_token) -> int { throw std::bad_alloc(); },
            [&](JobResult<int> result) { answer = result; });
        QTRY_VERIFY(!answer.error.isEmpty());
        QVERIFY(answer.error.contains("not enough memory"));
        QVERIFY(!answer.hint.isEmpty());
    }

    void newerWorkDropsTheAnswerBefore() {
        Job<int> job;
        QObject context;
        std::promise<void> go;
        std::vector<int> answers;
        std::atomic<bool> firstWasStopped = false, firstEnded = false;
        const auto answer = [&](JobResult<int> result) { answers.push_back(result.value); };
        job.start(
            &context,
            [&, future = go.get_future().share()](std::stop_token stop) {
                future.wait();
                firstWasStopped = stop.stop_requested();
                firstEnded = true;
                return 1;
            },
            answer);
        job.start(
            &context, [](std::stop_token) { return 2; }, answer);
        go.set_value();
        QTRY_COMPARE(answers.size(), std::size_t{1});
        QTRY_VERIFY(firstEnded);
        QCoreApplication::processEvents();
        QCOMPARE(answers, std::vector{2});
        QVERIFY(firstWasStopped);
    }

    void cancelledWorkAnswersNothing() {
        Job<int> job;
        QObject context;
        std::promise<void> go;
        std::atomic<bool> ended = false;
        bool answered = false;
        job.start(
            &context,
            [&, future = go.get_future().share()](std::stop_token) {
                future.wait();
                ended = true;
                return 1;
            },
            [&](JobResult<int>) { answered = true; });
        job.cancel();
        QVERIFY(!job.running());
        go.set_value();
        QTRY_VERIFY(ended);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void jobAndContextThatAreGoneAnswerNothing() {
        bool answered = false;
        std::promise<void> go;
        const std::shared_future<void> future = go.get_future().share();
        const auto work = [future](std::stop_token) {
            future.wait();
            return 1;
        };
        QObject context;
        {
            Job<int> job;
            job.start(&context, work, [&](JobResult<int>) { answered = true; });
        }
        Job<int> other;
        {
            QObject shortLived;
            other.start(&shortLived, work, [&](JobResult<int>) { answered = true; });
        }
        go.set_value();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void errorsComeInWords() {
        Job<int> job;
        QObject context;
        JobResult<int> seen;
        bool answered = false;
        const auto keep = [&](JobResult<int> result) {
            seen = result;
            answered = true;
        };
        job.start(
            &context, [](std::stop_token) -> int { throw Error("clip.avi is empty.", "Record it again."); },
            keep);
        QTRY_VERIFY(answered);
        QCOMPARE(seen.error, QString("clip.avi is empty."));
        QCOMPARE(seen.hint, QString("Record it again."));
        answered = false;
        job.start(
            &context, [](std::stop_token) -> int { throw Cancelled(); }, keep);
        QTRY_VERIFY(answered);
        QVERIFY(seen.cancelled);
        QVERIFY(seen.error.isEmpty());
    }

    void takesValuesThatCannotBeCopied() {
        Job<std::unique_ptr<int>> job;
        QObject context;
        std::unique_ptr<int> got;
        job.start(
            &context, [](std::stop_token) { return std::make_unique<int>(5); },
            [&](JobResult<std::unique_ptr<int>> result) { got = std::move(result.value); });
        QTRY_VERIFY(got);
        QCOMPARE(*got, 5);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "test_job.moc"
