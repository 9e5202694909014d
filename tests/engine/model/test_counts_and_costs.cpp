// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/costs.h"
#include "engine/model/counts.h"

#include <QTest>

using namespace rankscope;

namespace {

const Shape ucf11{8, 20, 20, 18}, hollywood2{10, 18, 13, 30}, youtubeFaces{4, 20, 20, 36}, hidden{4, 4, 4, 4};

ModelSpec model(const std::string& format, CellKind cell, const Shape& in, Index rank, Index classes = 11) {
    ModelSpec spec;
    spec.cell.kind = cell;
    spec.map = {format, in, hidden, {rank}, {rank}, 2};
    spec.classes = classes;
    return spec;
}

} // namespace

/// Every count of section 4 and every cost of section 5 of the mathematics.
class TestCountsAndCosts : public QObject {
    Q_OBJECT
private slots:
    void publishedCounts_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<int>("set");
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("parameters");
        const int counts[3][3] = {{2976, 3232, 3360}, {2624, 2944, 3104}, {3200, 3328, 3392}};
        const CellKind cells[3] = {CellKind::Srnn, CellKind::Gru, CellKind::Lstm};
        for (int set = 0; set < 3; ++set)
            for (int cell = 0; cell < 3; ++cell)
                QTest::addRow("TT, set %d, cell %d", set, cell)
                    << "tt" << cells[cell] << set << 4 << counts[set][cell];
        QTest::newRow("BT-LSTM R=1") << "bt" << CellKind::Lstm << 0 << 1 << 722;
        QTest::newRow("BT-LSTM R=2") << "bt" << CellKind::Lstm << 0 << 2 << 1472;
        QTest::newRow("BT-LSTM R=4") << "bt" << CellKind::Lstm << 0 << 4 << 3392;
        QTest::newRow("BT-GRU R=4") << "bt" << CellKind::Gru << 0 << 4 << 3136;
        QTest::newRow("BT-SRNN R=4") << "bt" << CellKind::Srnn << 0 << 4 << 2624;
        QTest::newRow("dense GRU UCF11") << "dense" << CellKind::Gru << 0 << 1 << 44236800;
        QTest::newRow("dense LSTM UCF11") << "dense" << CellKind::Lstm << 0 << 1 << 58982400;
        QTest::newRow("dense GRU Hollywood2") << "dense" << CellKind::Gru << 1 << 1 << 53913600;
        QTest::newRow("dense LSTM Hollywood2") << "dense" << CellKind::Lstm << 1 << 1 << 71884800;
        QTest::newRow("dense GRU faces") << "dense" << CellKind::Gru << 2 << 1 << 44236800;
    }

    void publishedCounts() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(int, set);
        QFETCH(int, rank);
        QFETCH(int, parameters);
        const Shape& in = set == 0 ? ucf11 : set == 1 ? hollywood2 : youtubeFaces;
        const CountReport report = countParameters(model(format.toStdString(), cell, in, rank));
        QCOMPARE(report.inputToHidden, Index{parameters});
        Index cores = 0;
        for (const CoreCount& core : report.cores) cores += core.parameters;
        QCOMPARE(cores, Index{parameters});
    }

    void publishedRatios() {
        const auto lstm = countParameters(model("tt", CellKind::Lstm, ucf11, 4));
        QCOMPARE(ratioText(lstm.inputToHiddenRatio()), "17 554x");
        QCOMPARE(lstm.layerDense, Index{59'245'568});
        QCOMPARE(lstm.layer, Index{266'528});
        QCOMPARE(ratioText(lstm.layerRatio()), "222x");
        QCOMPARE(lstm.modelDense, Index{59'248'395});
        QCOMPARE(lstm.model, Index{269'355});
        QCOMPARE(ratioText(lstm.modelRatio()), "219x"); // 219.96, rounded down as the published ratios are
        QCOMPARE(ratioText(lstm.layerCeiling()), "225x");
        QCOMPARE(ratioText(countParameters(model("tt", CellKind::Gru, ucf11, 4)).inputToHiddenRatio()),
                 "13 687x");
        const char* expected[] = {"81 693x", "40 069x", "17 388x"};
        const Index ranks[] = {1, 2, 4};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(
                ratioText(countParameters(model("bt", CellKind::Lstm, ucf11, ranks[i])).inputToHiddenRatio()),
                expected[i]);
        QCOMPARE(ratioText(1.59), "1.5x");
    }

    void coreOrders_data() {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("d=2") << "320,180"
                             << "16,16" << QList<int>{46722, 93448, 140178, 186912};
        QTest::newRow("d=3") << "36,40,40"
                             << "8,4,8" << QList<int>{3266, 6544, 9846, 13184};
        QTest::newRow("d=5") << "8,10,10,9,8"
                             << "4,2,2,4,4" << QList<int>{474, 1008, 1902, 3936};
    }

    void coreOrders() {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QFETCH(QList<int>, expected);
        for (int rank = 1; rank <= 4; ++rank) {
            ModelSpec spec = model("bt", CellKind::Lstm, parseShape(in.toStdString(), "in"), rank);
            spec.map.outModes = parseShape(out.toStdString(), "out");
            QCOMPARE(countParameters(spec).inputToHidden, Index{expected[rank - 1]});
        }
    }

    void separateGatesHaveAMapEach() {
        ModelSpec spec = model("tt", CellKind::Lstm, ucf11, 4);
        spec.cell.gates = GateLayout::Separate;
        const auto report = countParameters(spec);
        QCOMPARE(report.inputToHidden, Index{4 * 2976}); // the SRNN's count, once a gate
        QCOMPARE(report.cores.size(), std::size_t{16});
        QCOMPARE(report.inputToHiddenDense, Index{58'982'400});
    }

    void compressedHiddenToHidden() {
        ModelSpec spec = model("tt", CellKind::Lstm, ucf11, 4);
        QCOMPARE(countParameters(spec).hiddenToHidden, Index{262'144});
        QCOMPARE(countParameters(spec).recurrentCores.front().name, "U");
        spec.recurrent.format = "tt"; // 4*16*4 + 4*4*4*4 + 4*4*4*4 + 4*4*4
        const auto tt = countParameters(spec);
        QCOMPARE(tt.hiddenToHidden, Index{832});
        QCOMPARE(tt.hiddenToHiddenDense, Index{262'144});
        QCOMPARE(tt.inputToHidden, Index{3360});
        QCOMPARE(tt.layer, Index{3360 + 832 + 1024});
        QCOMPARE(tt.layerDense, Index{59'245'568});
        QCOMPARE(tt.recurrentCores.size(), std::size_t{4});
        QCOMPARE(tt.recurrentCores[1].name, "U.G2");
        QCOMPARE(ratioText(tt.layerCeiling()), "31 921x"); // 59 245 568 / (832 + 1024)
        spec.cell.gates = GateLayout::Separate;            // 4 * (64 + 256 + 256 + 64)
        QCOMPARE(countParameters(spec).hiddenToHidden, Index{4 * 640});
        QCOMPARE(countParameters(spec).recurrentCores.front().name, "U.i.G1");
        spec.cell.gates = GateLayout::Concatenated;
        spec.recurrent = {"bt", {16, 16}, {16, 16}, {}, {3}, 5}; // 5 * (16*64*3 + 16*16*3 + 9)
        QCOMPARE(countParameters(spec).hiddenToHidden, Index{5 * (3072 + 768 + 9)});
        spec.cell.kind = CellKind::Mean; // has no U
        QCOMPARE(countParameters(spec).hiddenToHidden, Index{0});
    }

    void recurrentCosts() {
        ModelSpec spec = model("tt", CellKind::Gru, ucf11, 4);
        auto costs = planCosts(spec, 96);
        QCOMPARE(costs.recurrentForward, 3.0 * 256 * 256);
        QCOMPARE(costs.recurrentTraining, 9.0 * 256 * 256);
        QVERIFY(costs.recurrentTree.empty());
        // one mode: U of rank-free formats is one core, whatever its name, and costs what the matrix costs
        spec.recurrent = {"tt", {256}, {256}, {}, {}, 1};
        costs = planCosts(spec, 96);
        QCOMPARE(costs.recurrentForward, 3.0 * 256 * 256);
        QCOMPARE(costs.recurrentTraining, 9.0 * 256 * 256);
        QCOMPARE(costs.recurrentTree, "(X G1)");
        // two modes, rank 1: h [16, 16] by the last core, then by the first one, for z and r, then for c
        spec.recurrent = {"tt", {16, 16}, {16, 16}, {1}, {}, 1};
        costs = planCosts(spec, 96);
        QCOMPARE(costs.recurrentForward, 2.0 * 16 * 16 * 16 + 3.0 * 16 * 16 * 16);
        QVERIFY(costs.recurrentTraining < costs.recurrentDenseTraining);
        spec.cell.kind = CellKind::Mean;
        QCOMPARE(planCosts(spec, 96).recurrentForward, 0.0);
    }

    void impossibleHiddenToHidden_data() {
        QTest::addColumn<QList<int>>("in");
        QTest::addColumn<QList<int>>("out");
        QTest::addColumn<int>("rank");
        QTest::addColumn<QString>("named");
        QTest::newRow("input modes") << QList<int>{16, 8} << QList<int>{16, 16} << 4 << "128";
        QTest::newRow("output modes") << QList<int>{16, 16} << QList<int>{16, 8} << 4 << "128";
        QTest::newRow("number of modes") << QList<int>{16, 16} << QList<int>{} << 4 << "4 modes";
        QTest::newRow("rank") << QList<int>{} << QList<int>{} << 99 << "99";
        QTest::newRow("mode 0") << QList<int>{0, 16} << QList<int>{} << 4 << "0,16";
    }

    void impossibleHiddenToHidden() {
        QFETCH(QList<int>, in);
        QFETCH(QList<int>, out);
        QFETCH(int, rank);
        QFETCH(QString, named);
        ModelSpec spec = model("tt", CellKind::Lstm, ucf11, 4);
        spec.recurrent = {"tt", Shape(in.begin(), in.end()), Shape(out.begin(), out.end()), {rank}, {}, 1};
        try {
            validate(spec);
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString(failure.what()).contains("Hidden to hidden"), failure.what());
            QVERIFY2(QString(failure.what()).contains(named), failure.what());
            QVERIFY(!failure.hint().empty());
        }
        spec.recurrent.format = "dense"; // then nothing of it counts
        validate(spec);
    }

    void optimalCosts_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("frames");
        QTest::addColumn<double>("millions");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("TT r=4") << "tt" << 4 << 96 << 1.937408 << 1e-9;
        QTest::newRow("TT r=2") << "tt" << 2 << 96 << 0.723 << 5e-4;
        QTest::newRow("TT r=8") << "tt" << 8 << 96 << 5.841 << 5e-4;
        QTest::newRow("TT r=16") << "tt" << 16 << 96 << 17.41 << 5e-3;
        QTest::newRow("TT r=16, F=16") << "tt" << 16 << 16 << 17.59 << 5e-3;
        QTest::newRow("TT r=16, F=6") << "tt" << 16 << 6 << 17.74 << 5e-3;
        QTest::newRow("BT R=4") << "bt" << 4 << 96 << 4.563328 << 1e-9;
        QTest::newRow("BT R=1") << "bt" << 1 << 96 << 2 * 0.294 << 1e-3;
        QTest::newRow("BT R=2") << "bt" << 2 << 96 << 2 * 0.735 << 1e-3;
        QTest::newRow("BT R=5") << "bt" << 5 << 96 << 2 * 3.497 << 1e-3;
        QTest::newRow("BT R=8") << "bt" << 8 << 96 << 2 * 9.580 << 1e-3;
        QTest::newRow("dense") << "dense" << 1 << 96 << 58.9824 << 1e-9;
    }

    void optimalCosts() {
        QFETCH(QString, format);
        QFETCH(int, rank);
        QFETCH(int, frames);
        QFETCH(double, millions);
        QFETCH(double, tolerance);
        const auto report = planCosts(model(format.toStdString(), CellKind::Lstm, ucf11, rank), frames);
        QVERIFY2(std::abs(report.forward / 1e6 - millions) <= tolerance,
                 qPrintable(QString::number(report.forward, 'f')));
    }

    void trainingCostsAndTrees() {
        const auto tt = planCosts(model("tt", CellKind::Lstm, ucf11, 4), 96);
        QCOMPARE(tt.training, 4'890'624.0);
        QCOMPARE(tt.denseTraining, 2 * 58'982'400.0);
        QCOMPARE(tt.tree, "(G1 (G2 (G3 (X G4))))");
        QCOMPARE(tt.peakIntermediate, Index{51'200});
        const auto bt = planCosts(model("bt", CellKind::Lstm, ucf11, 4), 96);
        QVERIFY(std::abs(bt.training / 1e6 - 11.85) < 5e-3);
        QCOMPARE(bt.tree, "(A1 (((X A2) A3) (C A4)))");
        QCOMPARE(planCosts(model("tt", CellKind::Lstm, ucf11, 16), 96).tree, "((G1 G2) (X (G3 G4)))");
        QCOMPARE(planCosts(model("tt", CellKind::Lstm, ucf11, 16), 6).tree, "(G1 (G2 (X (G3 G4))))");
    }

    void namedOrders_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("order");
        QTest::addColumn<double>("millions");
        QTest::newRow("tt-last-first") << "tt"
                                       << "tt-last-first" << 1.937;
        QTest::newRow("tt-first-first") << "tt"
                                        << "tt-first-first" << 12.6;
        QTest::newRow("bt-authors") << "bt"
                                    << "bt-authors" << 129.8;
        QTest::newRow("bt-gate-first") << "bt"
                                       << "bt-gate-first" << 43.9;
        QTest::newRow("bt-best-sequential") << "bt"
                                            << "bt-best-sequential" << 9.2;
    }

    void namedOrders() {
        QFETCH(QString, format);
        QFETCH(QString, order);
        QFETCH(double, millions);
        const auto report = planCosts(model(format.toStdString(), CellKind::Lstm, ucf11, 4), 96);
        const auto found = std::ranges::find(report.orders, order.toStdString(), &OrderCost::name);
        QVERIFY(found != report.orders.end());
        QVERIFY2(std::abs(found->forward / 1e6 - millions) < 0.05,
                 qPrintable(QString::number(found->forward, 'f')));
    }

    void impossibleSpecsSayTheNearestValidChoice() {
        ModelSpec spec = model("tt", CellKind::Lstm, ucf11, 4);
        spec.map.ranks = {4, 4, 500};
        try {
            countParameters(spec);
            QFAIL("rank 500 was accepted");
        } catch (const Error& error) {
            QVERIFY(QString(error.what()).contains("500"));
            QVERIFY(QString::fromStdString(error.hint()).contains("72")); // 18 * 4
        }
        spec.map.ranks = {4, 4};
        QVERIFY_EXCEPTION_THROWN(countParameters(spec), Error);
        spec = model("bt", CellKind::Lstm, ucf11, 5);
        spec.start = Start::BtCode;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec = model("tt", CellKind::Lstm, {1'000'000, 1'000'000, 1'000'000, 1'000'000}, 4);
        QVERIFY_EXCEPTION_THROWN(countParameters(spec), Error);
        spec = model("tt", CellKind::Lstm, {0, 4, 4, 4}, 4);
        QVERIFY_EXCEPTION_THROWN(countParameters(spec), Error);
    }
};

QTEST_APPLESS_MAIN(TestCountsAndCosts)
#include "test_counts_and_costs.moc"
