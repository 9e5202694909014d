// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/factorisation.h"
#include "engine/format/mode_ranking.h"

#include <QTest>

#include <set>

using namespace rankscope;

namespace {

/// Every list of d divisors whose product is n, ones included.
void everyProduct(Index n, int d, Shape sofar, std::vector<Shape>& found) {
    if (d == 0) {
        if (n == 1) found.push_back(sofar);
        return;
    }
    for (Index factor = 1; factor <= n; ++factor) {
        if (n % factor) continue;
        sofar.push_back(factor);
        everyProduct(n / factor, d - 1, sofar, found);
        sofar.pop_back();
    }
}

/// Those with the fewest ones.
std::vector<Shape> enumerated(Index n, int d) {
    std::vector<Shape> all, kept;
    everyProduct(n, d, {}, all);
    const auto ones = [](const Shape& shape) { return std::ranges::count(shape, Index{1}); };
    auto fewest = ones(all.front());
    for (const Shape& shape : all) fewest = std::min(fewest, ones(shape));
    for (const Shape& shape : all)
        if (ones(shape) == fewest) kept.push_back(shape);
    return kept;
}

double costOf(const ModeQuery& query, const Shape& in, const Shape& out) {
    MapSpec spec = query.map;
    spec.inModes = in;
    spec.outModes = out;
    spec = completed(spec, query.gates);
    spec.outModes.front() *= query.gates;
    const TensorNetwork network = formatNamed(spec.format).network(spec);
    if (query.criterion == ModeCriterion::FewestParameters) return static_cast<double>(network.parameters());
    return ContractionPlan::optimal(network, query.frames).trainingMacsPerFrame();
}

} // namespace

class TestFactorisation : public QObject {
    Q_OBJECT
private slots:
    void everyOrderIsFoundOnceTheBalancedFirst_data() {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("d");
        for (const int n : {1, 2, 7, 12, 24, 36, 60, 96, 210})
            for (const int d : {1, 2, 3, 4}) QTest::addRow("%d into %d", n, d) << n << d;
    }

    void everyOrderIsFoundOnceTheBalancedFirst() {
        QFETCH(int, n);
        QFETCH(int, d);
        const auto found = orderedFactorisations(n, d, 100'000);
        const auto expected = enumerated(n, d);
        QCOMPARE(found.size(), expected.size());
        QVERIFY(std::set<Shape>(found.begin(), found.end()) ==
                std::set<Shape>(expected.begin(), expected.end()));
        for (std::size_t i = 1; i < found.size(); ++i)
            QVERIFY(imbalance(found[i - 1]) <= imbalance(found[i]));
        const auto few = orderedFactorisations(n, d, 3);
        QVERIFY(few == std::vector<Shape>(found.begin(),
                                          found.begin() + std::min<std::ptrdiff_t>(3, std::ssize(found))));
    }

    void cutsThroughThePictureAreCounted_data() {
        QTest::addColumn<QString>("modes");
        QTest::addColumn<int>("untidy");
        // 120 rows of 160 pixels of 3 channels
        QTest::newRow("15 rows, 3/4 of a row, 6 pixels") << "8,20,20,18" << 2;
        QTest::newRow("12 rows, 1 row, 8 pixels") << "10,12,20,24" << 0;
        QTest::newRow("rows, pixels, channels") << "120,160,3" << 0;
        QTest::newRow("pixels across rows") << "128,150,3" << 1;
        QTest::newRow("one mode has no cut") << "57600" << 0;
        QTest::newRow("two of three channels") << "240,120,2" << 1;
        QTest::newRow("a one at the end") << "120,160,3,1" << 0;
    }

    void cutsThroughThePictureAreCounted() {
        QFETCH(QString, modes);
        QFETCH(int, untidy);
        QCOMPARE(untidyCuts(parseShape(modes.toStdString(), "modes"), {120, 160, 3}), untidy);
    }

    void pairsAreRankedAsTheCriterionSays_data() {
        QTest::addColumn<QString>("criterion");
        QTest::addColumn<QString>("format");
        for (const auto& criterion : Names<ModeCriterion>::all)
            for (const char* format : {"tt", "tucker", "tr", "ht"})
                QTest::addRow("%s %s", criterion.id, format) << criterion.id << format;
    }

    void pairsAreRankedAsTheCriterionSays() {
        QFETCH(QString, criterion);
        QFETCH(QString, format);
        ModeQuery query;
        query.input = 4 * 6 * 3;
        query.hidden = 12;
        query.d = 3;
        query.criterion = parseId<ModeCriterion>(criterion.toStdString());
        query.gates = 3;
        query.map = {format.toStdString(), {}, {}, {5}, {5}, 1};
        query.frames = 8;
        query.frame = {4, 6, 3};
        std::vector<double> expected;
        for (const Shape& in : enumerated(query.input, 3))
            for (const Shape& out : enumerated(query.hidden, 3)) {
                if (query.criterion == ModeCriterion::Balanced)
                    expected.push_back(imbalance(in) * imbalance(out));
                else if (query.criterion == ModeCriterion::Rows)
                    expected.push_back(untidyCuts(in, query.frame));
                else
                    try {
                        expected.push_back(costOf(query, in, out));
                    } catch (const Error&) { // rank 5 is beyond the limit of these modes
                    }
            }
        std::ranges::sort(expected);
        const auto ranked = rankedModes(query, 10'000);
        QCOMPARE(ranked.size(), expected.size());
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            QCOMPARE(ranked[i].score, expected[i]);
            QCOMPARE(product(ranked[i].in), query.input);
            QCOMPARE(product(ranked[i].out), query.hidden);
            if (query.criterion == ModeCriterion::FewestParameters ||
                query.criterion == ModeCriterion::FewestMacs)
                QCOMPARE(ranked[i].score, costOf(query, ranked[i].in, ranked[i].out));
        }
    }

    void wrongQueriesAreRefused() {
        ModeQuery query;
        query.criterion = ModeCriterion::Rows;
        query.input = 57'600;
        query.frame = {120, 160};
        QVERIFY_EXCEPTION_THROWN(rankedModes(query, 1), Error);
        query.criterion = ModeCriterion::Balanced;
        query.d = 9;
        QVERIFY_EXCEPTION_THROWN(rankedModes(query, 1), Error);
        query.d = 2;
        query.hidden = 0;
        QVERIFY_EXCEPTION_THROWN(rankedModes(query, 1), Error);
        query.hidden = 4;
        query.criterion = ModeCriterion::FewestMacs;
        query.map.ranks = {1, 2, 3};
        QVERIFY_EXCEPTION_THROWN(rankedModes(query, 1), Error);
    }
};

QTEST_APPLESS_MAIN(TestFactorisation)
#include "test_factorisation.moc"
