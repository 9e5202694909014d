// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "engine/experiment/step_time.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

class TestStepTime : public QObject {
    Q_OBJECT

private slots:
    void ratesExplainWhatWasMeasured() {
        const StepMeasure dense{3000, 500, 60'000};
        // 2 ns a value and 0.25 ns a multiply-accumulate
        const StepRates rates = solveStepRates({2000 + 1000, 1000, 4000}, {2000 + 5000, 1000, 20'000}, dense);
        QCOMPARE(rates, (StepRates{2, 0.25, 0.05}));
        // clocks that stutter leave rates that can be used
        const StepRates slower = solveStepRates({3000, 1000, 4000}, {2900, 1000, 20'000}, dense);
        QVERIFY(slower.nsPerMac > 0 && slower.nsPerMac < 1e-3);
        QVERIFY(std::abs(slower.nsPerValue - 3) < 1e-3);
        const StepRates steep = solveStepRates({100, 1000, 4000}, {10'000, 1000, 8000}, dense);
        QCOMPARE(steep.nsPerValue, 0.0);
        QVERIFY(std::isfinite(measureStepRates(1).nsPerDenseMac));
    }

    void timeGrowsWithWhatIsDone() {
        const StepRates rates{0.5, 0.1, 0.02};
        ModelSpec model = presetNamed("ucf11-tt-lstm").spec.model;
        const auto ms = [&](Index frames) { return expectedStepMs(rates, model, planCosts(model, frames)); };
        const double small = ms(96);
        QVERIFY(ms(192) > 1.9 * small);
        model.map.ranks = {8};
        QVERIFY(ms(96) > small);
        model = denseEquivalent(model);
        const CostReport costs = planCosts(model, 96); // reading the frames is part of the matrix product
        QCOMPARE(expectedStepMs(rates, model, costs),
                 96e-6 * 0.02 * (costs.training + costs.recurrentTraining));
    }
};

QTEST_APPLESS_MAIN(TestStepTime)
#include "test_step_time.moc"
