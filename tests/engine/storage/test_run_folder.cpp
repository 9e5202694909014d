// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/base/version.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;
namespace fs = std::filesystem;

class TestRunFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void tellsTheStateOfARun() {
        const auto run = path("states");
        auto writer = RunWriter::create(run, smallHeader());
        RunInfo info = readRun(run);
        QCOMPARE(info.state, RunState::Empty);
        QCOMPARE(info.classes, smallHeader().classes);
        QVERIFY(info.spec == smallHeader().spec);
        QCOMPARE(info.version, std::string(version));
        QCOMPARE(info.bestEpoch, 0);

        writer.commit(stateAfter(2, 1));
        info = readRun(run);
        QCOMPARE(info.state, RunState::Unfinished);
        QCOMPARE(info.history.size(), 2u);
        QCOMPARE(info.history[1].trainLoss, record(2).trainLoss);
        QVERIFY(!info.history[1].validationLoss);
        QCOMPARE(info.history[0].validationAccuracy, record(1).validationAccuracy);
        QCOMPARE(info.bestEpoch, 1);

        TrainerState state = stateAfter(2, 1);
        state.batch = 3;
        writer.commit(state);
        QCOMPARE(readRun(run).state, RunState::Stopped);
        state = stateAfter(3, 1);
        state.stopped = true;
        writer.commit(state);
        QCOMPARE(readRun(run).state, RunState::Stopped);
        state.stopped = false;
        state.finished = true;
        writer.commit(state);
        QCOMPARE(readRun(run).state, RunState::Done);
    }

    void testAccuracyBelongsToTheBestEpoch() {
        const auto run = path("tested");
        auto writer = RunWriter::create(run, smallHeader());
        writer.commit(stateAfter(2, 2));
        QVERIFY(!readRun(run).testAccuracy);
        writer.setTestResult({1.0 / 3.0, 0.25});
        QCOMPARE(readRun(run).testAccuracy, std::optional(1.0 / 3.0));
        QCOMPARE(readRun(run).testMeanPrecision, std::optional(0.25));
        writer.commit(stateAfter(3, 3)); // another model now
        QVERIFY(!readRun(run).testAccuracy);
    }

    void listsRunsByName() {
        const auto root = path("list");
        QVERIFY(listRuns(root).empty());
        for (const char* name : {"b", "a", "c"}) RunWriter::create(root / name, smallHeader());
        fs::create_directory(root / "no run");
        putContent(root / "file", "x");
        const auto runs = listRuns(root);
        QCOMPARE(runs, (std::vector<fs::path>{root / "a", root / "b", root / "c"}));
    }

    void noRunIsSaid() {
        QVERIFY_EXCEPTION_THROWN(readRun(path("missing")), Error);
        QVERIFY_EXCEPTION_THROWN(readRun(m_folder.path().toStdString()), Error);
    }

    void newFoldersAreNamedAfterTheModel() {
        const auto root = path("new");
        const ModelSpec model = smallHeader().spec.model;
        QCOMPARE(newRunFolder(root, model), root / "tt-lstm");
        fs::create_directories(root / "tt-lstm");
        fs::create_directories(root / "tt-lstm-2");
        QCOMPARE(newRunFolder(root, model), root / "tt-lstm-3");
    }

    void runsLieWhereTheDesktopSays() {
        qputenv("XDG_DATA_HOME", "/somewhere");
        QCOMPARE(defaultRunsFolder(), fs::path("/somewhere/rankscope/runs"));
        qputenv("XDG_DATA_HOME", "relative"); // to be ignored, says the standard
        qputenv("HOME", "/homes/somebody");
        QCOMPARE(defaultRunsFolder(), fs::path("/homes/somebody/.local/share/rankscope/runs"));
    }
};

QTEST_APPLESS_MAIN(TestRunFolder)
#include "test_run_folder.moc"
