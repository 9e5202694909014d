// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/run_writer.h"
#include "tests/ui/small_data.h"
#include "ui/runs/run_list.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/run_trash.h"
#include "ui/runs/runs_pane.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace rankscope;

namespace {

void makeRun(const std::filesystem::path& folder, Index rank = 2) {
    RunHeader header;
    header.spec = smallSpec(3);
    header.spec.model.map.ranks = {rank};
    header.spec.model.classes = 8;
    for (int i = 0; i < 8; ++i) header.classes.push_back("class " + std::to_string(i));
    header.statistics = {{0.5f, 0.5f, 0.5f}, {1, 1, 1}};
    header.dataRoot = "/data";
    RunWriter::create(folder, header);
}

} // namespace

class TestRunsPane : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-test");
    }

    void trashGivesRunsBack() {
        const auto run = m_home / "kept-run";
        makeRun(run);
        RunTrash trash;
        trash.put({run});
        QVERIFY(!std::filesystem::exists(run));
        QVERIFY(trash.canTakeBack());
        trash.takeBack();
        QCOMPARE(readRun(run).spec.model.map.ranks, Shape{2});
        QVERIFY(!trash.canTakeBack());
        QVERIFY_EXCEPTION_THROWN(trash.put({m_home / "no-such-run"}), Error);
    }

    void runsAppearAreNarrowedDownDeletedAndBroughtBack() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        const auto root = session.runsFolder();
        makeRun(root / "first");
        RunsPane pane(workspace, session);
        pane.resize(1000, 600);
        pane.show();
        auto* table = pane.findChild<RunList*>()->findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        makeRun(root / "second", 3); // by another program
        QTRY_COMPARE(table->model()->rowCount(), 2);

        auto* filter = pane.findChild<RunList*>()->findChild<QLineEdit*>();
        QTest::keyClicks(filter, "sec");
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(!std::filesystem::exists(root / "second"));
        QTRY_COMPARE(table->model()->rowCount(), 0);
        filter->clear();
        QTRY_COMPARE(table->model()->rowCount(), 1);

        QPushButton* back = nullptr;
        for (QPushButton* button : pane.findChildren<QPushButton*>())
            if (button->text().contains("ring back")) back = button;
        QVERIFY(back && back->isVisible());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(!back->isVisible());
    }

    void lastRunCanBeBroughtBackAfterTheListWasReadAgain() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        const auto root = m_home / "one-run";
        makeRun(root / "only");
        session.setRunsFolder(root);
        RunsPane pane(workspace, session);
        pane.show();
        auto* table = pane.findChild<RunList*>()->findChild<QTableView*>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Delete);
        const auto told = [&pane](const char* words) {
            return std::ranges::any_of(pane.findChildren<QLabel*>(), [words](const QLabel* label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(told("No runs yet"));
        QVERIFY(told("moved to the trash"));
        QPushButton* back = nullptr;
        for (QPushButton* button : pane.findChildren<QPushButton*>())
            if (button->text().contains("ring back")) back = button;
        QVERIFY(back && back->isVisible());

        makeRun(root / "only"); // in the way
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(!told("No runs yet"));
        QVERIFY(told("could not be brought back"));
        QVERIFY(back->isVisible()); // once more when nothing is in the way
        std::filesystem::remove_all(root / "only");
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(std::filesystem::exists(root / "only"));
        QVERIFY(!back->isVisible());
    }

    void columnsOfAWiderWindowAreFittedAndKept() {
        RunTableModel model;
        const auto header = [](RunList& list) { return list.findChild<QTableView*>()->horizontalHeader(); };
        const auto width = [](RunList& list) { return list.findChild<QTableView*>()->viewport()->width(); };
        {
            RunList list(model);
            list.resize(3000, 300);
            list.show();
            for (int column = 0; column < RunTableModel::Note; ++column)
                header(list)->resizeSection(column, 220);
        } // stored, although nobody waited for it
        RunList list(model);
        QCOMPARE(header(list)->sectionSize(RunTableModel::Name), 220);
        list.resize(1240, 300);
        list.show();
        QTRY_COMPARE_LE(header(list)->length(), width(list));
        QSettings().clear();
    }

    void notesStayWithTheRun() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        makeRun(session.runsFolder() / "noted");
        RunsPane pane(workspace, session);
        auto* model = pane.findChild<RunTableModel*>();
        const auto noted = [&]() -> QModelIndex {
            for (int i = 0; i < model->rowCount(); ++i)
                if (nameOf(model->row(i)) == "noted") return model->index(i, RunTableModel::Note);
            return {};
        };
        QTRY_VERIFY(noted().isValid());
        QVERIFY(model->setData(noted(), "the good one", Qt::EditRole));
        QCOMPARE(noted().data().toString(), QString("the good one"));
        emit pane.findChild<RunList*>()->colorChosen({session.runsFolder() / "noted"}, 5);
        QCOMPARE(noted().data().toString(), QString("the good one")); // both are kept
        const auto kept = [&] { return readRun(session.runsFolder() / "noted").notes; };
        QTRY_VERIFY(kept().color == 5);
        QCOMPARE(kept().text, std::string("the good one"));
    }
};

QTEST_MAIN(TestRunsPane)
#include "test_runs_pane.moc"
