// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/evaluation/metrics.h"
#include "tests/engine/training/walking_bars.h"

#include <QTest>

#include <limits>

using namespace rankscope;
using namespace rankscope::testing;

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

    void severalLabelsAreJudgedByMeanAveragePrecision() {
        Bench bench;
        bench.model.task = "multi-label";
        bench.model.classes = 3; // right, left, and one of every fourth clip whichever way it walks
        for (int clip = 0; clip < clipCount; ++clip)
            if (clip % 4 == 3) bench.source.labels[static_cast<std::size_t>(clip)].push_back(2);
        bench.source.labels[36] = {}; // none at all
        bench.training.epochs = 30;
        bench.training.learningRate = 0.01;
        Trainer trainer = bench.trainer();
        trainer.begin();
        Control control;
        TrainerState last;
        std::vector<float> bestWeights;
        trainer.run([](const Event&) {},
                    [&](const TrainerState& state) {
                        last = state;
                        if (state.bestEpoch == state.epoch) bestWeights = state.weights;
                    },
                    control, {});
        const EpochRecord& best = last.history[static_cast<std::size_t>(last.bestEpoch) - 1];
        for (const EpochRecord& record : last.history)
            QVERIFY(*record.validationMeanPrecision <= *best.validationMeanPrecision);
        QVERIFY2(*best.validationMeanPrecision > 0.7,
                 qPrintable(QString::number(*best.validationMeanPrecision)));
        QVERIFY(last.history.back().trainLoss < 0.7 * last.history.front().trainLoss);

        // the same number from the weights of that epoch and the definition
        trainer.useWeights(last.model, bestWeights);
        const ClipScores scores = trainer.score(bench.split.validation);
        std::vector<std::vector<int>> truth;
        for (const int clip : bench.split.validation)
            truth.push_back(bench.source.labels[static_cast<std::size_t>(clip)]);
        const Evaluation result = evaluate(scores.probabilities, truth, {"right", "left", "fourth"}, true, 0);
        QCOMPARE(*result.meanAveragePrecision, *best.validationMeanPrecision);
        QCOMPARE(result.accuracy, *best.validationAccuracy);
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

    void theNormIsThatOfTheWholeGradientBeforeClipping() {
        Bench bench;
        bench.training.batch = 30; // one update an epoch, along the gradient
        bench.training.optimizer = OptimizerKind::Sgd;
        bench.training.momentum = 0;
        bench.training.clip = 0;
        bench.training.learningRate = 1e-4;
        bench.training.epochs = 2;
        bench.data.frames = frameCount; // nothing is drawn: both epochs see the same
        bench.data.augment = Augmentation::off();
        const auto history = bench.train().history;
        const double norm = history[0].gradientNorm.value();
        QVERIFY(norm > 0.01);
        // a step of rate * g lowers the loss by rate * |g|^2 to first order
        const double fall = (history[0].trainLoss - history[1].trainLoss) / 1e-4;
        QVERIFY2(std::abs(fall / (norm * norm) - 1) < 0.02,
                 qPrintable(QString("%1 %2").arg(fall).arg(norm * norm)));
        bench.training.clip = norm / 10;
        QCOMPARE(bench.train().history[0].gradientNorm.value(), norm);
    }

    void saturationIsKeptFromTheStartOn() {
        Bench bench;
        bench.training.epochs = 1;
        const TrainerState matched = bench.train();
        QVERIFY(matched.startSaturation.value() < 0.1);
        QVERIFY(matched.history[0].gateSaturation.value() < 0.2);
        bench.model.cell.forgetBias = 30; // the forget gate, one of three, is wide open
        const TrainerState open = bench.train();
        QVERIFY(open.startSaturation.value() > 0.333 && open.startSaturation.value() < 0.45);
        QVERIFY(open.history[0].gateSaturation.value() > 0.333);
        bench.model.cell = {CellKind::Mean};
        const TrainerState mean = bench.train();
        QVERIFY(!mean.startSaturation && !mean.history[0].gateSaturation);
        QVERIFY(mean.history[0].gradientNorm);
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
