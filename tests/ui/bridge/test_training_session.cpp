// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/bridge/training_session.h"
#include "ui/training/progress_text.h"

#include <QSignalSpy>
#include <QTest>

using namespace rankscope;

class TestTrainingSession : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;

private slots:
    void initTestCase() { m_data = writeSmallShapes(m_home / "shapes"); }

    void endByPatienceIsAnEndAndNotesAreSeenAtOnce() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        session.setResources({.threads = 1, .cache = {}});
        ExperimentSpec spec = smallSpec(200);
        spec.training.patience = 1;
        QSignalSpy finished(&session, &TrainingSession::finished), failed(&session, &TrainingSession::failed);
        const auto run = session.trainQueued(spec, m_data);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        const RunInfo& shown = session.shown().front();
        QVERIFY(shown.history.size() < 200);
        QCOMPARE(shown.state, RunState::Done); // as its folder says
        QCOMPARE(readRun(run).state, RunState::Done);
        QVERIFY2(summaryText(session).contains("no improvement for 1 epochs"),
                 qPrintable(summaryText(session)));

        session.setNotes({{run, {"a note", 2}}});
        QCOMPARE(session.shown().front().notes.text, std::string("a note"));
        QTRY_COMPARE(readRun(run).notes.text, std::string("a note"));
        session.setNotes({{m_home / "no-such-run", {"lost", {}}}});
        QTRY_COMPARE(failed.count(), 1);
    }

    void notesAreWrittenBeforeTheSessionGoes() {
        Workspace workspace;
        DataOpener opener(workspace);
        const auto run = m_home / "noted";
        std::filesystem::create_directories(run);
        {
            TrainingSession session(workspace, opener);
            for (int i = 0; i < 20; ++i) session.setNotes({{run, {std::to_string(i), {}}}});
        }
        QCOMPARE(readRunNotes(run).text, std::string("19")); // in order
    }
};

QTEST_MAIN(TestTrainingSession)
#include "test_training_session.moc"
