// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "ui/design/core_table_model.h"
#include "ui/design/order_model.h"
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
        QCOMPARE(cores.rowOf(QStringLiteral("G3")), 2);
        ModelSpec apart = model("ucf11-tt-lstm");
        apart.cell.gates = GateLayout::Separate;
        cores.setCores(countParameters(apart).cores);
        QCOMPARE(cores.rowCount(), 16);
        QCOMPARE(cores.rowOf(QStringLiteral("G3")), 2);
        QCOMPARE(cores.rowOf(QStringLiteral("C")), -1);
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
