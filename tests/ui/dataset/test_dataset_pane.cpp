// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/dataset_pane.h"
#include "ui/dataset/frame_settings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace rankscope;

namespace {
std::shared_ptr<Dataset> twoClasses(int clipsOfEach) {
    auto dataset = std::make_shared<Dataset>();
    dataset->classes = {"left", "right"};
    for (int label = 0; label < 2; ++label)
        for (int clip = 0; clip < clipsOfEach; ++clip)
            dataset->clips.push_back(
                {dataset->classes[static_cast<std::size_t>(label)] + "/" + std::to_string(clip) + ".avi",
                 {label},
                 {},
                 {}});
    return dataset;
}
} // namespace

class TestDatasetPane : public QObject {
    Q_OBJECT

    struct Bench {
        Workspace workspace;
        DatasetPane pane{workspace};
        Bench() {
            pane.resize(280, 600);
            pane.show();
        }
        void open(std::shared_ptr<Dataset> dataset) {
            OpenedData opened;
            opened.root = "/data/clips";
            opened.dataset = std::move(dataset);
            workspace.setData(opened);
        }
        QLabel* label(const char* name) const { return pane.findChild<QLabel*>(QLatin1String(name)); }
        QSpinBox* spin(const char* name) const {
            for (auto* spin : pane.findChildren<QSpinBox*>())
                if (spin->accessibleName() == QLatin1String(name)) return spin;
            qFatal("no such number");
        }
        template <class View>
        View* view(const char* name) const {
            for (auto* view : pane.findChildren<View*>())
                if (view->accessibleName() == QLatin1String(name)) return view;
            qFatal("no such view");
        }
    };

private Q_SLOTS:
    void emptyStateSaysWhatToDo() {
        Bench bench;
        QVERIFY(bench.label("datasetMessage")->isVisible());
        QCOMPARE(bench.label("datasetMessage")->text(),
                 QStringLiteral("Drop a folder of videos here: one sub-folder per class"));
        QCOMPARE(bench.pane.minimumSizeHint().width() <= 280, true);
    }

    void anErrorIsShownInPlace() {
        Bench bench;
        OpenedData opened;
        opened.root = "/nowhere";
        opened.error = QStringLiteral("There is no folder /nowhere.");
        bench.workspace.setData(opened);
        QVERIFY(bench.label("datasetMessage")->isVisible());
        QVERIFY(bench.label("datasetMessage")->text().contains(opened.error));
    }

    void classesAndSplitOfAFolder() {
        Bench bench;
        bench.open(twoClasses(10));
        QCOMPARE(bench.view<QTableView>("Classes")->model()->rowCount(), 2);
        QVERIFY(!bench.label("datasetMessage")->isVisible());
        QTRY_COMPARE(bench.label("split")->text(), QStringLiteral("Train 16 · validation 4 · test 0"));
        ExperimentSpec spec = bench.workspace.spec();
        spec.data.validation.fraction = 0.5;
        bench.workspace.edit(QStringLiteral("Validation"), spec);
        QTRY_COMPARE(bench.label("split")->text(), QStringLiteral("Train 10 · validation 10 · test 0"));
    }

    void splitThatIsNotPossibleSaysWhy() {
        Bench bench;
        ExperimentSpec spec = bench.workspace.spec();
        spec.data.validation = {SplitRule::Kind::Groups, 0.2, {"S99"}};
        bench.workspace.reset(spec);
        bench.open(twoClasses(4));
        QTRY_VERIFY(bench.label("splitNote")->text().contains(QStringLiteral("S99")));
        QVERIFY(bench.label("splitNote")->isVisible());
        QVERIFY(!bench.label("split")->isVisible());
    }

