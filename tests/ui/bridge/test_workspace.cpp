// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace rankscope;

class TestWorkspace : public QObject {
    Q_OBJECT

private:
    static ExperimentSpec withEpochs(const Workspace& workspace, int epochs) {
        ExperimentSpec spec = workspace.spec();
        spec.training.epochs = epochs;
        return spec;
    }

private slots:
    void editsAreUndoneAndMadeAgain() {
        Workspace workspace;
        const int before = workspace.spec().training.epochs;
        QSignalSpy changed(&workspace, &Workspace::specChanged);
        workspace.edit("Epochs", withEpochs(workspace, before + 1));
        workspace.edit("Epochs", withEpochs(workspace, before + 2));
        QCOMPARE(workspace.undoStack().count(), 2);
        QCOMPARE(changed.count(), 2);
        workspace.undoStack().undo();
        QCOMPARE(workspace.spec().training.epochs, before + 1);
        workspace.undoStack().undo();
        QCOMPARE(workspace.spec().training.epochs, before);
        workspace.undoStack().redo();
        QCOMPARE(workspace.spec().training.epochs, before + 1);
        QCOMPARE(changed.count(), 5);
    }

    void equalSpecMakesNoStep() {
        Workspace workspace;
        QSignalSpy changed(&workspace, &Workspace::specChanged);
        workspace.edit("Nothing", workspace.spec());
        QCOMPARE(workspace.undoStack().count(), 0);
        QCOMPARE(changed.count(), 0);
    }

    void editsOfOneFieldMerge() {
        Workspace workspace;
        const int before = workspace.spec().training.epochs;
        for (int i = 1; i <= 5; ++i) workspace.edit("Epochs", withEpochs(workspace, before + i), 7);
        QCOMPARE(workspace.undoStack().count(), 1);
        ExperimentSpec other = workspace.spec();
        other.training.batch += 1;
        workspace.edit("Batch", other, 8);
        QCOMPARE(workspace.undoStack().count(), 2);
        workspace.undoStack().undo();
        workspace.undoStack().undo();
        QCOMPARE(workspace.spec().training.epochs, before);
    }

    void mergedEditThatReturnsLeavesNoStep() {
        Workspace workspace;
        const int before = workspace.spec().training.epochs;
        workspace.edit("Epochs", withEpochs(workspace, before + 1), 7);
        workspace.edit("Epochs", withEpochs(workspace, before), 7);
        QCOMPARE(workspace.undoStack().count(), 0);
        QCOMPARE(workspace.spec().training.epochs, before);
    }

    void editsWithoutIdDoNotMerge() {
        Workspace workspace;
        const int before = workspace.spec().training.epochs;
        workspace.edit("Epochs", withEpochs(workspace, before + 1), -1);
        workspace.edit("Epochs", withEpochs(workspace, before + 2), -1);
        QCOMPARE(workspace.undoStack().count(), 2);
    }

    void presetIsChosenAndUndoneWithItsSpec() {
        Workspace workspace;
        workspace.setPreset("first");
        workspace.edit("Preset", withEpochs(workspace, 77), -1, "second");
        QCOMPARE(workspace.presetName(), QString("second"));
        workspace.undoStack().undo();
        QCOMPARE(workspace.presetName(), QString("first"));
        workspace.undoStack().redo();
        QCOMPARE(workspace.presetName(), QString("second"));
        workspace.edit("Preset", workspace.spec(), -1, "third"); // the same values under another name
        workspace.undoStack().undo();
        QCOMPARE(workspace.presetName(), QString("second"));
        QCOMPARE(workspace.spec().training.epochs, 77);
    }

    void resetForgetsTheSteps() {
        Workspace workspace;
        workspace.edit("Epochs", withEpochs(workspace, 77));
        workspace.reset(withEpochs(workspace, 78));
        QCOMPARE(workspace.spec().training.epochs, 78);
        QVERIFY(!workspace.undoStack().canUndo());
    }

    void presetAndDataAreAnnounced() {
        Workspace workspace;
        QSignalSpy preset(&workspace, &Workspace::presetChanged), data(&workspace, &Workspace::dataChanged);
        workspace.setPreset("shapes-tt-lstm");
        workspace.setPreset("shapes-tt-lstm");
        QCOMPARE(preset.count(), 1);
        workspace.setData(
            {.root = "/somewhere", .builtIn = false, .dataset = nullptr, .frames = nullptr, .error = {}});
        QCOMPARE(data.count(), 1);
        QCOMPARE(workspace.data().root, std::filesystem::path("/somewhere"));
    }
};

QTEST_APPLESS_MAIN(TestWorkspace)
#include "test_workspace.moc"
