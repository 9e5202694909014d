// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "tests/ui/small_data.h"
#include "ui/runs/sweep/queue_model.h"
#include "ui/runs/sweep/sweep_queue.h"
#include "ui/runs/sweep/sweep_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace rankscope;

class TestSweepQueue : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;

    static std::vector<QueueState> statesOf(const SweepQueue& queue) {
        std::vector<QueueState> states;
        for (const QueueItem& item : queue.items()) states.push_back(item.state);
        return states;
    }

private slots:
    void initTestCase() { m_data = writeSmallShapes(m_home / "shapes"); }

    void listsAreReadAsTyped() {
        QVERIFY((parseWholeNumbers(" 2, 4-6 ,9", 1, 100) == std::vector<std::uint64_t>{2, 4, 5, 6, 9}));
        QVERIFY(parseWholeNumbers("", 1, 9).empty());
        for (const char* text : {"0", "x", "5-3", "1-2-3", "-4", "101"})
            QVERIFY_EXCEPTION_THROWN(parseWholeNumbers(text, 1, 100), Error);
        const auto rates = parseRates("auto, 1e-3");
        QCOMPARE(rates.size(), std::size_t{2});
        QVERIFY(!rates[0] && rates[1] == 1e-3);
        QVERIFY_EXCEPTION_THROWN(parseRates("0"), Error);
        QVERIFY_EXCEPTION_THROWN(parseRates("fast"), Error);
    }

    void runsAreTrainedOneAfterAnother() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        session.setResources({.threads = 1, .cache = {}});
        SweepQueue queue(session, m_home / "queue.json");
        QueueModel model(queue, session);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        queue.add(planSweep(smallSpec(1), {{}, {1, 2, 3}, {}, {}}).items, m_data);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!session.active());
        queue.skip(1);
        queue.setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(!queue.running(), 60'000);
        QVERIFY((statesOf(queue) ==
                 std::vector<QueueState>{QueueState::Done, QueueState::Skipped, QueueState::Done}));
        QCOMPARE(readRun(queue.items()[0].run).spec.model.map.ranks, Shape{1});
        QCOMPARE(readRun(queue.items()[2].run).spec.model.map.ranks, Shape{3});
        QVERIFY(queue.items()[2].seconds > 0);
    }

    void stopBeforeTheFirstFileIsNoFailure() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        SweepQueue queue(session, m_home / "queue-early.json");
        QSignalSpy loaded(&queue, &SweepQueue::changed);
        QTRY_COMPARE(loaded.count(), 1);
        queue.add(planSweep(smallSpec(400), {{}, {1, 2}, {}, {}}).items, m_data);
        opener.openFolder(m_data); // the run waits for its frames
        queue.setRunning(true);
        QCOMPARE(session.state(), TrainingSession::State::Waiting);
        session.stop();
        QTRY_VERIFY(!queue.running());
        QVERIFY(!session.active());
        QVERIFY((statesOf(queue) == std::vector<QueueState>{QueueState::Waiting, QueueState::Waiting}));
        QCOMPARE(queue.items()[0].problem, std::string());
        opener.cancel();
    }

    void queueLeavesTheDesignAlone() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        QSignalSpy failures(&session, &TrainingSession::failed), edits(&workspace, &Workspace::specChanged);
        const auto run = session.trainQueued(smallSpec(400), m_data);
        QTRY_VERIFY_WITH_TIMEOUT(!session.shown().empty() && !session.shown().front().history.empty(),
                                 60'000);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!session.active(), 60'000);
        session.resumeQueued(run);
        QVERIFY(session.active()); // the run's files are read
        QTRY_COMPARE(session.trainingRun(), run);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!session.active(), 60'000);
        session.resumeQueued(run);
        session.stop(); // while its files are still read
        QVERIFY(!session.active());
        QSignalSpy queued(&session, &TrainingSession::queuedFailed);
        session.resumeQueued(m_home / "no-such-run");
        QTRY_COMPARE(queued.count(), 1);
        QCOMPARE(session.trainingRun(), std::filesystem::path());
        QCOMPARE(failures.count(), 0);
        QCOMPARE(edits.count(), 0);
        QVERIFY(workspace.data().root.empty());
    }

    void unreadableFileIsKeptAndAFailedWriteIsToldAndTriedAgain() {
        const auto file = m_home / "queue-damaged.json";
        std::ofstream(file) << "{ this is not JSON";
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        {
            SweepQueue queue(session, file);
            QSignalSpy problems(&queue, &SweepQueue::fileProblem);
            QTRY_COMPARE(problems.count(), 1);
            QVERIFY(!problems[0][0].toString().isEmpty());
            queue.add(planSweep(smallSpec(1), {}).items, m_data);
            QTRY_COMPARE(problems.count(), 2);
            QCOMPARE(problems[1][0].toString(), QString());
            QCOMPARE(readQueue(file).size(), std::size_t{1});
            QVERIFY(std::filesystem::exists(m_home / "queue-damaged.json.unreadable"));

            std::filesystem::remove(file);
            std::filesystem::create_directories(file / "in the way");
            queue.remove({0});
            QTRY_COMPARE(problems.count(), 3);
            QVERIFY(!problems[2][0].toString().isEmpty());
            std::filesystem::remove_all(file);
        }
        QCOMPARE(readQueue(file).size(), std::size_t{0}); // written at the end
        QVERIFY(std::filesystem::exists(file));
    }

    void failureIsToldAndTheNextRunStarts() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        QSignalSpy dialogs(&session, &TrainingSession::failed);
        SweepQueue queue(session, m_home / "queue-failing.json");
        queue.add(planSweep(smallSpec(1), {}).items, m_home / "no-such-data");
        queue.add(planSweep(smallSpec(1), {}).items, m_data);
        queue.setRunning(true);
        QTRY_VERIFY_WITH_TIMEOUT(!queue.running(), 60'000);
        QVERIFY((statesOf(queue) == std::vector<QueueState>{QueueState::Failed, QueueState::Done}));
        QVERIFY(!queue.items()[0].problem.empty());
        QCOMPARE(dialogs.count(), 0);
    }

    void stoppedRunGoesOnAfterARestart() {
        const auto file = m_home / "queue-restart.json";
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        std::filesystem::path run;
        {
            SweepQueue queue(session, file);
            queue.add(planSweep(smallSpec(400), {}).items, m_data);
            queue.setRunning(true);
            QTRY_VERIFY_WITH_TIMEOUT(!session.shown().empty() && !session.shown().front().history.empty(),
                                     60'000);
            session.stop();
            QTRY_VERIFY_WITH_TIMEOUT(!queue.running() && !session.active(), 60'000);
            QVERIFY((statesOf(queue) == std::vector<QueueState>{QueueState::Waiting}));
            run = queue.items()[0].run;
        }
        SweepQueue queue(session, file);
        QVERIFY(!queue.running());
        QTRY_COMPARE(queue.items().size(), std::size_t{1});
        QCOMPARE(queue.items()[0].run, run);
        queue.setRunning(true);
        QTRY_COMPARE(session.trainingRun(), run);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!queue.running() && !session.active(), 60'000);
    }

    void orderIsChangedAndFileRoundTrips() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        const auto file = m_home / "queue-order.json";
        std::vector<QueueItem> items;
        {
            SweepQueue queue(session, file);
            QSignalSpy loaded(&queue, &SweepQueue::changed);
            QTRY_COMPARE(loaded.count(), 1);
            queue.add(planSweep(smallSpec(2), {{}, {1, 2}, {}, {}}).items, m_data);
            QVERIFY(queue.move(0, 1));
            QVERIFY(!queue.move(0, -1));
            items = queue.items();
            QCOMPARE(items[0].spec.model.map.ranks, Shape{2});
        }
        QVERIFY(readQueue(file) == items);
        std::ofstream(file) << R"({"items": 3})";
        QVERIFY_EXCEPTION_THROWN(readQueue(file), Error);
    }
};

QTEST_MAIN(TestSweepQueue)
#include "test_sweep_queue.moc"
