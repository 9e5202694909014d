// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/training/trainer.h"

#include <QTest>

#include <atomic>
#include <limits>

using namespace rankscope;

namespace {

constexpr int wide = 8, high = 6, frameCount = 10, clipCount = 40;

/// A bright bar that walks right (class 0) or left (class 1), from a random place.
class WalkingBars final : public FrameSource {
public:
    WalkingBars() {
        for (int clip = 0; clip < clipCount; ++clip) {
            labels.push_back({clip % 2});
            Random random{3, static_cast<std::uint64_t>(clip)};
            const int place = static_cast<int>(random.below(wide));
            for (int t = 0; t < frameCount; ++t) {
                const int bar = ((clip % 2 ? place - t : place + t) % wide + wide) % wide;
                auto& frame = m_frames.emplace_back();
                for (int pixel = 0; pixel < wide * high; ++pixel)
                    frame.insert(frame.end(), 3,
                                 static_cast<std::uint8_t>(pixel % wide == bar ? 220 : random.below(30)));
            }
        }
    }
    int clips() const override { return clipCount; }
    int candidates(int) const override { return frameCount; }
    std::span<const std::uint8_t> frame(int clip, int candidate) const override {
        if (stopped && ++m_reads == stopAtRead) stopped->stop();
        return m_frames[static_cast<std::size_t>(clip * frameCount + candidate)];
    }
    int width() const override { return wide; }
    int height() const override { return high; }

    std::vector<std::vector<int>> labels;
    Control* stopped =
        nullptr; ///< stopped when frame number `stopAtRead` is read: somewhere in the middle of training
    int stopAtRead = 0;

private:
    mutable std::atomic<int> m_reads = 0;
    std::vector<std::vector<std::uint8_t>> m_frames;
};

struct Bench {
    Bench() {
        model.map = {"tt", {6, 8, 3}, {4, 4, 1}, {3, 3}, {}, 1};
        model.classes = 2;
        data.width = wide;
        data.height = high;
        data.frames = 5;
        data.augment.shift = 0; // a shift would hide where the bar walks on so small a frame
        for (int clip = 0; clip < clipCount; ++clip)
            (clip < 30 ? split.train : split.validation).push_back(clip);
        training.epochs = 4;
        training.batch = 8;
        statistics = measurePixels(source, split.train, data);
    }
    Trainer trainer(int threads = 1) const {
        return Trainer(model, training, {source, data, statistics, source.labels}, split, threads);
    }
    TrainerState train(int threads = 1) const {
        Trainer trainer = this->trainer(threads);
        trainer.begin();
        TrainerState last;
        Control control;
        trainer.run([](const Event&) {}, [&](const TrainerState& state) { last = state; }, control, {});
        return last;
    }

    WalkingBars source;
    ModelSpec model;
    DataSpec data;
    TrainingSpec training;
    PixelStatistics statistics;
    Split split;
};

bool sameButForTime(const TrainerState& a, const TrainerState& b) {
    bool same = a.weights == b.weights && a.moments == b.moments && a.step == b.step && a.epoch == b.epoch &&
                a.bestEpoch == b.bestEpoch && a.history.size() == b.history.size();
    for (std::size_t i = 0; same && i < a.history.size(); ++i)
        same = a.history[i].trainLoss == b.history[i].trainLoss &&
               a.history[i].validationLoss == b.history[i].validationLoss &&
               a.history[i].trainAccuracy == b.history[i].trainAccuracy;
    return same;
}

} // namespace

class TestTrainer : public QObject {
    Q_OBJECT
private slots:
    void learnsMovement() {
        Bench bench;
        bench.training.epochs = 30;
        bench.training.learningRate = 0.01;
        const TrainerState state = bench.train();
        QVERIFY(state.finished);
        QVERIFY2(state.history.back().trainAccuracy > 0.9,
                 qPrintable(QString::number(state.history.back().trainAccuracy)));
        const EpochRecord& best = state.history[static_cast<std::size_t>(state.bestEpoch) - 1];
        for (const EpochRecord& record : state.history)
            QVERIFY(*record.validationAccuracy <= *best.validationAccuracy);
    }

    void sameBitsForAnyNumberOfThreadsAndTwice() {
        Bench bench;
        bench.training.inputDropout = bench.training.recurrentDropout = 0.2;
        const TrainerState one = bench.train(1);
        QVERIFY(sameButForTime(bench.train(1), one));
        QVERIFY(sameButForTime(bench.train(2), one));
        bench.training.seed = 2;
        QVERIFY(bench.train(1).weights != one.weights);
    }

