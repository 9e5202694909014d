// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "engine/format/format.h"
#include "ui/design/network_diagram.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace rankscope;

class TestNetworkDiagram : public QObject {
    Q_OBJECT

    static void fill(NetworkDiagram& diagram, const char* preset) {
        const ModelSpec model = presetNamed(preset).spec.model;
        diagram.resize(600, 260);
        diagram.setNetwork(networkOf(model), concatenatedGates(model), 1,
                           [model](RankRef rank) { return rankLimit(model, rank); });
    }

    static void move(NetworkDiagram& diagram, const QPointF& to, Qt::MouseButtons held = Qt::NoButton) {
        QMouseEvent event(QEvent::MouseMove, to, diagram.mapToGlobal(to), Qt::NoButton, held, {});
        QApplication::sendEvent(&diagram, &event);
    }

private Q_SLOTS:
    void ttIsAChain() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-tt-lstm");
        double right = 0;
        for (int k = 0; k < 4; ++k) {
            const QRectF core = diagram.coreRect(QStringLiteral("G%1").arg(k + 1));
            QVERIFY(core.left() > right);
            right = core.right();
            if (k == 3) break;
            const QRectF label = diagram.labelRect({RankKind::Rank, k});
            QVERIFY(label.center().x() > right);
            QCOMPARE(label.center().y(), core.center().y());
            QVERIFY(QRectF(diagram.rect()).contains(label));
        }
        QVERIFY(diagram.labelRect({RankKind::Tucker, 0}).isEmpty());
    }

    void btHasItsFactorsAroundTheCoreAndTheBlockIndex() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-bt-lstm");
        const QRectF core = diagram.coreRect(QStringLiteral("C"));
        for (int k = 0; k < 4; ++k) {
            QVERIFY(diagram.coreRect(QStringLiteral("A%1").arg(k + 1)).bottom() < core.top());
            QVERIFY(QRectF(diagram.rect()).contains(diagram.labelRect({RankKind::Tucker, k})));
        }
        QVERIFY(QRectF(diagram.rect()).contains(diagram.labelRect({RankKind::Blocks, 0})));
    }

    void everyFormatHasItsCoresApartAndItsRanksInSight_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("d");
        for (const Format* format : formats())
            for (const int d : {2, 3, 4, 6, 8})
                QTest::addRow("%s, %d modes", format->id().c_str(), d)
                    << QString::fromStdString(format->id()) << d;
    }

    void everyFormatHasItsCoresApartAndItsRanksInSight() {
        QFETCH(QString, format);
        QFETCH(int, d);
        ModelSpec model;
        model.map.format = format.toStdString();
        model.map.inModes.assign(static_cast<std::size_t>(d), 4);
        model.map.outModes.assign(static_cast<std::size_t>(d), 2);
        model.map.ranks = model.map.tuckerRanks = {2};
        NetworkDiagram diagram;
        diagram.resize(640, 260);
        const TensorNetwork network = networkOf(model);
        diagram.setNetwork(network, 4, 1, [model](RankRef rank) { return rankLimit(model, rank); });
        QList<QRectF> boxes;
        for (const Core& core : network.cores) {
            const QRectF box = diagram.coreRect(QString::fromStdString(core.name));
            QVERIFY(QRectF(diagram.rect()).contains(box));
            for (const QRectF& other : boxes) QVERIFY2(!box.intersects(other), core.name.c_str());
            boxes << box;
        }
        QList<QPointF> labels;
        for (const Edge& edge : network.edges) {
            if (edge.rank == RankKind::None) continue;
            const QRectF label = diagram.labelRect({edge.rank, edge.rankIndex});
            QVERIFY2(QRectF(diagram.rect()).contains(label), edge.name.c_str());
            for (const QPointF& other : labels) QVERIFY2(!label.contains(other), edge.name.c_str());
            labels << label.center();
        }
    }

    void ranksOfARingAreNumberedFromZero() {
        ModelSpec model = presetNamed("ucf11-tt-lstm").spec.model;
        model = withFormat(model, "tr");
        NetworkDiagram diagram;
        diagram.resize(600, 260);
        diagram.setNetwork(networkOf(model), 4, 1, [model](RankRef rank) { return rankLimit(model, rank); });
        diagram.select({RankKind::Rank, 0});
        QVERIFY(diagram.caption().startsWith(QStringLiteral("r0 = 4")));
        QCOMPARE(rankName(model, {RankKind::Rank, 0}), QStringLiteral("r0"));
        // it closes the ring below the cores
        QVERIFY(diagram.labelRect({RankKind::Rank, 0}).top() >
                diagram.coreRect(QStringLiteral("G1")).bottom());
    }

    void denseIsOneBoxWithoutRanks() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-dense-lstm");
        QVERIFY(diagram.coreRect(QStringLiteral("W")).width() > 300);
        QTest::keyClick(&diagram, Qt::Key_Right);
        QVERIFY(!diagram.selected());
    }

    void keysAskForRanks() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-tt-lstm");
        QSignalSpy asked(&diagram, &NetworkDiagram::rankRequested);
        QTest::keyClick(&diagram, Qt::Key_Right);
        QTest::keyClick(&diagram, Qt::Key_Right);
        QCOMPARE(*diagram.selected(), (RankRef{RankKind::Rank, 1}));
        QTest::keyClick(&diagram, Qt::Key_Plus);
        QCOMPARE(asked.takeFirst().at(2).value<Index>(), Index{5});
        QTest::keyClick(&diagram, Qt::Key_Minus);
        QCOMPARE(asked.takeFirst().at(2).value<Index>(), Index{3});
        QTest::keyClick(&diagram, Qt::Key_1);
        QTest::keyClick(&diagram, Qt::Key_2);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(1).at(2).value<Index>(), Index{12});
        QVERIFY(diagram.accessibleDescription().contains(QStringLiteral("r2")));
    }

    void hoveringACoreShowsItsFormula() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-tt-lstm");
        QSignalSpy hovered(&diagram, &NetworkDiagram::coreHovered);
        move(diagram, diagram.coreRect(QStringLiteral("G1")).center());
        QCOMPARE(hovered.takeFirst().at(0).toString(), QStringLiteral("G1"));
        QVERIFY(diagram.caption().contains(QStringLiteral("I1·G·J1·r1 = 8·16·4 = 512")));
        move(diagram, {2, 2});
        QVERIFY(hovered.takeFirst().at(0).toString().isEmpty());
    }

    void aDragAsksForOneRankPerStep() {
        NetworkDiagram diagram;
        fill(diagram, "ucf11-tt-lstm");
        const QPoint at = diagram.labelRect({RankKind::Rank, 0}).center().toPoint();
        QSignalSpy asked(&diagram, &NetworkDiagram::rankRequested);
        QTest::mousePress(&diagram, Qt::LeftButton, {}, at);
        move(diagram, at - QPoint(0, 17), Qt::LeftButton);
        QCOMPARE(asked.takeLast().at(2).value<Index>(), Index{6});
        move(diagram, at + QPoint(0, 500), Qt::LeftButton);
        QCOMPARE(asked.takeLast().at(2).value<Index>(), Index{1});
        QTest::mouseRelease(&diagram, Qt::LeftButton, {}, at);
    }
};

QTEST_MAIN(TestNetworkDiagram)
#include "test_network_diagram.moc"
