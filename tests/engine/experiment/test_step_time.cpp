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
    void ratesOfThisMachineAreUsable() {
        const StepRates rates = measureStepRates(1);
        for (const double rate : {rates.nsPerMac, rates.nsPerDenseMac})
            QVERIFY(std::isfinite(rate) && rate > 0);
        QVERIFY(std::isfinite(rates.nsPerValue) && rates.nsPerValue >= 0);
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
