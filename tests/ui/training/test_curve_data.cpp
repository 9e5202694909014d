// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_data.h"
#include "ui/training/readout_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

RunInfo runOf(const char* name, std::vector<double> rates, double seconds = 2) {
    RunInfo run;
    run.folder = std::filesystem::path("/runs") / name;
    for (const double rate : rates) {
        EpochRecord record;
        record.epoch = static_cast<int>(run.history.size()) + 1;
        record.trainLoss = 1.0 / record.epoch;
        record.validationAccuracy = 0.1 * record.epoch;
        record.learningRate = rate;
        record.seconds = seconds;
        run.history.push_back(record);
    }
    return run;
}

} // namespace

class TestCurveData : public QObject {
    Q_OBJECT

private slots:
    void smoothingIsTheWeightedMeanOfThePast() {
        const QVector<double> values = {3, 1, 4, 1, 5};
        QCOMPARE(smoothed(values, 0), values);
        const double weight = 0.7;
        const QVector<double> result = smoothed(values, weight);
        for (int t = 0; t < values.size(); ++t) {
            double sum = 0, weights = 0;
            for (int i = 0; i <= t; ++i) {
                sum += std::pow(weight, t - i) * values[i];
                weights += std::pow(weight, t - i);
            }
            QVERIFY(std::abs(result[t] - sum / weights) < 1e-12);
        }
        const QVector<double> constant = smoothed(QVector<double>(50, 2.5), 0.999);
        for (const double value : constant) QVERIFY(std::abs(value - 2.5) < 1e-9);
    }

    void smoothingPassesOverWhatIsNotFinite() {
        const QVector<double> result = smoothed({1, std::nan(""), 1}, 0.5);
        QVERIFY(std::isnan(result[1]));
        QCOMPARE(result[2], 1.0);
    }

    void positionsFollowTheAxis() {
        RunInfo run = runOf("a", {0.1, 0.1, 0.1});
        QCOMPARE(positionsOf(run, CurveX::Epoch), QVector<double>({1, 2, 3}));
        QCOMPARE(positionsOf(run, CurveX::Time), QVector<double>({2, 4, 6}));
        QVERIFY(positionsOf(run, CurveX::Step).isEmpty());
        run.stepsPerEpoch = 40;
        QCOMPARE(positionsOf(run, CurveX::Step), QVector<double>({40, 80, 120}));
        QCOMPARE(positionAt(run, CurveX::Step, 1.5), 60.0);
        QCOMPARE(positionAt(run, CurveX::Time, 1.5), 3.0);
        QCOMPARE(positionAt(run, CurveX::Epoch, 1.5), 1.5);
    }

    void changesOfTheRateAreFound() {
        RunInfo run = runOf("a", {0.1, 0.1, 0.01, 0.01});
        QCOMPARE(rateChanges(run), QVector<int>{2});
        run.spec.training.schedule = ScheduleKind::Cosine;
        run.spec.training.epochs = 6;
        for (std::size_t i = 0; i < run.history.size(); ++i) // by the user after the second epoch
            run.history[i].learningRate = scheduledRate(run.spec.training, i < 2 ? 0.1 : 0.03, int(i));
        QCOMPARE(rateChanges(run), QVector<int>{2});
    }

    void coloursAreStableAndNeighboursDiffer() {
        const RunInfo first = runOf("tt-lstm", {}), second = runOf("tt-lstm-2", {}),
                      third = runOf("tt-lstm-3", {});
        QCOMPARE(seriesOf(first), 4); // FNV-1a of "tt-lstm", modulo 7
        QVERIFY(seriesOf(first) != seriesOf(second));
        QVERIFY(seriesOf(second) != seriesOf(third));
        RunInfo chosen = second;
        chosen.notes.color = seriesOf(first);
        QCOMPARE(seriesOf(chosen), seriesOf(first));
        const QVector<int> together = seriesOf(std::vector<RunInfo>{first, chosen});
        QVERIFY(together[0] != together[1]); // another dash pattern
        QCOMPARE(together[1] % 7, together[0] % 7);
    }

    void readoutTellsTheNearestEpoch() {
        ReadoutModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({runOf("a", {0.1, 0.1, 0.1}), runOf("b", {})});
        const auto epoch = [&](int row) { return model.index(row, ReadoutModel::Epoch).data().toString(); };
        QCOMPARE(epoch(0), QString("3"));
        model.setPlace(CurveX::Time, 4.4);
        QCOMPARE(epoch(0), QString("2"));
        QVERIFY(epoch(1).isEmpty());
        model.setRuns({runOf("a", {0.1}), runOf("b", {0.1, 0.1, 0.1})}); // the place stays
        QCOMPARE(epoch(0), QString("1"));
        QCOMPARE(epoch(1), QString("2"));
        model.setPlace(CurveX::Step, 4.4); // of runs whose steps are not known
        QVERIFY(epoch(1).isEmpty());
        const QStringList lines = model.text().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1].split('\t').size(), int(ReadoutModel::ColumnCount));
        model.setRuns({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestCurveData)
#include "test_curve_data.moc"
