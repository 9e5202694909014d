// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
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
