// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/design/design_bench.h"
#include "ui/design/budget/budget_page.h"
#include "ui/design/picture/modes_picture.h"
#include "ui/design/picture/picture_page.h"
#include "ui/design/preset_chooser.h"

#include <QLabel>

using namespace rankscope;

/// The presets, and the pages below the diagram.
class TestDesignPages : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    template <class Page>
    static Page* open(const DesignBench& bench) {
        auto* page = bench.pane->findChild<Page*>();
        bench.pane->findChild<QTabWidget*>()->setCurrentWidget(page);
        return page;
    }
    static void edit(DesignBench& bench, const std::function<void(ExperimentSpec&)>& change) {
        ExperimentSpec spec = bench.workspace.spec();
        change(spec);
        bench.workspace.edit(QStringLiteral("Test"), spec);
    }

private Q_SLOTS:
    void presetsAreGroupedAndMarkChanges() {
        DesignBench bench("ucf11-tt-lstm");
        QComboBox& box = bench.combo("Preset");
        QCOMPARE(box.currentData().toString(), QStringLiteral("ucf11-tt-lstm"));
        const auto* changes = bench.pane->findChild<QLabel*>(QStringLiteral("presetChanges"));
        QVERIFY(!changes->isVisible());
        bench.wheel({RankKind::Rank, 0}, 1);
        QVERIFY(changes->isVisible());
        QVERIFY(changes->text().contains(QStringLiteral("ranks")));
        box.setCurrentIndex(box.findData(QStringLiteral("ucf11-bt-lstm-r2")));
        Q_EMIT box.activated(box.currentIndex());
        QCOMPARE(bench.total(0, 0), QStringLiteral("1 472"));
        QVERIFY(!changes->isVisible());
        bench.workspace.undoStack().undo();
        QCOMPARE(box.currentData().toString(), QStringLiteral("ucf11-tt-lstm"));
        QVERIFY(changes->text().contains(QStringLiteral("ranks")));
        QVERIFY(!changes->text().contains(QStringLiteral("training")));
        edit(bench, [](ExperimentSpec& spec) {
            spec.training.epochs += 5;
            spec.training.seed += 1; // no setting of a preset
            spec.data.channels = 1;
            spec.data.layout = FrameLayout::Patches;
        });
        for (const char* what : {"training", "frames", "layout"})
            QVERIFY2(changes->text().contains(QLatin1String(what)), what);
        int headings = 0;
        for (int row = 0; row < box.count(); ++row) headings += box.itemData(row).isNull();
        QVERIFY(headings >= 4);
    }

    void aBudgetIsFittedAndTakenByAClick() {
        DesignBench bench("ucf11-tt-lstm");
        auto* pages = bench.pane->findChild<QTabWidget*>();
        auto* fits = bench.pane->findChild<FitModel*>();
        pages->setCurrentIndex(pages->indexOf(bench.pane->findChild<BudgetPage*>()));
        QTRY_VERIFY_WITH_TIMEOUT(fits->rowCount() > 3, 30'000);
        QTableView* view = nullptr;
        for (auto* one : bench.pane->findChildren<QTableView*>())
            if (one->model() == fits) view = one;
        const MapSpec before = bench.map(), offered = fits->candidate(1).map;
        Q_EMIT view->clicked(fits->index(1, 0));
        QCOMPARE(bench.map().format, offered.format);
        QCOMPARE(bench.map().inModes, offered.inModes);
        QVERIFY(countParameters(bench.workspace.spec().model).inputToHidden <= 4000);
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.map(), before);
    }

    void presetsOfTheUserAreSavedAndDeleted() {
        DesignBench bench("ucf11-tt-lstm");
        bench.wheel({RankKind::Rank, 0}, 3);
        PresetLibrary library(nullptr);
        QString name;
        QVERIFY(!library.save(QStringLiteral("Mine"), bench.workspace.spec(), name));
        QVERIFY(library.save(QStringLiteral("mine"), bench.workspace.spec(), name).has_value()); // taken
        QCOMPARE(library.find(name)->spec.model.map.ranks, (Shape{7, 4, 4}));
        QVERIFY(!library.isOwn(QStringLiteral("ucf11-tt-lstm")));

        DesignBench other("ucf11-bt-lstm");
        QComboBox& box = other.combo("Preset");
        const int row = box.findData(name);
        QVERIFY(row > 0);
        box.setCurrentIndex(row);
        Q_EMIT box.activated(row);
        QCOMPARE(other.map().ranks, (Shape{7, 4, 4}));

        const QString exported = QString::fromStdString((m_home / "exported.json").string());
        QVERIFY(!library.exportTo(exported, name));
        QVERIFY(!library.remove(name));
        QVERIFY(!library.find(name));
        QVERIFY(!library.restore());
        QVERIFY(library.find(name));
        QVERIFY(!library.restore()); // nothing to bring back
        QVERIFY(!library.remove(name));
        QVERIFY(!library.import(exported, name));
        QVERIFY(library.find(name));
        QVERIFY(!library.remove(name));
    }

    void whatIsDeletedIsNotLostWhereItCannotComeBackAtOnce() {
        DesignBench bench("ucf11-tt-lstm");
        PresetLibrary library(nullptr);
        QString name;
        QVERIFY(!library.save(QStringLiteral("Kept"), bench.workspace.spec(), name));
        QVERIFY(!library.remove(name));
        QVERIFY(!library.save(QStringLiteral("Kept"), presetNamed("ucf11-bt-lstm").spec, name));
        QVERIFY(library.restore().has_value()); // the name is taken
        QCOMPARE(library.find(name)->spec.model.map.format, std::string("bt"));
        std::filesystem::remove(userPresetsFolder() / "kept.json");
        QVERIFY(!library.restore());
        QCOMPARE(library.find(name)->spec.model.map.format, std::string("tt"));
        QVERIFY(!library.remove(name));
    }

    void aClickOnALegShowsItsModeOnThePicture() {
        DesignBench bench("ucf11-tt-lstm");
        auto* pages = bench.pane->findChild<QTabWidget*>();
        auto* page = bench.pane->findChild<PicturePage*>();
        auto* picture = page->findChild<ModesPicture*>();
        Q_EMIT bench.diagram().legPointedAt(2);
        Q_EMIT bench.diagram().legSelected(2);
        QCOMPARE(pages->currentWidget(), page);
        QCOMPARE(picture->mode(), 2);
        QCOMPARE(bench.combo("Input mode").currentIndex(), 2);
        pages->setCurrentIndex(0);
        edit(bench, [](ExperimentSpec& spec) {
            spec.model.map.inModes = {4, 4, 6, 6, 10, 10};
            spec.model.map.outModes = {2, 2, 2, 2, 4, 4};
            spec.model.map.ranks = {2, 2, 2, 2, 2};
        });
        Q_EMIT bench.diagram().legSelected(5);
        QCOMPARE(picture->mode(), 5);

        pages->setCurrentIndex(0);
        bench.choose("Hidden to hidden", QStringLiteral("Tensor train"));
        bench.combo("Map that is shown").setCurrentIndex(1);
        Q_EMIT bench.diagram().legSelected(1);
        QCOMPARE(pages->currentIndex(), 0); // no pixels belong to a mode of U
    }

    void patchesThatDoNotDivideAreChangedOneSideAtATime() {
        DesignBench bench("ucf11-tt-lstm");
        edit(bench, [](ExperimentSpec& spec) { // of frames of 160 x 120
            spec.data.layout = FrameLayout::Patches;
            spec.data.patchWidth = 80;
            spec.data.patchHeight = 7;
        });
        open<PicturePage>(bench);
        QComboBox &width = bench.combo("Patch width"), &height = bench.combo("Patch height");
        QCOMPARE(width.currentText(), QStringLiteral("80"));
        QCOMPARE(height.currentText(), QStringLiteral("7"));
        bench.choose("Patch height", QStringLiteral("8"));
        QCOMPARE(bench.workspace.spec().data.patchWidth, 80);
        QCOMPARE(bench.workspace.spec().data.patchHeight, 8);
        QCOMPARE(width.currentText(), QStringLiteral("80"));
        QVERIFY(bench.combo("Input mode").count() > 0); // it is shown
    }

    void aBudgetIsForTheWholeFrame() {
        DesignBench bench("ucf11-tt-lstm");
        edit(bench, [](ExperimentSpec& spec) {
            spec.data.layout = FrameLayout::Patches;
            spec.data.patchHeight = 7;
        });
        auto* page = open<BudgetPage>(bench);
        const auto* note = page->findChild<QLabel*>(QStringLiteral("budgetNote"));
        auto* fits = page->findChild<FitModel*>();
        QTRY_VERIFY(note->text().contains(QStringLiteral("divide")));
        QCOMPARE(fits->rowCount(), 0);
        edit(bench, [](ExperimentSpec& spec) { spec.data.patchHeight = 8; });
        QTRY_VERIFY_WITH_TIMEOUT(fits->rowCount() > 1, 60'000);
        QCOMPARE(product(fits->candidate(0).map.inModes), Index{57'600});

        // What was found for another budget is not taken while the next search waits.
        const MapSpec before = bench.map();
        page->findChild<QSpinBox*>()->setValue(20'000);
        Q_EMIT page->findChild<QTableView*>()->clicked(fits->index(1, 0));
        QCOMPARE(bench.map(), before);
    }
};

QTEST_MAIN(TestDesignPages)
#include "test_design_pages.moc"
