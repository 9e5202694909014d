// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/sequence_model.h"
#include "engine/ranks/model_ranks.h"
#include "tests/engine/training/walking_bars.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

/// Ranks that change while a model trains.
class TestTrainerRanks : public QObject {
    Q_OBJECT
private slots:
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
        QVERIFY(events.front().map == straight.model.map);
        QVERIFY(events.front().recurrent == straight.model.recurrent);
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

    void aCompressedHiddenMapChangesToo() {
        Bench bench;
        bench.model.recurrent = {"tt", {4, 4}, {}, {3}, {}, 1};
        bench.model.recurrent.outModes = {4, 4};
        bench.model.map.outModes = {4, 4, 1};
        ModelSpec wanted = bench.model;
        wanted.recurrent.ranks = {6};
        Trainer trainer = bench.trainer();
        trainer.begin();
        const auto before = trainer.score(bench.split.train).score.loss;
        const TrainerState begun = trainer.state();
        const ModelChange change(begun.model, begun.weights, wanted, 1);
        trainer.useWeights(change.model(), change.weights());
        QVERIFY(std::abs(trainer.score(bench.split.train).score.loss / before - 1) < 1e-5);
        QVERIFY(change.error() < 1e-12);
        QVERIFY(change.weights().size() > begun.weights.size());
        wanted.recurrent.ranks = {1};
        QVERIFY(ModelChange(begun.model, begun.weights, wanted, 1).error() > 1e-3);
        Control control;
        control.setRanks(wanted);
        Trainer other = bench.trainer();
        other.begin();
        other.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
        QCOMPARE(other.state().model.recurrent.ranks, Shape{1});
        QCOMPARE(other.state().rankChanges.front().to, std::string("3,3; U 1"));
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
};

QTEST_APPLESS_MAIN(TestTrainerRanks)
#include "test_trainer_ranks.moc"
