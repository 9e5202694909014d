// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/model/counts.h"
#include "tests/ui/small_data.h"
#include "ui/runs/run_export.h"
#include "ui/runs/run_loader.h"
#include "ui/runs/run_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace rankscope;

namespace {

RunRowPtr runOf(const char* name, int epochs = 2) {
    RunInfo info;
    info.folder = std::filesystem::path("/runs") / name;
    info.spec = smallSpec(20);
    for (int i = 1; i <= epochs; ++i) {
        EpochRecord record;
        record.epoch = i;
        record.validationAccuracy = 0.1 * i;
        record.seconds = 30;
        record.learningRate = 0.003;
        info.history.push_back(record);
    }
    info.bestEpoch = epochs;
    return std::make_shared<const RunRow>(rowOf(std::move(info)));
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
        model.addRows({runOf("b"), runOf("d")});
        QCOMPARE(names(model), QStringList({"b", "d"}));
        const QPersistentModelIndex kept = model.index(1, 0);
        model.keepOnly({"/runs/a", "/runs/c", "/runs/d", "/runs/e"});
        QCOMPARE(names(model), QStringList({"d"}));
        model.addRows({runOf("a"), runOf("c"), runOf("d"), runOf("e")});
        QCOMPARE(names(model), QStringList({"a", "c", "d", "e"}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 2);
        model.keepOnly({});
        QCOMPARE(model.rowCount(), 0);
    }

    void onlyWhatChangedIsAnnounced() {
        RunTableModel model;
        model.addRows({runOf("a"), runOf("b")});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.addRows({runOf("b", 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().front().value<QModelIndex>().row(), 1);
        QCOMPARE(shown(model, 1, RunTableModel::Epochs), QString("3/20"));
    }

    void notesAreEditedThroughASignal() {
        RunTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.addRows({runOf("a")});
        QSignalSpy edited(&model, &RunTableModel::notesEdited);
        const QModelIndex note = model.index(0, RunTableModel::Note);
        QVERIFY(note.flags() & Qt::ItemIsEditable);
        QVERIFY(!(model.index(0, RunTableModel::State).flags() & Qt::ItemIsEditable));
        QVERIFY(model.setData(note, "too high a rate", Qt::EditRole));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.first()[1].value<RunNotes>().text, std::string("too high a rate"));
        model.setNotes("/runs/a", {"too high a rate", 3});
        QCOMPARE(note.data().toString(), QString("too high a rate"));
        QVERIFY((model.row(0).info.notes == RunNotes{"too high a rate", 3}));
        QCOMPARE(shown(model, 0, RunTableModel::Epochs), QString("2/20")); // all else stays
    }

    void accuracyAtAnEpochFollowsTheChoice() {
        RunTableModel model;
        model.addRows({runOf("a", 5)});
        model.setEpoch(3);
        QVERIFY(shown(model, 0, RunTableModel::AtEpoch).startsWith("30"));
        QVERIFY(model.headerData(RunTableModel::AtEpoch, Qt::Horizontal, Qt::DisplayRole)
                    .toString()
                    .contains("3"));
        model.setEpoch(6);
        QVERIFY(shown(model, 0, RunTableModel::AtEpoch).isEmpty());
        QVERIFY(shown(model, 0, RunTableModel::LastAccuracy).startsWith("50"));
    }

    void showsNumbersForPeopleAndSortsByValue() {
        RunTableModel model;
        model.addRows({runOf("a")});
        QCOMPARE(shown(model, 0, RunTableModel::FormatColumn), QString("TT"));
        QCOMPARE(shown(model, 0, RunTableModel::CellColumn), QString("LSTM"));
        QCOMPARE(shown(model, 0, RunTableModel::Epochs), QString("2/20"));
        QVERIFY(shown(model, 0, RunTableModel::BestAccuracy).startsWith("20"));
        QCOMPARE(model.data(model.index(0, RunTableModel::Parameters), RunTableModel::sortRole).toLongLong(),
                 countParameters(smallSpec(20).model).model);
        QCOMPARE(model.data(model.index(0, RunTableModel::BestAccuracy), RunTableModel::sortRole).toDouble(),
                 0.2);
    }

    void trainingRunIsMarked() {
        RunTableModel model;
        model.addRows({runOf("a"), runOf("b")});
        const QString before = shown(model, 1, RunTableModel::State);
        model.setTraining("/runs/b");
        QVERIFY(shown(model, 1, RunTableModel::State) != before);
        QCOMPARE(shown(model, 0, RunTableModel::State), before);
    }

    void damagedRunIsListedWithItsReason() {
        const auto folder = m_home / "runs" / "broken";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "run.json") << "{ this is not JSON";
        const auto row = std::make_shared<const RunRow>(readRow(folder));
        QVERIFY(!row->problem.isEmpty());
        RunTableModel model;
        model.addRows({row});
        QCOMPARE(shown(model, 0, RunTableModel::Name), QString("broken"));
        QVERIFY(model.data(model.index(0, 0), Qt::ToolTipRole).toString().contains(row->problem));
    }

    void loaderReadsOnlyWhatChanged() {
        const auto root = m_home / "many";
        for (const char* name : {"a", "b", "c"}) {
            std::filesystem::create_directories(root / name);
            std::ofstream(root / name / "run.json") << "{}";
        }
        RunTableModel model;
        RunLoader loader;
        connect(&loader, &RunLoader::listed, &model, &RunTableModel::keepOnly);
        connect(&loader, &RunLoader::rowsRead, &model, &RunTableModel::addRows);
        QSignalSpy read(&loader, &RunLoader::rowsRead), finished(&loader, &RunLoader::finished);
        loader.load(root);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(names(model), QStringList({"a", "b", "c"}));
        read.clear();
        std::filesystem::remove_all(root / "a");
        std::ofstream(root / "b" / "notes.json") << "{}";
        loader.load(root);
        loader.load(root); // asked for twice
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(names(model), QStringList({"b", "c"}));
        int rows = 0;
        for (const auto& signal : read) rows += int(signal[0].value<std::vector<RunRowPtr>>().size());
        QCOMPARE(rows, 1);
    }

    void folderThatIsNotThereHasNoRuns() {
        RunLoader loader;
        QSignalSpy finished(&loader, &RunLoader::finished);
        loader.load(m_home / "nothing");
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].toString(), QString());
    }

    void runsOfSeveralLabelsShowTheirMeanPrecision() {
        RunInfo info = RunInfo();
        info.folder = "/runs/several";
        info.spec = smallSpec(5);
        EpochRecord record;
        record.epoch = info.bestEpoch = 1;
        record.validationAccuracy = 0.9;
        record.validationMeanPrecision = 0.6;
        info.history.push_back(record);
        info.testAccuracy = 0.8;
        info.testMeanPrecision = 0.4;
        RunTableModel model;
        model.addRows({std::make_shared<const RunRow>(rowOf(info))});
        model.setEpoch(1);
        for (const int column :
             {RunTableModel::BestAccuracy, RunTableModel::LastAccuracy, RunTableModel::AtEpoch}) {
            QVERIFY(shown(model, 0, column).startsWith("60"));
            QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole)
                        .toString()
                        .contains("mean average precision"));
        }
        QVERIFY(shown(model, 0, RunTableModel::TestAccuracy).startsWith("40"));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("mean average precision"));
    }

    void endByPatienceIsToldApart() {
        RunInfo info = RunInfo();
        info.folder = "/runs/early";
        info.spec = smallSpec(20);
        info.spec.training.patience = 4;
        info.state = RunState::Done;
        info.history.resize(7);
        RunTableModel model;
        model.addRows({std::make_shared<const RunRow>(rowOf(info))});
        QCOMPARE(shown(model, 0, RunTableModel::State), QString("Finished early"));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("no improvement for 4 epochs"));
        info.history.resize(20);
        model.addRows({std::make_shared<const RunRow>(rowOf(info))});
        QCOMPARE(shown(model, 0, RunTableModel::State), QString("Done"));
    }

    void runWithoutEpochsExportsNoNumbersOfThem() {
        const ResultTable table = runTable({runOf("a", 0), runOf("b", 1)});
        const auto column = [&](const char* title) {
            const auto found = std::ranges::find(table.columns, title, &ResultColumn::title);
            return static_cast<std::size_t>(found - table.columns.begin());
        };
        for (const char* title : {"Time", "Rate", "Best val."}) {
            QCOMPARE(table.rows[0][column(title)].value, std::string());
            QVERIFY(!table.rows[1][column(title)].value.empty());
        }
    }

    void tablesAreExported() {
        const ResultTable table = runTable({runOf("a"), runOf("b_1", 3)});
        QCOMPARE(table.rows.size(), std::size_t{2});
        const auto path = m_home / "runs.csv";
        exportTable(table, path);
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines[2].startsWith("b_1,"));
        QVERIFY(lines[2].contains("0.3"));
        exportTable(table, m_home / "runs.tex");
        exportTable(table, m_home / "RUNS.CSV");
        QVERIFY_EXCEPTION_THROWN(exportTable(table, m_home / "runs.doc"), Error);
    }
};

QTEST_MAIN(TestRunTableModel)
#include "test_run_table_model.moc"
