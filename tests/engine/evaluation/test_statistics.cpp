// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/evaluation/predictions.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

class TestStatistics : public QObject {
    Q_OBJECT

    static std::vector<double> rights(int right, int clips) {
        std::vector<double> values(size_t(clips), 0.0);
        std::fill_n(values.begin(), right, 1.0);
        return values;
    }
    static ResamplingUnits single(int clips) { return unitsOf(std::vector<std::string>(size_t(clips))); }
    static double binomialBelow(int n, double p, int k) { // P(X <= k), term by term
        double term = std::pow(1 - p, n), sum = term;
        for (int i = 1; i <= k; ++i) sum += term *= (n - i + 1.0) / i * p / (1 - p);
        return sum;
    }

private slots:
    void groupsAreUnitsAndClipsWithoutOneStandAlone() {
        const std::vector<std::string> groups{"b", "", "a", "b", ""};
        const ResamplingUnits units = unitsOf(groups);
        QCOMPARE(units.count, 4);
        QVERIFY(units.groups);
        QCOMPARE(units.ofClip, (std::vector<int>{0, 1, 2, 0, 3}));
        QVERIFY(!single(3).groups);
    }

    void singleClipsGiveTheQuantilesOfTheBinomial_data() {
        QTest::addColumn<int>("clips");
        QTest::addColumn<int>("right");
        QTest::newRow("10") << 10 << 5;
        QTest::newRow("16") << 16 << 8;
        QTest::newRow("16 of which 4") << 16 << 4;
        QTest::newRow("40") << 40 << 20;
    }
    void singleClipsGiveTheQuantilesOfTheBinomial() {
        QFETCH(int, clips);
        QFETCH(int, right);
        int low = 0; // the smallest number of right ones that is not in the lowest 2.5 %
        while (binomialBelow(clips, double(right) / clips, low) < 0.025) ++low;
        const auto interval = bootstrapInterval(rights(right, clips), single(clips));
        QCOMPARE(interval->low, double(low) / clips);
        if (2 * right == clips) QCOMPARE(interval->high, 1 - double(low) / clips);
    }

    void groupsAreDrawnWhole() {
        // seven equal clips in each of ten groups tell as much as ten clips
        std::vector<double> values;
        std::vector<std::string> groups;
        for (int group = 0; group < 10; ++group)
            for (int clip = 0; clip < 7; ++clip) {
                values.push_back(group < 6);
                groups.push_back("group " + std::to_string(group));
            }
        QVERIFY(bootstrapInterval(values, unitsOf(groups)) == bootstrapInterval(rights(6, 10), single(10)));
        // two groups: both, or one of them twice
        const auto two =
            bootstrapInterval(rights(1, 4), unitsOf(std::vector<std::string>{"a", "b", "b", "b"}));
        QVERIFY((*two == Interval{0, 1}));
    }

    void nothingToDrawFrom() {
        QVERIFY(!bootstrapInterval(rights(1, 1), single(1)));
        QVERIFY(!bootstrapInterval(rights(1, 2), unitsOf(std::vector<std::string>{"a", "a"})));
        QVERIFY((*bootstrapInterval(rights(5, 5), single(5)) == Interval{1, 1}));
        const auto one = bootstrapInterval(rights(20, 41), single(41), 1);
        QVERIFY(bootstrapInterval(rights(20, 41), single(41), 1) == one);
        QVERIFY(bootstrapInterval(rights(20, 41), single(41), 2).has_value());
    }

