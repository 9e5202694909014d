// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/experiment/pareto.h"
#include "engine/experiment/presets.h"
#include "engine/experiment/sweep.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

class TestSweep : public QObject {
    Q_OBJECT

    const ExperimentSpec m_base = presetNamed("shapes-tt-lstm").spec;

private slots:
    void listsMultiply() {
        const SweepPlan plan = planSweep(m_base, {{"tt", "bt"}, {2, 3}, {{0.01}, {}}, {1, 2, 3}});
        QCOMPARE(plan.items.size(), std::size_t{24});
        QVERIFY(plan.refused.empty());
        const ExperimentSpec& first = plan.items.front().spec;
        QCOMPARE(first.model.map.ranks, Shape{2});
        QCOMPARE(*first.training.learningRate, 0.01);
        QCOMPARE(plan.items[1].spec.training.seed, std::uint64_t{2});
        QVERIFY(!plan.items[3].spec.training.learningRate);
        QCOMPARE(plan.items[12].spec.model.map.tuckerRanks, Shape{2});
        QCOMPARE(plan.items[12].spec.model.map.blocks, m_base.model.map.blocks);
    }

    void emptyListsKeepTheBase() {
        const SweepPlan plan = planSweep(m_base, {});
        QCOMPARE(plan.items.size(), std::size_t{1});
        QVERIFY(plan.items.front().spec == m_base);
    }

    void formatWithoutRanksIsTriedOnce() {
        const SweepPlan plan = planSweep(m_base, {{"dense", "cp"}, {2, 3}, {}, {}});
        QCOMPARE(plan.items.size(), std::size_t{3});
        QCOMPARE(plan.items[0].spec.model.map.format, std::string("dense"));
        QCOMPARE(plan.items[2].spec.model.map.blocks, Index{3});
    }

    void whatIsNotValidIsNamedAndTheRestKept() {
        const SweepPlan plan = planSweep(m_base, {{"tt"}, {2, 5000}, {}, {1, 2}});
        QCOMPARE(plan.items.size(), std::size_t{2});
        QCOMPARE(plan.refused.size(), std::size_t{2});
        QVERIFY(plan.refused.front().find("5000") != std::string::npos);
        QVERIFY_EXCEPTION_THROWN(planSweep(m_base, {{"ttt"}, {}, {}, {}}), Error);
        const std::vector<std::uint64_t> many(mostSweepItems + 1, 1);
        QVERIFY_EXCEPTION_THROWN(planSweep(m_base, {{}, {}, {}, many}), Error);
    }

    void configurationForgetsSeedAndRate() {
        ExperimentSpec other = m_base;
        other.training.seed = 7;
        other.training.learningRate = 0.5;
        QCOMPARE(configurationOf(other), configurationOf(m_base));
        other.training.batch += 1;
        QVERIFY(configurationOf(other) != configurationOf(m_base));
    }

    void eachConfigurationHasItsOwnBestRate() {
        const std::vector<SweepResult> results = {{"a", 0.1, 0.5},  {"b", 0.1, 0.9}, {"a", 0.01, 0.6},
                                                  {"a", 0.01, 0.8}, {"a", 0.1, 0.7}, {"b", 0.01, 0.2}};
        const auto spreads = spreadsOf(results);
        QCOMPARE(spreads.size(), std::size_t{2});
        QCOMPARE(spreads[0].configuration, std::string("a"));
        QCOMPARE(spreads[0].rates.size(), std::size_t{2});
        const SeedSpread& best = spreads[0].rates[spreads[0].best];
        QCOMPARE(best.learningRate, 0.01);
        QVERIFY(std::abs(best.accuracy.mean - 0.7) < 1e-12);
        QVERIFY(std::abs(best.accuracy.deviation - std::sqrt(0.02)) < 1e-12);
        QVERIFY((best.results == std::vector<std::size_t>{2, 3}));
        QCOMPARE(spreads[1].rates[spreads[1].best].learningRate, 0.1);
        QCOMPARE(spreads[1].rates[0].accuracy.deviation, 0.0);
    }

    void frontIsWhatNothingBeats() {
        const std::vector<TradePoint> points = {{100, 0.9}, {10, 0.5}, {50, 0.9}, {10, 0.6},
                                                {20, 0.55}, {5, 0.1},  {50, 0.9}, {200, 0.95}};
        QVERIFY((paretoFront(points) == std::vector<std::size_t>{5, 3, 2, 7}));
        QVERIFY(paretoFront({}).empty());
        for (const std::size_t i : paretoFront(points)) // against the definition
            for (std::size_t j = 0; j < points.size(); ++j)
                QVERIFY(!(points[j].cost <= points[i].cost && points[j].worth >= points[i].worth &&
                          (points[j].cost < points[i].cost || points[j].worth > points[i].worth)));
    }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "test_sweep.moc"
