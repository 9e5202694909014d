// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/design/design_bench.h"
#include "ui/design/field_note.h"
#include "ui/design/order_model.h"

#include <QHeaderView>

using namespace rankscope;

class TestDesignPane : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static void type(QLineEdit* line, const char* text) {
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
    }

private Q_SLOTS:
    void fittingModesAreTakenAsTyped() {
        DesignBench bench("ucf11-tt-lstm");
        type(bench.modes("Input modes").line(), "16,10,20,18");
        QCOMPARE(bench.map().inModes, (Shape{16, 10, 20, 18}));
        QVERIFY(!bench.modes("Input modes").note().isProblem());
        QCOMPARE(bench.workspace.undoStack().count(), 1);
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.modes("Input modes").text(), QStringLiteral("8,20,20,18"));
    }

    void modesThatDoNotFitAreExplainedAndASuggestionIsTaken() {
        DesignBench bench("ucf11-tt-lstm");
        ModesEditor& editor = bench.modes("Input modes");
        type(editor.line(), "8,20,20,19");
        QCOMPARE(bench.map().inModes, (Shape{8, 20, 20, 18}));
        QVERIFY(editor.note().isProblem());
        QVERIFY(editor.note().text().contains(QStringLiteral("60 800")));
        QCOMPARE(editor.text(), QStringLiteral("8,20,20,19"));
        type(editor.line(), "9,20,20,16");
        QCOMPARE(bench.map().inModes, (Shape{9, 20, 20, 16}));
        type(editor.line(), "9,20,20,15");
        Q_EMIT editor.note().linkActivated(QString());
        QCOMPARE(product(bench.map().inModes), Index{57'600});
        QVERIFY(!editor.note().isProblem());
    }

    void anotherNumberOfModesWaitsForTheOtherSide() {
        DesignBench bench("ucf11-tt-lstm");
        type(bench.modes("Input modes").line(), "160,20,18");
        QCOMPARE(bench.map().inModes.size(), std::size_t{4});
        FieldNote& note = bench.modes("Output modes").note();
        QVERIFY(note.isProblem());
        Q_EMIT note.linkActivated(QString());
        QCOMPARE(bench.map().inModes, (Shape{160, 20, 18}));
        QCOMPARE(product(bench.map().outModes), Index{256});
        QCOMPARE(bench.map().ranks, (Shape{4, 4}));
    }

    void frameSizeIsCheckedWhereItChanges() {
        DesignBench bench("ucf11-tt-lstm");
        ExperimentSpec spec = bench.workspace.spec();
        spec.data.width = 80;
        bench.workspace.edit(QStringLiteral("Frames"), spec);
        QVERIFY(bench.modes("Input modes").note().isProblem());
        bench.workspace.undoStack().undo();
        QVERIFY(!bench.modes("Input modes").note().isProblem());
    }

    void wheelRunsAreOneUndoStepEach() {
        DesignBench bench("ucf11-tt-lstm");
        for (int i = 0; i < 5; ++i) bench.wheel({RankKind::Rank, 1}, 1);
        QCOMPARE(bench.map().ranks, (Shape{4, 9, 4}));
        QCOMPARE(bench.total(0, 0), QStringLiteral("6 560")); // 8*16*4 + 4*80*9 + 9*80*4 + 4*72
        for (int i = 0; i < 2; ++i) bench.wheel({RankKind::Rank, 2}, -1);
        QCOMPARE(bench.map().ranks, (Shape{4, 9, 2}));
        QCOMPARE(bench.workspace.undoStack().count(), 2);
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.map().ranks, (Shape{4, 9, 4}));
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.total(0, 0), QStringLiteral("3 360"));
    }

    void plusRunsAreOneUndoStepEach() {
        DesignBench bench("ucf11-bt-lstm");
        bench.diagram().select({RankKind::Tucker, 2});
        for (int i = 0; i < 3; ++i) QTest::keyClick(&bench.diagram(), Qt::Key_Plus);
        bench.diagram().select({RankKind::Blocks, 0});
        for (int i = 0; i < 2; ++i) QTest::keyClick(&bench.diagram(), Qt::Key_Plus);
        QCOMPARE(bench.map().tuckerRanks, (Shape{4, 4, 7, 4}));
        QCOMPARE(bench.map().blocks, Index{4});
        QCOMPARE(bench.workspace.undoStack().count(), 2);
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.map().blocks, Index{2});
        QCOMPARE(bench.map().tuckerRanks, (Shape{4, 4, 7, 4}));
        bench.workspace.undoStack().undo();
        QCOMPARE(ranksOf(bench.workspace.spec().model, RankKind::Tucker), (Shape{4, 4, 4, 4}));
    }

    void aRankBeyondItsLimitIsSaidNotCut() {
        DesignBench bench("ucf11-tt-lstm");
        bench.diagram().select({RankKind::Rank, 0});
        QTest::keyClicks(&bench.diagram(), QStringLiteral("129"));
        QCOMPARE(bench.map().ranks, (Shape{12, 4, 4}));
        QVERIFY(bench.diagram().caption().contains(QStringLiteral("128")));
        RankEditor* editor = bench.ranks("Ranks");
        editor->spin(2)->setValue(5000);
        QVERIFY(editor->note().isProblem());
        QCOMPARE(bench.map().ranks, (Shape{12, 4, 4}));
        Q_EMIT editor->note().linkActivated(QString());
        QCOMPARE(bench.map().ranks, (Shape{12, 4, 72}));
        QVERIFY(!editor->note().isProblem());
    }

    void allTogetherSetsEveryRank() {
        DesignBench bench("ucf11-tt-lstm");
        bench.ranks("Ranks")->spin(0)->setValue(7);
        QCOMPARE(bench.map().ranks, (Shape{7, 4, 4}));
        bench.ranks("Ranks")->all()->setValue(7);
        QCOMPARE(bench.map().ranks, (Shape{7, 7, 7}));
    }

    void editorsFollowTheFormat() {
        DesignBench bench("ucf11-tt-lstm");
        const auto shown = [&] {
            return std::array{bench.ranks("Ranks")->isVisible(), bench.ranks("Tucker ranks")->isVisible(),
                              bench.ranks("CP rank")->isVisible()};
        };
        QCOMPARE(shown(), (std::array{true, false, false}));
        bench.choose("Format", QStringLiteral("Block term"));
        QCOMPARE(bench.map().format, std::string("bt"));
        QCOMPARE(shown(), (std::array{false, true, true}));
        bench.choose("Format", QStringLiteral("Dense"));
        QCOMPARE(shown(), (std::array{false, false, false}));
        QCOMPARE(bench.total(0, 0), QStringLiteral("58 982 400"));
        bench.workspace.undoStack().undo();
        bench.workspace.undoStack().undo();
        QCOMPARE(shown(), (std::array{true, false, false}));
        QCOMPARE(bench.total(0, 0), QStringLiteral("3 360"));
    }

    void moreFormatsFitTheTable() {
        DesignBench bench("ucf11-tt-lstm");
        auto* totals = bench.pane->findChild<QTableView*>(QStringLiteral("totals"));
        const auto& box = bench.combo("Format");
        const MapSpec before = bench.map();
        QVERIFY(!(box.model()->flags(box.model()->index(3, 0)) & Qt::ItemIsEnabled)); // the heading
        for (const char* title : {"Tucker", "Canonical polyadic", "Tensor ring", "Hierarchical Tucker"}) {
            bench.choose("Format", QString::fromLatin1(title));
            QVERIFY(!bench.total(0, 0).startsWith(QStringLiteral("–")));
            QCOMPARE(totals->model()->columnCount(), 5); // itself, TT, BT, dense, ratio
            auto* orders = bench.pane->findChild<OrderModel*>();
            QTRY_VERIFY(orders->rowCount() > 0);
            QTRY_VERIFY(!bench.total(3, 3).contains(QStringLiteral("…")));
            QVERIFY2(totals->horizontalHeader()->length() <= totals->viewport()->width(), title);
        }
        while (bench.workspace.undoStack().canUndo()) bench.workspace.undoStack().undo();
        QCOMPARE(bench.map(), before);
        QCOMPARE(box.currentText(), QStringLiteral("Tensor train"));
    }

    void countsFollowAtOnceAndCostsFollowLater() {
        DesignBench bench("ucf11-tt-lstm");
        QCOMPARE(bench.total(0, 0), QStringLiteral("3 360"));
        auto* orders = bench.pane->findChild<OrderModel*>();
        QTRY_VERIFY(orders->rowCount() > 0);
        const QString before = orders->index(0, OrderModel::Macs).data().toString();
        bench.choose("Cell", QStringLiteral("GRU"));
        QCOMPARE(bench.total(0, 0), QStringLiteral("3 232"));
        QTRY_VERIFY(orders->index(0, OrderModel::Macs).data().toString() != before);
    }

    void wheelOverAFieldWithoutFocusChangesNothing() {
        DesignBench bench("ucf11-tt-lstm");
        QWidgetList fields;
        for (auto* box : bench.pane->findChildren<QComboBox*>()) fields << box;
        for (auto* spin : bench.pane->findChildren<QAbstractSpinBox*>()) fields << spin;
        QVERIFY(fields.size() > 8);
        for (QWidget* field : fields) {
            field->clearFocus();
            for (const int turn : {-120, 120}) {
                QWheelEvent event(QPointF(5, 5), field->mapToGlobal(QPointF(5, 5)), {}, {0, turn},
                                  Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QApplication::sendEvent(field, &event);
                QVERIFY2(bench.workspace.undoStack().count() == 0, qPrintable(field->accessibleName()));
            }
        }
    }

    void hiddenToHiddenIsCompressedAndShown() {
        DesignBench bench("ucf11-tt-lstm");
        bench.choose("Hidden to hidden", QStringLiteral("Tensor train"));
        const MapSpec& u = bench.workspace.spec().model.recurrent;
        QCOMPARE(u.format, std::string("tt"));
        QCOMPARE(u.ranks, (Shape{4, 4, 4}));
        QCOMPARE(bench.total(1, 0), QStringLiteral("5 216")); // 3 360 + 832 of U + 1 024 of the bias
        QComboBox& part = bench.combo("Map that is shown");
        QVERIFY(part.isVisible());
        part.setCurrentIndex(1);
        bench.wheel({RankKind::Rank, 1}, 2);
        QCOMPARE(u.ranks, (Shape{4, 6, 4}));
        QCOMPARE(bench.map().ranks, Shape{4}); // as the preset has it: all bonds
        QCOMPARE(bench.ranks("U ranks")->spin(1)->value(), 6);
        bench.ranks("U ranks")->spin(0)->setValue(5000);
        QVERIFY(bench.ranks("U ranks")->note().isProblem());
        bench.workspace.undoStack().undo();
        QCOMPARE(u.ranks, (Shape{4, 4, 4}));
        bench.workspace.undoStack().undo();
        QCOMPARE(u.format, std::string("dense"));
        QVERIFY(!part.isVisible());
        QCOMPARE(part.currentIndex(), 0);
    }

    void otherModesTakeTheRanksOfUAlong() {
        DesignBench bench("ucf11-tt-lstm");
        bench.choose("Hidden to hidden", QStringLiteral("Tensor train"));
        type(bench.modes("Input modes").line(), "160,20,18");
        Q_EMIT bench.modes("Output modes").note().linkActivated(QString());
        QCOMPARE(bench.workspace.spec().model.recurrent.ranks.size(), std::size_t{2});
        validate(bench.workspace.spec().model);
    }

    void hoveringACoreSelectsItsRow() {
        DesignBench bench("ucf11-tt-lstm");
        QTableView* cores = nullptr;
        for (auto* view : bench.pane->findChildren<QTableView*>())
            if (view->accessibleName() == QLatin1String("Cores")) cores = view;
        Q_EMIT bench.diagram().coreHovered(QStringLiteral("G3"));
        QCOMPARE(cores->currentIndex().row(), 2);
        QTest::mouseClick(&bench.diagram(), Qt::LeftButton, {},
                          bench.diagram().coreRect(QStringLiteral("G2")).center().toPoint());
        QCOMPARE(cores->currentIndex().row(), 1);
        QVERIFY(bench.diagram().caption().contains(QStringLiteral("r1·I2·J2·r2")));
    }
};

QTEST_MAIN(TestDesignPane)
#include "test_design_pane.moc"
