// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/runs/run_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace rankscope;

namespace {

RunRow rowOf(const char* name, int epochs = 2) {
    RunRow row;
    row.info.folder = std::filesystem::path("/runs") / name;
    row.info.spec = smallSpec(20);
    for (int i = 1; i <= epochs; ++i) {
        EpochRecord record;
        record.epoch = i;
        record.validationAccuracy = 0.1 * i;
        row.info.history.push_back(record);
    }
    row.info.bestEpoch = epochs;
    row.parameters = 12'345;
    row.mapRatio = 17'554.3;
    row.modelRatio = 1.57;
    return row;
}

} // namespace

class TestRunTableModel : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static QString shown(const RunTableModel& model, int row, int column) {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    }
    static QStringList names(const RunTableModel& model) {
        QStringList names;
        for (int i = 0; i < model.rowCount(); ++i) names << shown(model, i, RunTableModel::Name);
        return names;
    }

private slots:
    void followsItsRows() {
        RunTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf("b"), rowOf("d")});
        QCOMPARE(names(model), QStringList({"b", "d"}));
        const QPersistentModelIndex kept = model.index(1, 0);
        model.setRows({rowOf("e"), rowOf("a"), rowOf("d"), rowOf("c")});
        QCOMPARE(names(model), QStringList({"a", "c", "d", "e"}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 2);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void onlyWhatChangedIsAnnounced() {
        RunTableModel model;
        model.setRows({rowOf("a"), rowOf("b")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRows({rowOf("a"), rowOf("b", 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().front().value<QModelIndex>().row(), 1);
    }

    void showsNumbersForPeopleAndSortsByValue() {
        RunTableModel model;
        model.setRows({rowOf("a")});
        QCOMPARE(shown(model, 0, RunTableModel::FormatColumn), QString("TT"));
        QCOMPARE(shown(model, 0, RunTableModel::CellColumn), QString("LSTM"));
        QCOMPARE(shown(model, 0, RunTableModel::Epochs), QString("2/20"));
        QVERIFY(shown(model, 0, RunTableModel::BestAccuracy).startsWith("20"));
        QCOMPARE(model.data(model.index(0, RunTableModel::Parameters), RunTableModel::sortRole).toLongLong(),
                 12'345);
        QCOMPARE(model.data(model.index(0, RunTableModel::BestAccuracy), RunTableModel::sortRole).toDouble(),
                 0.2);
    }

    void trainingRunIsMarked() {
        RunTableModel model;
        model.setRows({rowOf("a"), rowOf("b")});
        const QString before = shown(model, 1, RunTableModel::State);
        model.setTraining("/runs/b");
        QVERIFY(shown(model, 1, RunTableModel::State) != before);
        QCOMPARE(shown(model, 0, RunTableModel::State), before);
    }

    void damagedRunIsListedWithItsReason() {
        const auto folder = m_home / "runs" / "broken";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "run.json") << "{ this is not JSON";
        const std::vector<RunRow> rows = readRuns(m_home / "runs", {});
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY(!rows.front().problem.isEmpty());
        RunTableModel model;
        model.setRows(rows);
        QCOMPARE(shown(model, 0, RunTableModel::Name), QString("broken"));
        QVERIFY(model.data(model.index(0, 0), Qt::ToolTipRole).toString().contains(rows.front().problem));
    }

    void folderThatIsNotThereHasNoRuns() { QVERIFY(readRuns(m_home / "nothing", {}).empty()); }

    void ranksAreThoseOfTheFormat() {
        MapSpec map = smallSpec(1).model.map;
        map.ranks = {4, 3, 2};
        map.tuckerRanks = {2, 2, 2, 2};
        map.blocks = 5;
        map.format = "tt";
        QCOMPARE(ranksText(map), QString("4,3,2"));
        map.format = "bt";
        QVERIFY(ranksText(map).contains("N 5"));
        QVERIFY(!ranksText(map).contains("4,3,2"));
        map.format = "dense";
        QVERIFY(ranksText(map).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunTableModel)
#include "test_run_table_model.moc"