    void badFilesAreListedAndCopied() {
        Bench bench;
        auto dataset = twoClasses(3);
        bench.open(dataset);
        QVERIFY(!bench.view<QListView>("Unusable files")->isVisible());
        dataset->skipped = {{"left/x.txt", "This is a text file."}};
        bench.open(dataset);
        QVERIFY(bench.view<QListView>("Unusable files")->isVisible());
        for (auto* button : bench.pane.findChildren<QAbstractButton*>())
            if (button->text() == QLatin1String("Copy")) button->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("left/x.txt\tThis is a text file.\n"));
    }

    void frameSizeIsEditedWithUndoAndComparedWithTheModes() {
        Bench bench;
        ExperimentSpec spec = bench.workspace.spec();
        spec.model.map.inModes = {8, 12, 8, 12};
        spec.data.width = 64;
        spec.data.height = 48;
        bench.workspace.reset(spec);
        QVERIFY(!bench.label("frameNote")->text().contains(QStringLiteral("⚠")));
        bench.spin("Frame width")->setValue(80);
        QCOMPARE(bench.workspace.spec().data.width, 80);
        QVERIFY(bench.label("frameNote")->text().contains(QStringLiteral("⚠")));
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.spin("Frame width")->value(), 64);
        QVERIFY(!bench.label("frameNote")->text().contains(QStringLiteral("⚠")));
    }

    void buttonsAskTheWindow() {
        Bench bench;
        ExperimentSpec spec = bench.workspace.spec();
        spec.data.list = "/data/list.csv";
        bench.workspace.reset(spec);
        QSignalSpy builtIn(&bench.pane, &DatasetPane::builtInChosen),
            dropped(&bench.pane, &DatasetPane::listDropped), list(&bench.pane, &DatasetPane::listWanted),
            folder(&bench.pane, &DatasetPane::folderWanted);
        for (auto* button : bench.pane.findChildren<QAbstractButton*>()) {
            for (const char* text : {"&Built-in", "F&older…", "&List…"})
                if (button->text() == QString::fromUtf8(text)) button->click();
            if (button->accessibleName() == QLatin1String("Forget the list") && button->isVisible())
                button->click();
        }
        QCOMPARE(builtIn.size(), 1);
        QCOMPARE(dropped.size(), 1);
        QCOMPARE(list.size(), 1);
        QCOMPARE(folder.size(), 1);
    }

    void groupsOfAPatternAreSeenToLeak() {
        Bench bench;
        auto dataset = twoClasses(0);
        for (int label = 0; label < 2; ++label)
            for (int clip = 0; clip < 12; ++clip)
                dataset->clips.push_back({dataset->classes[static_cast<std::size_t>(label)] + "/S0" +
                                              std::to_string(clip % 3) + "_" + std::to_string(clip) + ".avi",
                                          {label},
                                          {},
                                          {}});
        bench.open(dataset);
        QTRY_VERIFY(bench.label("split")->text().startsWith(QStringLiteral("Train 20")));
        QVERIFY(!bench.label("splitNote")->isVisible());
        ExperimentSpec spec = bench.workspace.spec();
        spec.data.groups = GroupSource::Pattern;
        spec.data.groupPattern = "^(S\\d+)_";
        bench.workspace.edit(QStringLiteral("Groups"), spec);
        QTRY_VERIFY(bench.label("splitNote")->text().contains(QStringLiteral("of 3 stand in training")));
        spec.data.validation = SplitRule::parse("group-kfold:3/2");
        bench.workspace.edit(QStringLiteral("Fold"), spec);
        QTRY_COMPARE(bench.label("split")->text(), QStringLiteral("Train 16 · validation 8 · test 0"));
        QVERIFY(!bench.label("splitNote")->isVisible());
        spec.data.groupPattern = "(person)";
        bench.workspace.edit(QStringLiteral("Pattern"), spec);
        QTRY_VERIFY(bench.label("splitNote")->text().contains(QStringLiteral("matches no file name")));
    }
};

QTEST_MAIN(TestDatasetPane)
#include "test_dataset_pane.moc"
