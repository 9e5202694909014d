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
        if (m_stopped && ++m_reads == m_stopAtRead) m_stopped->stop();
        return m_frames[static_cast<std::size_t>(clip * frameCount + candidate)];
    }
    int width() const override { return wide; }
    int height() const override { return high; }

    std::vector<std::vector<int>> labels;
    /// Stops when frame number `read` from now is read: somewhere in the middle of training.
    void stopAt(Control* control, int read) {
        m_stopped = control;
        m_stopAtRead = read;
        m_reads = 0;
    }

private:
    Control* m_stopped = nullptr;
    int m_stopAtRead = 0;
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

TrainerState stoppedAt(Bench& bench, int read) {
    Trainer trainer = bench.trainer();
    trainer.begin();
    Control control;
    bench.source.stopAt(&control, read);
    trainer.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
    bench.source.stopAt(nullptr, 0);
    return trainer.state();
}

bool sameButForTime(const TrainerState& a, const TrainerState& b) {
    bool same = a.model == b.model && a.weights == b.weights && a.optimizer == b.optimizer &&
                a.rankChanges == b.rankChanges && a.epoch == b.epoch && a.bestEpoch == b.bestEpoch &&
                a.history.size() == b.history.size();
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

        TrainerState state = stoppedAt(bench, stopAtRead);
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
        state.optimizer.moments.pop_back();
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

    void ranksChangeWhileItRuns_data() {
        QTest::addColumn<OptimizerKind>("optimizer");
        QTest::addColumn<Shape>("ranks");
        for (const auto& optimizer : Names<OptimizerKind>::all)
            for (const Shape& ranks : {Shape{5, 3}, Shape{2, 2}, Shape{5, 1}})
                QTest::addRow("%s %s", optimizer.id, toString(ranks, ",").c_str())
                    << optimizer.value << ranks;
    }

    void ranksChangeWhileItRuns() {
        QFETCH(OptimizerKind, optimizer);
        QFETCH(Shape, ranks);
        Bench bench;
        bench.training.optimizer = optimizer;
        bench.training.learningRate = 0.01;
        bench.training.inputDropout = 0.1;
        bench.training.batch = 2; // many batches: the loader reads ahead
        ModelSpec wanted = bench.model;
        wanted.map.ranks = ranks;

        // From the middle of an epoch: once straight to the end, once stopped and resumed after the change.
        const TrainerState before = stoppedAt(bench, 320);
        QVERIFY(before.epoch == 1 && before.batch > 0);
        std::vector<RanksEvent> events;
        const auto observe = [&](const Event& event) {
            if (const auto* change = std::get_if<RanksEvent>(&event)) events.push_back(*change);
        };
        const auto goOn = [&](int stopAtRead) {
            Trainer trainer = bench.trainer();
            trainer.restore(before);
            Control control;
            control.setRanks(wanted);
            TrainerState last;
            bench.source.stopAt(stopAtRead > 0 ? &control : nullptr, stopAtRead);
            trainer.run(observe, [&](const TrainerState& state) { last = state; }, control, {});
            bench.source.stopAt(nullptr, 0);
            return last;
        };
        const TrainerState straight = goOn(0);
        QVERIFY(straight.finished);
        QCOMPARE(straight.model.map.ranks, ranks);
        QCOMPARE(straight.weights.size(), static_cast<std::size_t>(layoutOf(straight.model).size));
        const TrainerState stopped = goOn(150);
        QVERIFY(stopped.stopped && stopped.model.map.ranks == ranks);
        Trainer resumed = bench.trainer(2); // made for the ranks the run began with
        resumed.restore(stopped);
        Control control;
        resumed.run(observe, [](const TrainerState&) {}, control, {});
        QVERIFY(sameButForTime(resumed.state(), straight));

        QCOMPARE(events.size(), std::size_t{2});
        const RankRecord& record = events.front().record;
        QVERIFY(record == events.back().record && record == straight.rankChanges.front());
        QCOMPARE(record.epoch, before.epoch);
        QCOMPARE(record.batch, before.batch);
        QCOMPARE(record.to, toString(ranks, ","));
        QCOMPARE(record.parametersAfter, static_cast<Index>(straight.weights.size()));
        const bool grows = ranks == Shape{5, 3};
        QVERIFY(grows ? record.error < 1e-12 : record.error > 1e-3);
    }

    void growingKeepsTheLossAndTrainingGoesOn() {
        Bench bench;
        bench.training.epochs = 20;
        bench.training.learningRate = 0.01;
        bench.model.map.ranks = {1, 1};
        ModelSpec wanted = bench.model;
        wanted.map.ranks = {4, 3};
        Trainer trainer = bench.trainer();
        trainer.begin();
        Control control;
        double before = 0;
        const auto loss = [&](const ModelSpec& model, const std::vector<float>& weights) {
            Trainer probe = bench.trainer();
            probe.useWeights(model, weights);
            return probe.score(bench.split.train).score.loss;
        };
        trainer.run([](const Event&) {},
                    [&](const TrainerState& state) {
                        if (state.epoch != 3) return;
                        before = loss(state.model, state.weights);
                        const ModelChange change(state.model, state.weights, wanted, 1);
                        QVERIFY(std::abs(loss(change.model(), change.weights()) / before - 1) < 1e-5);
                        control.setRanks(wanted);
                    },
                    control, {});
        QCOMPARE(trainer.state().model.map.ranks, wanted.map.ranks);
        QVERIFY(loss(trainer.state().model, trainer.state().weights) < 0.8 * before);
    }

    void ranksThatCannotBeAreRefusedAndTheRunGoesOn() {
        Bench bench;
        Trainer trainer = bench.trainer();
        trainer.begin();
        Control control;
        ModelSpec wanted = bench.model;
        wanted.map.ranks = {1000, 3};
        control.setRanks(wanted);
        std::string warning;
        trainer.run(
            [&](const Event& event) {
                if (const auto* warned = std::get_if<WarningEvent>(&event)) warning = warned->what;
            },
            [&](const TrainerState& state) {
                wanted = bench.model;
                if (state.epoch == 1) wanted.cell.kind = CellKind::Gru;
                if (state.epoch == 1) control.setRanks(wanted);
            },
            control, {});
        QVERIFY2(warning.find("more than its ranks") != std::string::npos, warning.c_str());
        QVERIFY(trainer.state().finished);
        QVERIFY(trainer.state().rankChanges.empty());
        QVERIFY(sameButForTime(trainer.state(), bench.train()));
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
