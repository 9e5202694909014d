// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/average_precision.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace rankscope;

class TestAveragePrecision : public QObject {
    Q_OBJECT

private slots:
    void byHand_data() {
        QTest::addColumn<std::vector<float>>("scores");
        QTest::addColumn<std::vector<bool>>("truth");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* name, std::vector<float> scores, std::vector<bool> truth,
                            double expected) { QTest::newRow(name) << scores << truth << expected; };
        row("perfect", {.9f, .8f, .2f, .1f}, {true, true, false, false}, 1);
        row("worst", {.9f, .8f, .2f, .1f}, {false, false, true, true}, (1.0 / 3 + 2.0 / 4) / 2);
        // ranks 1, 3 and 6 of six are right
        row("mixed", {.1f, .9f, .5f, .7f, .3f, .4f}, {true, true, true, false, false, false},
            (1.0 / 1 + 2.0 / 3 + 3.0 / 6) / 3);
        row("unordered", {.4f, .1f, .9f, .3f}, {false, true, true, false}, (1.0 / 1 + 2.0 / 4) / 2);
        // all equal: one step, at which 2 of 5 are right
        row("ties", {.5f, .5f, .5f, .5f, .5f}, {false, true, false, true, false}, 2.0 / 5);
        // .9 right; then two at .5, one of them right: 1/1 and 2/3
        row("tie below", {.5f, .9f, .5f}, {true, true, false}, (1.0 / 1 + 2.0 / 3) / 2);
        row("no number is last", {std::numeric_limits<float>::quiet_NaN(), .1f}, {true, false}, 1.0 / 2);
    }
    void byHand() {
        QFETCH(std::vector<float>, scores);
        QFETCH(std::vector<bool>, truth);
        QFETCH(double, expected);
        const auto precision = averagePrecision(scores, truth);
        QVERIFY(precision);
        QCOMPARE(*precision, expected);
        // the order of the clips does not matter
        std::vector<std::size_t> order(scores.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        do {
            std::vector<float> permuted;
            std::vector<bool> marks;
            for (const std::size_t i : order) {
                permuted.push_back(scores[i]);
                marks.push_back(truth[i]);
            }
            QCOMPARE(*averagePrecision(permuted, marks), expected);
        } while (std::ranges::next_permutation(order).found);
    }

    void classesWithoutClipsHaveNone() {
        QVERIFY(!averagePrecision({.5f, .6f}, {false, false}));
        QVERIFY(!averagePrecision({}, {}));
        const auto precisions = averagePrecisions({{.9f, .1f, .5f}, {.2f, .8f, .4f}}, {{0}, {0, 2}});
        QCOMPARE(precisions.size(), std::size_t{3});
        QCOMPARE(*precisions[0], 1.0);
        QVERIFY(!precisions[1]);
        QCOMPARE(*precisions[2], 0.5);
        QCOMPARE(*meanAveragePrecision(precisions), 0.75);
        QVERIFY(!meanAveragePrecision({{}, {}}));
    }
};

QTEST_APPLESS_MAIN(TestAveragePrecision)
#include "test_average_precision.moc"
