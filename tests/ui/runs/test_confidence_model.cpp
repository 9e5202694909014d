// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/confidence_model.h"
#include "ui/runs/compare/confidence_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QTest>

using namespace rankscope;

class TestConfidenceModel : public QObject {
    Q_OBJECT

private slots:
    void intervalsAndDifferencesAreShown() {
        RunComparison comparison;
        comparison.set = "validation";
        ComparedSetting first;
        first.runs = {"/runs/a"};
        first.accuracy = {0.9, 0, 1};
        first.estimate = {0.9, Interval{0.85, 0.94}, 160, 160, false};
        ComparedSetting second;
        second.runs = {"/runs/b", "/runs/c"};
        second.accuracy = {0.93, 0.01, 2}; // its runs saw other clips
        second.estimate = {0.95, Interval{0.92, 0.97}, 160, 160, false};
        second.toFirst = PairedDifference{0.05, Interval{0.01, 0.09}, 160, 2, 10, 0.04};
        comparison.settings = {first, second};

        ConfidenceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(comparison);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(0, ConfidenceModel::Setting), QString("a"));
        QCOMPARE(text(1, ConfidenceModel::Setting), QString("b, c"));
        QVERIFY(text(0, ConfidenceModel::AccuracyInterval).contains("85.0"));
        QVERIFY(text(0, ConfidenceModel::Difference).isEmpty());
        QVERIFY(text(1, ConfidenceModel::Accuracy).contains("95.0"));
        QVERIFY(text(1, ConfidenceModel::AccuracyInterval).contains("92.0"));
        QVERIFY(text(0, ConfidenceModel::Seeds).isEmpty());
        QVERIFY(text(1, ConfidenceModel::Seeds).contains("93.0"));
        QVERIFY(text(1, ConfidenceModel::Seeds).contains("1.0"));
        QVERIFY(text(1, ConfidenceModel::Difference).startsWith("+5"));
        QCOMPARE(text(1, ConfidenceModel::McNemar), QString("0.04"));
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
    }

    void runsWithoutPredictionsAreExplained() {
        ConfidencePanel panel;
        auto run = std::make_shared<RunRow>();
        run->info.folder = "/no/such/run";
        panel.setRuns({run});
        const auto* note = panel.findChild<QLabel*>();
        const QString before = note->text();
        QTRY_VERIFY(note->text() != before);
        QVERIFY(!note->text().isEmpty());
    }
};

QTEST_MAIN(TestConfidenceModel)
#include "test_confidence_model.moc"
