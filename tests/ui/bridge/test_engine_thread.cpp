// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_folder.h"
#include "tests/ui/small_data.h"
#include "ui/bridge/engine_thread.h"

#include <QSignalSpy>
#include <QTest>

using namespace rankscope;

class TestEngineThread : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;
    int m_runs = 0;

    TrainRequest request(int epochs) {
        TrainRequest request;
        request.data = m_data;
        request.run = m_home / ("run" + std::to_string(++m_runs)).c_str();
        request.spec = smallSpec(epochs);
        return request;
    }

private slots:
    void initTestCase() { m_data = writeSmallShapes(m_home / "shapes"); }

    void reportsOnThisThreadAndFinishes() {
        EngineThread engine;
        QSignalSpy epochs(&engine, &EngineThread::epochDone), done(&engine, &EngineThread::done),
            failed(&engine, &EngineThread::failed), finished(&engine, &EngineThread::finished);
        bool sameThread = true;
        connect(
            &engine, &EngineThread::epochDone, this,
            [&](const EpochEvent&) { sameThread &= QThread::currentThread() == thread(); },
            Qt::DirectConnection);
        const TrainRequest two = request(2);
        engine.start(two);
        QCOMPARE(engine.state(), EngineThread::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(epochs.count(), 2);
        QCOMPARE(done.count(), 1);
        QVERIFY(sameThread);
        QCOMPARE(engine.state(), EngineThread::State::Idle);
        QCOMPARE(readRun(two.run).history.size(), std::size_t{2});
    }

    void ranksChangeWhileItTrains() {
        EngineThread engine;
        QSignalSpy epochs(&engine, &EngineThread::epochDone), changed(&engine, &EngineThread::ranksChanged),
            warned(&engine, &EngineThread::warned), finished(&engine, &EngineThread::finished);
        const TrainRequest endless = request(100'000);
        engine.start(endless);
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60'000);
        ModelSpec wanted = readRun(endless.run).spec.model;
        wanted.map.ranks = {4, 5, 4};
        engine.setRanks(wanted);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 60'000);
        const RankRecord record = changed.first().first().value<RanksEvent>().record;
        QCOMPARE(record.to, std::string("4,5,4"));
        QVERIFY(record.error < 1e-7); // growing keeps W
        wanted.map.ranks = {4, 5000, 4};
        engine.setRanks(wanted);
        QTRY_COMPARE_WITH_TIMEOUT(warned.count(), 1, 60'000);
        engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        const RunInfo run = readRun(endless.run);
        QCOMPARE(run.rankChanges, std::vector{record});
        QCOMPARE(run.spec.model.map.ranks, (Shape{4, 5, 4}));
    }

    void stopsAfterABatchAndKeepsTheRun() {
        EngineThread engine;
        QSignalSpy epochs(&engine, &EngineThread::epochDone), stopped(&engine, &EngineThread::stopped),
            finished(&engine, &EngineThread::finished);
        const TrainRequest endless = request(100'000);
        engine.start(endless);
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60'000);
        engine.stop();
        QCOMPARE(engine.state(), EngineThread::State::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(stopped.count(), 1);
        const RunInfo run = readRun(endless.run);
        QCOMPARE(run.state, RunState::Stopped);
        QVERIFY(!run.history.empty());
    }

    void pausesAndGoesOn() {
        EngineThread engine;
        QSignalSpy epochs(&engine, &EngineThread::epochDone), finished(&engine, &EngineThread::finished);
        engine.start(request(100'000));
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60'000);
        engine.pause();
        QCOMPARE(engine.state(), EngineThread::State::Paused);
        engine.resume();
        QCOMPARE(engine.state(), EngineThread::State::Running);
        const auto before = epochs.count();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() > before, 60'000);
        engine.pause();
        engine.stop(); // also out of a pause
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    }

    void takesAnotherLearningRate() {
        EngineThread engine;
        QSignalSpy epochs(&engine, &EngineThread::epochDone), finished(&engine, &EngineThread::finished);
        engine.start(request(100'000));
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60'000);
        engine.setLearningRate(0.0125);
        const auto rate = [&] { return epochs.last().front().value<EpochEvent>().record.learningRate; };
        QTRY_COMPARE_WITH_TIMEOUT(rate(), 0.0125, 60'000);
        engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    }

    void failureComesInWords() {
        EngineThread engine;
        QSignalSpy failed(&engine, &EngineThread::failed), finished(&engine, &EngineThread::finished);
        TrainRequest lost = request(1);
        lost.data = m_home / "no such folder";
        engine.start(lost);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().front().toString().contains("no such folder"));
    }

    void destructionStopsTheRun() {
        const TrainRequest endless = request(100'000);
        {
            EngineThread engine;
            QSignalSpy epochs(&engine, &EngineThread::epochDone);
            engine.start(endless);
            QTRY_VERIFY_WITH_TIMEOUT(epochs.count() >= 1, 60'000);
        }
        QVERIFY(!readRun(endless.run).history.empty());
    }
};

QTEST_GUILESS_MAIN(TestEngineThread)
#include "test_engine_thread.moc"