    /// Of intervals from many drawn data sets about 95 % hold the truth; by clips, where groups matter, not.
    void coversTheTruth() {
        constexpr int sets = 200, groups = 30, perGroup = 10;
        int byGroup = 0, byClip = 0;
        for (int set = 0; set < sets; ++set) {
            Random random{7, std::uint64_t(set)};
            std::vector<double> values;
            std::vector<std::string> names;
            for (int group = 0; group < groups; ++group) {
                const double level = random.uniform() < 0.5 ? 0.9 : 0.3; // 0.6 in the mean
                for (int clip = 0; clip < perGroup; ++clip) {
                    values.push_back(random.uniform() < level);
                    names.push_back(std::to_string(group));
                }
            }
            const auto covers = [&](const ResamplingUnits& units) {
                const auto interval = bootstrapInterval(values, units);
                return interval->low <= 0.6 && 0.6 <= interval->high;
            };
            byGroup += covers(unitsOf(names));
            byClip += covers(single(groups * perGroup));
        }
        QVERIFY2(byGroup >= 0.89 * sets && byGroup <= 0.99 * sets, qPrintable(QString::number(byGroup)));
        QVERIFY2(byClip < 0.8 * sets, qPrintable(QString::number(byClip)));
    }

    void mcNemarIsExact() {
        QCOMPARE(exactMcNemar(0, 0), 1.0);
        QCOMPARE(exactMcNemar(7, 7), 1.0);
        QCOMPARE(exactMcNemar(0, 5), 2.0 / 32);
        QCOMPARE(exactMcNemar(1, 9), 2.0 * (1 + 10) / 1024);
        QCOMPARE(exactMcNemar(9, 1), exactMcNemar(1, 9));
        // many: the normal tail with continuity correction
        const double z = (100 - 1) / std::sqrt(900.0), tail = std::erfc(z / std::sqrt(2.0));
        QVERIFY(std::abs(exactMcNemar(400, 500) / tail - 1) < 0.02);
    }

    void spreadOverSeeds() {
        const Spread spread = spreadOf(std::vector{1.0, 2.0, 3.0, 4.0});
        QCOMPARE(spread.mean, 2.5);
        QCOMPARE(spread.deviation, std::sqrt(5.0 / 3));
        QCOMPARE(spread.count, 4);
        QCOMPARE(spreadOf(std::vector{0.5}).deviation, 0.0);
    }

    void estimatesFromPredictions() {
        const auto prediction = [](const char* clip, const char* group, int label, float first) {
            return ClipPrediction{"test", clip, group, {label}, {first, 1 - first}};
        };
        const std::vector<ClipPrediction> one{prediction("1", "a", 0, 0.9f), prediction("2", "a", 1, 0.9f),
                                              prediction("3", "b", 1, 0.2f), prediction("4", "b", 0, 0.8f)};
        const AccuracyEstimate estimate = estimateAccuracy(one, false);
        QCOMPARE(estimate.accuracy, 0.75);
        QCOMPARE(estimate.clips, 4);
        QCOMPARE(estimate.units, 2);
        QVERIFY(estimate.groups);
        QVERIFY((*estimate.interval == Interval{0.5, 1}));
    }

    void pairsAreTheClipsThatBothSaw() {
        const auto seen = [](std::initializer_list<std::pair<const char*, int>> clips) {
            ClipAccuracies result;
            for (const auto& [clip, right] : clips) result[clip] = {"", double(right), 1};
            return result;
        };
        const auto first = seen({{"1", 1}, {"2", 0}, {"3", 0}, {"4", 1}, {"only", 1}});
        auto second = seen({{"1", 1}, {"2", 1}, {"3", 1}, {"4", 0}, {"other", 0}});
        const auto paired = compareOnSameClips(first, second);
        QCOMPARE(paired->clips, 4);
        QCOMPARE(paired->difference, 0.25);
        QCOMPARE(paired->onlyFirst, 1);
        QCOMPARE(paired->onlySecond, 2);
        QCOMPARE(*paired->mcNemar, 1.0);
        QVERIFY(paired->interval->low < 0 && paired->interval->high > 0.25);
        second["2"] = {"", 1, 2}; // two runs, one of them right
        QCOMPARE(compareOnSameClips(first, second)->difference, 0.125);
        QVERIFY(!compareOnSameClips(first, second)->mcNemar);
        QVERIFY(!compareOnSameClips(first, seen({{"x", 1}})));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "test_statistics.moc"
