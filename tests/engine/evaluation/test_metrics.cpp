// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/metrics.h"

#include <QTest>

#include <limits>

using namespace rankscope;

class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void oneLabel() {
        // true a: predicted a, a, b; true b: predicted a; class c never occurs and is never predicted
        const Evaluation result = evaluate({{.6f, .3f, .1f}, {.5f, .2f, .3f}, {.1f, .8f, .1f}, {.9f, .1f, 0}},
                                           {{0}, {0}, {0}, {1}}, {"a", "b", "c"}, false, 0.75);
        QCOMPARE(result.accuracy, 0.5);
        QCOMPARE(result.loss, 0.75);
        QCOMPARE(result.confusion, (std::vector<std::vector<int>>{{2, 1, 0}, {1, 0, 0}, {0, 0, 0}}));
        QCOMPARE(result.perClass[0].name, std::string("a"));
        QCOMPARE(result.perClass[0].precision, 2.0 / 3);
        QCOMPARE(result.perClass[0].recall, 2.0 / 3);
        QCOMPARE(result.perClass[0].f1, 2.0 / 3);
        QCOMPARE(result.perClass[0].support, 3);
        QCOMPARE(result.perClass[1].precision, 0.0);
        QCOMPARE(result.perClass[1].f1, 0.0);
        QCOMPARE(result.perClass[2].support, 0);
        QCOMPARE(result.perClass[2].precision, 0.0);
    }

    void tiesTakeTheFirstAndNoNumberLoses() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const Evaluation result =
            evaluate({{.5f, .5f}, {nan, .1f}, {.1f, nan}}, {{0}, {1}, {0}}, {"a", "b"}, false, 0);
        QCOMPARE(result.accuracy, 1.0);
    }

    void severalLabels() {
        const Evaluation result = evaluate({{.9f, .8f}, {.9f, .1f}, {.2f, .3f}, {.1f, .5f}},
                                           {{0, 1}, {0, 1}, {}, {0}}, {"a", "b"}, true, 1);
        QCOMPARE(result.accuracy, 0.5); // the first and the third set are exact
        QVERIFY(result.confusion.empty());
        QCOMPARE(result.perClass[0].precision, 1.0);
        QCOMPARE(result.perClass[0].recall, 2.0 / 3);
        QCOMPARE(result.perClass[0].f1, 0.8);
        QCOMPARE(result.perClass[1].precision, 0.5);
        QCOMPARE(result.perClass[1].recall, 0.5);
        QCOMPARE(result.perClass[1].support, 2);
        // a ranks .9 and .9 (of a), .2 (not), .1 (of a): precisions 2/2 twice, 3/4; b ranks .8 (of b), .5,
        // .3, .1 (of b): 1/1, 2/4
        QCOMPARE(*result.perClass[0].averagePrecision, (1 + 1 + 3.0 / 4) / 3);
        QCOMPARE(*result.meanAveragePrecision, (2.75 / 3 + 0.75) / 2);
        QCOMPARE(*result.perClass[1].averagePrecision, 0.75);
    }

    void noClips() {
        const Evaluation result = evaluate({}, {}, {"a", "b"}, false, 0);
        QCOMPARE(result.accuracy, 0.0);
        QCOMPARE(result.perClass.size(), 2u);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "test_metrics.moc"
