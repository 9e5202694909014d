// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/bridge/data_opener.h"

#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace rankscope;

class TestDataOpener : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;

private slots:
    void initTestCase() { m_data = writeSmallShapes(m_home / "shapes"); }

    void feedsTheWorkspaceStepByStep() {
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        std::vector<QString> steps;
        connect(&workspace, &Workspace::dataChanged, this, [&] {
            const OpenedData& data = workspace.data();
            steps.push_back(data.frames ? "frames" : data.dataset ? "dataset" : "folder");
        });
        QSignalSpy finished(&opener, &DataOpener::finished);
        opener.openFolder(m_data);
        QVERIFY(opener.busy());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(steps, (std::vector<QString>{"folder", "dataset", "frames"}));
        QCOMPARE(workspace.data().dataset->clips.size(), std::size_t{24});
        QCOMPARE(workspace.data().frames->width(), workspace.spec().data.width);
        QVERIFY(!opener.busy());
    }

    void otherFrameSizeDecodesAgain() {
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        opener.openFolder(m_data);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.data().frames, 60'000);
        const auto dataset = workspace.data().dataset;
        ExperimentSpec next = workspace.spec();
        next.data.width = 32;
        workspace.edit("Width", next);
        QVERIFY(opener.busy());
        QTRY_VERIFY_WITH_TIMEOUT(workspace.data().frames && workspace.data().frames->width() == 32, 60'000);
        QCOMPARE(workspace.data().dataset, dataset);
    }

    void listChangesTheClips() {
        const auto list = m_home / "list.csv";
        std::ofstream(list) << "path,class\nleft/000.avi,one\nright/000.avi,two\n";
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        opener.openFolder(m_data);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.data().frames, 60'000);
        ExperimentSpec next = workspace.spec();
        next.data.list = list;
        workspace.edit("List", next);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.data().dataset && workspace.data().dataset->classes.size() == 2,
                                 60'000);
    }

    void failureIsKeptAndSaid() {
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        QSignalSpy failed(&opener, &DataOpener::failed), finished(&opener, &DataOpener::finished);
        opener.openFolder(m_home / "no such folder");
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(failed.count(), 1);
        QVERIFY(workspace.data().error.contains("no such folder"));
        QVERIFY(!workspace.data().dataset);
    }

    void cancelEndsItAndSaysSo() {
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        QSignalSpy finished(&opener, &DataOpener::finished), failed(&opener, &DataOpener::failed);
        opener.openFolder(m_data);
        opener.cancel();
        QVERIFY(!opener.busy());
        QCOMPARE(finished.count(), 1);
        QVERIFY(workspace.data().error.contains("cancelled"));
        opener.cancel();
        QCOMPARE(finished.count(), 1);
        opener.openFolder(m_data);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
        QCOMPARE(failed.count(), 0);
        QVERIFY(workspace.data().error.isEmpty());
        QVERIFY(workspace.data().frames);
    }

    void openingAgainDropsTheFirst() {
        Workspace workspace;
        workspace.reset(smallSpec(1));
        DataOpener opener(workspace);
        QSignalSpy finished(&opener, &DataOpener::finished), failed(&opener, &DataOpener::failed);
        opener.openFolder(m_home / "no such folder");
        opener.openFolder(m_data);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(workspace.data().root, m_data);
        QVERIFY(workspace.data().frames);
    }
};

QTEST_GUILESS_MAIN(TestDataOpener)
#include "test_data_opener.moc"
