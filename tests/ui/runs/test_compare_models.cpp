// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/plot/curve_plot.h"
#include "ui/runs/compare/difference_model.h"
#include "ui/runs/compare/pareto_panel.h"
#include "ui/runs/compare/seed_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

RunRowPtr runOf(const char* name, Index rank, double rate, std::uint64_t seed, double accuracy) {
    RunInfo info;
    info.folder = std::filesystem::path("/runs") / name;
    info.spec = smallSpec(20);
    info.spec.model.map.ranks = {rank};
    info.spec.training.learningRate = rate;
    info.spec.training.seed = seed;
    EpochRecord record;
    record.epoch = info.bestEpoch = 1;
    record.validationAccuracy = accuracy;
    record.learningRate = rate;
    info.history.push_back(record);
    return std::make_shared<const RunRow>(rowOf(std::move(info)));
}

} // namespace

class TestCompareModels : public QObject {
    Q_OBJECT

private slots:
    void onlyDifferencesAreShown() {
        DifferenceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({runOf("a", 2, 0.01, 1, 0.5), runOf("b", 2, 0.01, 9, 0.5)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), QString("training.seed"));
        QCOMPARE(model.index(0, 1).data().toString(), QString("1"));
        QCOMPARE(model.index(0, 2).data().toString(), QString("9"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QString("b"));
        model.setShowsAll(true);
        QVERIFY(model.rowCount() > 30);
        model.setShowsAll(false);
        model.setRuns({runOf("a", 2, 0.01, 1, 0.5)});
        QCOMPARE(model.rowCount(), 0);
    }

    void seedsAreSummedUpAtTheBestRate() {
        SeedModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRuns({runOf("a", 2, 0.01, 1, 0.5), runOf("b", 2, 0.01, 2, 0.7), runOf("c", 2, 0.1, 1, 0.2),
                       runOf("d", 3, 0.1, 1, 0.9)});
        QCOMPARE(model.rowCount(), 2);
        const SeedLine& line = model.line(0);
        QVERIFY(std::abs(line.mean - 0.6) < 1e-12);
        QVERIFY(std::abs(line.deviation - std::sqrt(0.02)) < 1e-12);
        QCOMPARE(line.rate, 0.01);
        QCOMPARE(line.runs, 2);
        QCOMPARE(nameOf(*line.run), QString("b"));
        QVERIFY(line.otherRates.contains("20"));
        QCOMPARE(model.line(1).deviation, 0.0);
    }

    void frontIsDrawnAndPointsLeadToRuns() {
        ParetoPanel panel;
        panel.resize(500, 300);
        const RunRowPtr small = runOf("small", 1, 0.01, 1, 0.5), large = runOf("large", 4, 0.01, 1, 0.9);
        panel.setRuns({small, large});
        QVERIFY(panel.plot().curveIds().contains("front"));
        QSignalSpy clicked(&panel, &ParetoPanel::runClicked);
        for (const QString& id : panel.plot().curveIds())
            if (id != "front") emit panel.plot().pointClicked(id, 0);
        QVERIFY(clicked.count() >= 1);
        panel.setRuns({});
        QVERIFY(panel.plot().curveIds().isEmpty());
    }

    void zoomOutlivesTheSelectionAndNewRuns() {
        ParetoPanel panel;
        panel.resize(500, 300);
        const RunRowPtr small = runOf("small", 1, 0.01, 1, 0.5), large = runOf("large", 4, 0.01, 1, 0.9);
        panel.setRuns({small, large});
        QTest::keyClick(&panel.plot(), Qt::Key_Plus);
        const auto x = panel.plot().xRange(), y = panel.plot().yRange();
        panel.setSelected({large, small}); // as the table is sorted, not by parameters
        panel.setRuns({small, runOf("middle", 2, 0.01, 1, 0.7), large});
        QCOMPARE(panel.plot().xRange(), x);
        QCOMPARE(panel.plot().yRange(), y);
        const auto at = [&](const RunRowPtr& run) {
            for (const CurveValue& value : panel.plot().valuesAt(double(run->parameters)))
                if (value.name == "selected") return value.y;
            return 0.0;
        };
        QCOMPARE(at(small), 0.5);
        QCOMPARE(at(large), 0.9);
    }

    void meansOverSeedsHaveErrorBars() {
        ParetoPanel panel;
        panel.setRuns({runOf("a", 2, 0.01, 1, 0.4), runOf("b", 2, 0.01, 2, 0.8)});
        panel.findChild<QCheckBox*>()->setChecked(true);
        const double deviation = std::sqrt(0.08); // of 0.4 and 0.8 around 0.6
        QVERIFY(panel.plot().yRange().first < 0.6 - deviation);
        QVERIFY(panel.plot().yRange().second > 0.6 + deviation);
    }
};

QTEST_MAIN(TestCompareModels)
#include "test_compare_models.moc"
