// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/run_writer.h"
#include "tests/ui/small_data.h"
#include "ui/runs/run_list.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/run_trash.h"
#include "ui/runs/runs_pane.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

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
        QTRY_COMPARE(noted().data().toString(), QString("the good one"));
        QCOMPARE(readRun(session.runsFolder() / "noted").notes.text, std::string("the good one"));
    }
};

QTEST_MAIN(TestRunsPane)
#include "test_runs_pane.moc"
