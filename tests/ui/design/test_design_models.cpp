// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "ui/design/budget/fit_model.h"
#include "ui/design/core_table_model.h"
#include "ui/design/order_model.h"
#include "ui/design/step_model.h"
#include "ui/design/totals_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rankscope;

class TestDesignModels : public QObject {
    Q_OBJECT

    static ModelSpec model(const char* preset) { return presetNamed(preset).spec.model; }
    static QString text(const QAbstractItemModel& table, int row, int column) {
        return table.index(row, column).data().toString();
    }

private Q_SLOTS:
    void totalsGivePublishedNumbers() {
        TotalsModel totals;
        QAbstractItemModelTester tester(&totals);
        const auto candidates = compareCounts(model("ucf11-tt-lstm"));
        totals.setCandidates(candidates);
        QCOMPARE(text(totals, TotalsModel::Map, 0), QStringLiteral("3 360"));
        QCOMPARE(text(totals, TotalsModel::Map, totals.ratioColumn()), QStringLiteral("17 554x"));
        QCOMPARE(text(totals, TotalsModel::Layer, 0), QStringLiteral("266 528"));
        QCOMPARE(text(totals, TotalsModel::Layer, totals.ratioColumn()), QStringLiteral("222x (max 225x)"));
        QCOMPARE(text(totals, TotalsModel::Model, 0), QStringLiteral("269 355"));
        QCOMPARE(text(totals, TotalsModel::Model, totals.ratioColumn()),
                 QStringLiteral("219x")); // 219.96, rounded down
        QCOMPARE(totals.headerData(0, Qt::Horizontal).toString(), QStringLiteral("TT"));
        QCOMPARE(text(totals, TotalsModel::Forward, 0), QStringLiteral("…"));
        totals.setCosts(compareCosts(candidates, 96, {}));
        QCOMPARE(text(totals, TotalsModel::Forward, 0), shortNumber(1'937'408));
        totals.setCandidates(compareCounts(model("ucf11-bt-lstm")));
        QCOMPARE(text(totals, TotalsModel::Map, totals.ratioColumn()), QStringLiteral("17 388x"));
        QCOMPARE(text(totals, TotalsModel::Forward, 0), QStringLiteral("…"));
    }

    void aModelThatCannotBeUsedHasNoNumbers() {
        ModelSpec broken = model("ucf11-tt-lstm");
        broken.map.ranks = {1000, 4, 4};
        TotalsModel totals;
        totals.setCandidates(compareCounts(broken));
        QCOMPARE(text(totals, TotalsModel::Map, 0), QStringLiteral("–"));
        QCOMPARE(text(totals, TotalsModel::Map, totals.ratioColumn()), QStringLiteral("–"));
        QVERIFY(totals.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("1000")));
    }

    void coresAreListedWithTheirShares() {
        CoreTableModel cores;
        QAbstractItemModelTester tester(&cores);
        cores.setCores(countParameters(model("ucf11-tt-lstm")).cores);
        QCOMPARE(cores.rowCount(), 4);
        QCOMPARE(text(cores, 1, CoreTableModel::ShapeText), QStringLiteral("4 × 20 × 4 × 4"));
        QCOMPARE(text(cores, 1, CoreTableModel::Parameters), QStringLiteral("1 280"));
        QCOMPARE(cores.coreOf(1), QStringLiteral("G2"));
        QCOMPARE(cores.rowOf(QStringLiteral("G3")), 2);
        ModelSpec apart = model("ucf11-tt-lstm");
        apart.cell.gates = GateLayout::Separate;
        cores.setCores(countParameters(apart).cores);
        QCOMPARE(cores.rowCount(), 16);
        QCOMPARE(cores.rowOf(QStringLiteral("G3")), 2);
        QCOMPARE(cores.rowOf(QStringLiteral("C")), -1);
        QCOMPARE(cores.coreOf(5), QStringLiteral("G2"));
        const QStringList formulas{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                   QStringLiteral("d")};
        cores.setCores(countParameters(apart).cores, formulas);
        QCOMPARE(text(cores, 5, CoreTableModel::Formula), QStringLiteral("b"));
    }

    void stepsSumToTheCosts() {
        StepModel steps;
        QAbstractItemModelTester tester(&steps);
        const CostReport costs = planCosts(model("ucf11-bt-lstm"), 96);
        steps.setCosts(costs);
        QCOMPARE(steps.rowCount(), static_cast<int>(costs.steps.size()));
        double forward = 0;
        for (const StepCost& step : costs.steps) forward += step.forward;
        QVERIFY(std::abs(forward / costs.forward - 1) < 1e-9);
        QVERIFY(text(steps, 0, StepModel::Product).startsWith(QStringLiteral("#1 = ")));
        steps.setCosts({});
        QCOMPARE(steps.rowCount(), 0);
    }

    void fitsAreListed() {
        FitModel fits;
        QAbstractItemModelTester tester(&fits);
        FitQuery query;
        query.parameters = 4000;
        query.formats = {"tt", "bt"};
        query.modes = 4;
        fits.setCandidates(fitBudget(query));
        QVERIFY(fits.rowCount() >= 2);
        QCOMPARE(fits.columnCount(), int{FitModel::ColumnCount});
        QVERIFY(fits.candidate(0).parameters <= 4000);
    }

    void stepTimeAndMemoryFollowTheCosts() {
        TotalsModel totals;
        const auto candidates = compareCounts(model("ucf11-tt-lstm"));
        totals.setCandidates(candidates);
        QCOMPARE(text(totals, TotalsModel::Step, 0), QStringLiteral("…"));
        totals.setCosts(compareCosts(candidates, 96, {}));
        QCOMPARE(text(totals, TotalsModel::Step, 0), QStringLiteral("…")); // the machine is not measured yet
        QVERIFY(text(totals, TotalsModel::Memory, 0).contains(QLatin1Char('B')));
        const StepRates rates{1, 0.1, 0.01};
        totals.setRates(rates);
        // 96 frames of 57 600 values at 1 ns, and their MACs at 0.1 ns
        const CostReport costs = planCosts(model("ucf11-tt-lstm"), 96);
        const double ms = 96e-6 * (57'600 + 0.1 * (costs.training + costs.recurrentTraining));
        QCOMPARE(expectedStepMs(rates, model("ucf11-tt-lstm"), costs), ms);
        QVERIFY(text(totals, TotalsModel::Step, 0).endsWith(QStringLiteral(" ms")));
        totals.setRates(StepRates{1234 * 1e6 / (96 * 57'600), 0, 0});
        QCOMPARE(text(totals, TotalsModel::Step, 0), QStringLiteral("1 234 ms"));
        totals.setRates(StepRates{2.34 * 1e6 / (96 * 57'600), 0, 0});
        QCOMPARE(text(totals, TotalsModel::Step, 0), QStringLiteral("2.3 ms"));
    }

    void ordersRunFromBestToDense() {
        OrderModel orders;
        QAbstractItemModelTester tester(&orders);
        orders.setCosts(planCosts(model("ucf11-bt-lstm"), 96));
        QCOMPARE(text(orders, 0, OrderModel::Macs), shortNumber(4'563'328));
        QCOMPARE(text(orders, orders.rowCount() - 1, OrderModel::Macs), shortNumber(58'982'400));
        QCOMPARE(text(orders, orders.rowCount() - 1, OrderModel::Factor), QStringLiteral("12x"));
        orders.setCosts({});
        QCOMPARE(orders.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDesignModels)
#include "test_design_models.moc"