    void resumeIsExact_data() {
        QTest::addColumn<OptimizerKind>("optimizer");
        QTest::addColumn<ScheduleKind>("schedule");
        QTest::addColumn<int>("stopAtRead"); // an epoch reads 30 * 5 frames to train and 10 * 5 to validate
        for (const auto& optimizer : Names<OptimizerKind>::all)
            for (const auto& schedule : Names<ScheduleKind>::all)
                for (const int stopAtRead : {45, 190, 330})
                    QTest::addRow("%s %s %d", optimizer.id, schedule.id, stopAtRead)
                        << optimizer.value << schedule.value << stopAtRead;
    }

    void resumeIsExact() {
        QFETCH(OptimizerKind, optimizer);
        QFETCH(ScheduleKind, schedule);
        QFETCH(int, stopAtRead);
        Bench bench;
        bench.training.optimizer = optimizer;
        bench.training.schedule = schedule;
        bench.training.learningRate = 0.01;
        const TrainerState straight = bench.train();

        TrainerState state;
        {
            Trainer first = bench.trainer();
            first.begin();
            Control control;
            bench.source.stopped = &control;
            bench.source.stopAtRead = stopAtRead;
            first.run([](const Event&) {}, [&](const TrainerState& committed) { state = committed; }, control,
                      {});
            bench.source.stopped = nullptr;
        }
        QVERIFY(state.stopped);
        QVERIFY(state.epoch < bench.training.epochs);

        Trainer second = bench.trainer(2);
        second.restore(state);
        Control other;
        second.run([](const Event&) {}, [&](const TrainerState& committed) { state = committed; }, other, {});
        QVERIFY(sameButForTime(state, straight));
    }

    void divergenceIsNamedAndNotCommitted() {
        Bench bench;
        Trainer trainer = bench.trainer();
        TrainerState state = trainer.begin();
        state.weights[0] = std::numeric_limits<float>::quiet_NaN();
        trainer.restore(state);
        Control control;
        bool committed = false;
        try {
            trainer.run([](const Event&) {}, [&](const TrainerState&) { committed = true; }, control, {});
            QFAIL("a loss that is not a number went on");
        } catch (const Error& error) {
            const QString what(error.what());
            QVERIFY2(what.contains("epoch 1, batch 1") && what.contains("map.G1"), error.what());
        }
        QVERIFY(!committed);
    }

    void patienceEndsARun() {
        Bench bench;
        bench.training.learningRate = 1e-12; // nothing can improve
        bench.training.epochs = 50;
        bench.training.patience = 3;
        const TrainerState state = bench.train();
        QVERIFY(state.finished);
        QVERIFY(state.epoch < 50);
        QCOMPARE(state.epoch, state.bestEpoch + 3);
    }

    void aRunThatPatienceEndedStaysEndedUnlessMoreIsAsked() {
        Bench bench;
        bench.training.learningRate = 1e-12;
        bench.training.epochs = 50;
        bench.training.patience = 2;
        const TrainerState ended = bench.train();
        Control control;
        for (const bool further : {false, true}) {
            Trainer trainer = bench.trainer();
            trainer.restore(ended, further);
            trainer.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
            QCOMPARE(trainer.state().epoch > ended.epoch, further);
        }
    }

    void aStateOfOtherSettingsIsRefused() {
        Bench bench;
        const TrainerState adam = bench.train();
        TrainerState state = adam;
        state.moments.pop_back();
        QVERIFY_EXCEPTION_THROWN(bench.trainer().restore(state), Error);
        state = adam;
        state.batch = std::numeric_limits<int>::max();
        QVERIFY_EXCEPTION_THROWN(bench.trainer().restore(state), Error);
        bench.training.optimizer = OptimizerKind::Sgd;
        QVERIFY_EXCEPTION_THROWN(bench.trainer().restore(adam), Error);
    }

    void anEpochWhoseLastUpdateBrokeTheWeightsIsNotCommitted() {
        Bench bench;
        bench.split.validation.clear();
        bench.training.batch = 30; // one update an epoch: no later batch shows what it broke
        bench.training.learningRate = 100;
        bench.training.clip = 0;
        bench.training.optimizer = OptimizerKind::Sgd;
        bench.training.epochs = 500;
        bench.model.cell.kind = CellKind::Mean;
        Trainer trainer = bench.trainer();
        TrainerState last = trainer.begin();
        Control control;
        QVERIFY_EXCEPTION_THROWN(
            trainer.run([](const Event&) {}, [&](const TrainerState& state) { last = state; }, control, {}),
            Error);
        Trainer again = bench.trainer();
        again.restore(last);
        QVERIFY(std::isfinite(again.score(bench.split.train).score.loss));
    }

    void learningRateCanBeChangedWhileItRuns() {
        Bench bench;
        Trainer trainer = bench.trainer();
        trainer.begin();
        Control control;
        control.setLearningRate(0.02);
        trainer.run([&](const Event&) {}, [](const TrainerState&) {}, control, {});
        QCOMPARE(trainer.state().history.front().learningRate, 0.02);
    }
};

QTEST_APPLESS_MAIN(TestTrainer)
#include "test_trainer.moc"
