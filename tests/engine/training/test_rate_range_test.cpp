// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/training/rate_range_test.h"
#include "tests/engine/training/walking_bars.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

class TestRateRangeTest : public QObject {
    Q_OBJECT

    static RateRangeResult tested(const Bench& bench, const RateRangeSpec& range, int threads = 1,
                                  std::stop_token stop = {},
                                  const std::function<void(const RateRangePoint&)>& observer = {}) {
        return testRates(bench.model, bench.training,
                         {bench.source, bench.data, bench.statistics, bench.source.labels}, bench.split,
                         threads, range, observer, stop);
    }

private slots:
    void ratesGrowInEqualRatios() {
        const Bench bench;
        std::vector<double> heard;
        const RateRangeResult result = tested(
            bench, {1e-6, 1e-2, 9}, 1, {}, [&](const RateRangePoint& point) { heard.push_back(point.rate); });
        QCOMPARE(result.points.size(), size_t(9));
        QVERIFY(!result.diverged);
        for (size_t i = 0; i < 9; ++i) {
            QVERIFY(std::abs(result.points[i].rate / (1e-6 * std::pow(10, 0.5 * double(i))) - 1) < 1e-9);
            QCOMPARE(result.points[i].batch, int(i) + 1);
            QCOMPARE(heard[i], result.points[i].rate);
        }
        QCOMPARE(result.points[0].smoothed, result.points[0].loss);
    }

    void itIsATrainingFromTheStart() {
        // one batch an epoch: the first two losses are those of a training's first two epochs
        Bench bench;
        bench.training.batch = 30;
        bench.training.epochs = 2;
        bench.training.learningRate = 1e-3;
        const TrainerState trained = bench.train();
        const RateRangeResult result = tested(bench, {1e-3, 1e-2, 3});
        for (size_t i = 0; i < 2; ++i)
            QVERIFY(std::abs(result.points[i].loss - trained.history[i].trainLoss) < 1e-9);
    }

    void endsWhereTheLossDiverges() {
        Bench bench;
        bench.model.cell.kind = CellKind::Mean; // no squashing between the map and the loss
        bench.training.clip = 0;
        bench.training.optimizer = OptimizerKind::Sgd;
        const RateRangeResult result = tested(bench, {1e-4, 1e4, 200});
        QVERIFY(result.diverged);
        QVERIFY(result.points.size() > 20 && result.points.size() < 200);
    }

    void theSuggestedRateLearns() {
        Bench bench;
        const RateRangeResult result = tested(bench, {1e-6, 1, 120});
        QVERIFY(result.suggested);
        bench.training.epochs = 10;
        const auto lossAt = [&](double rate) {
            bench.training.learningRate = rate;
            return bench.train().history.back().trainLoss;
        };
        const double suggested = lossAt(*result.suggested);
        QVERIFY2(suggested < 0.9 * lossAt(*result.suggested / 1000),
                 qPrintable(QString::number(*result.suggested)));
    }

    void suggestsNothingWhereNothingIsLearned() {
        Bench bench;
        bench.training.batch = 30; // all clips: no scatter from batch to batch
        QVERIFY(!tested(bench, {1e-12, 1e-11, 20}).suggested);
    }

    void sameBitsForAnyNumberOfThreads() {
        Bench bench;
        bench.training.inputDropout = bench.training.recurrentDropout = 0.2;
        const RateRangeResult one = tested(bench, {1e-5, 1e-1, 20}, 1),
                              two = tested(bench, {1e-5, 1e-1, 20}, 2);
        for (size_t i = 0; i < 20; ++i) QCOMPARE(one.points[i].loss, two.points[i].loss);
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        const RateRangeResult result =
            tested(Bench(), {1e-5, 1e-1, 50}, 1, stop.get_token(), [&](const RateRangePoint& point) {
                if (point.batch == 3) stop.request_stop();
            });
        QCOMPARE(result.points.size(), size_t(3));
        QVERIFY(result.stopped && !result.diverged);
        QVERIFY(!tested(Bench(), {1e-5, 1e-4, 3}).stopped);
    }

    void rangesThatAreNoneAreRefused() {
        for (const RateRangeSpec& range : {RateRangeSpec{0, 1, 10},
                                           {1, 1, 10},
                                           {-1, 1, 10},
                                           {1e-3, 1, 1},
                                           {1e-3, INFINITY, 10},
                                           {NAN, 1, 10},
                                           {1e-3, NAN, 10}})
            QVERIFY_EXCEPTION_THROWN(validate(range), Error);
    }
};

QTEST_APPLESS_MAIN(TestRateRangeTest)
#include "test_rate_range_test.moc"
