// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/classify/clip_player.h"
#include "ui/inspect/clip_list_model.h"
#include "ui/inspect/confusion/class_score_model.h"
#include "ui/inspect/confusion/confusion_view.h"
#include "ui/inspect/cores/cores_view.h"
#include "ui/inspect/dynamics/dynamics_view.h"
#include "ui/inspect/inspect_pane.h"
#include "ui/inspect/noise/noise_view.h"
#include "ui/inspect/patterns/patterns_view.h"
#include "ui/inspect/spectra/spectra_view.h"
#include "ui/plot/bar_plot.h"
#include "ui/plot/curve_plot.h"
#include "ui/plot/heat_map.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <numeric>

using namespace rankscope;

/// The window's look into a run of the small set, one page after the other.
class TestInspectPane : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data, m_run, m_still;

    struct Bench {
        Workspace workspace;
        DataOpener opener{workspace};
        TrainingSession session{workspace, opener};
        InspectPane pane{workspace, session};
        explicit Bench(const std::filesystem::path& run) {
            pane.resize(1000, 640);
            pane.show();
            if (!run.empty()) session.showRun(run);
        }
        template <class View>
        View* show() {
            auto* view = pane.findChild<View*>();
            pane.findChild<QTabWidget*>()->setCurrentWidget(view);
            return view;
        }
    };

private slots:
    void initTestCase() {
        m_data = writeSmallShapes(m_home / "shapes");
        m_run = m_home / "run";
        Control control;
        trainRun({m_data, m_run, smallSpec(2), false, {}}, [](const Event&) {}, control, {});
        m_still = m_home / "still"; // learns nothing: the first epoch is the best
        ExperimentSpec spec = smallSpec(2);
        spec.training.learningRate = 1e-30;
        spec.data.validation.fraction = 0.67; // other clips
        trainRun({m_data, m_still, spec, false, {}}, [](const Event&) {}, control, {});
    }

    void withoutARunItSaysWhatToDo() {
        Bench bench({});
        auto* map = bench.show<CoresView>()->findChild<HeatMap*>();
        QVERIFY(map->values().values.empty());
        QVERIFY(!bench.pane.inspection().run());
        QStringList said;
        for (const auto* label : bench.show<SpectraView>()->findChildren<QLabel*>()) said << label->text();
        QVERIFY2(said.contains("Train a model or open a run first."), qPrintable(said.join('|')));
    }

    void aCellOfTheConfusionShowsItsClips() {
        Bench bench(m_run);
        auto* view = bench.show<ConfusionView>();
        auto* map = view->findChild<HeatMap*>();
        QTRY_COMPARE(map->values().rows, 8);
        const auto& counts = map->values().values;
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0.0f),
                 8.0f); // one clip of each class validates
        const QAbstractItemModelTester tester(view->findChild<ClassScoreModel*>());
        auto* clips = view->findChild<ClipListModel*>();
        const QAbstractItemModelTester clipsTester(clips);
        int found = 0;
        for (int cell = 0; cell < 64; ++cell) {
            map->setCurrent(cell / 8, cell % 8);
            QCOMPARE(clips->rowCount(), static_cast<int>(counts[static_cast<std::size_t>(cell)]));
            found += clips->rowCount();
            if (clips->rowCount() > 0) {
                QTRY_VERIFY(view->findChild<QSlider*>()->maximum() > 0); // it plays
                QVERIFY(!clips->index(0).data(Qt::DecorationRole).value<QIcon>().isNull());
            }
        }
        QCOMPARE(found, 8);
        view->findChild<QCheckBox*>()->setChecked(true);
        for (int row = 0; row < 8; ++row)
            QCOMPARE(std::accumulate(map->values().values.begin() + 8 * row,
                                     map->values().values.begin() + 8 * row + 8, 0.0f),
                     1.0f);
        auto* table = view->findChild<QTableView*>();
        table->selectRow(3);
        QCOMPARE(clips->rowCount(), 1);
        auto* set = view->findChild<QComboBox*>();
        set->setCurrentIndex(2); // training clips
        emit set->activated(2);
        QTRY_COMPARE(std::accumulate(map->values().values.begin(), map->values().values.end(), 0.0f), 8.0f);
        QTRY_VERIFY(!map->values().values.empty());
    }

    void aMovedDataFolderIsTakenFromTheWindowOrTold() {
        const std::filesystem::path moved = m_home / "moved-shapes";
        std::filesystem::rename(m_data, moved);
        {
            Bench bench(m_run);
            bench.show<ConfusionView>();
            QTRY_VERIFY(!bench.pane.inspection().clipsProblem().what.isEmpty());
            QVERIFY(bench.pane.inspection().clipsProblem().what.contains(QStringLiteral("shapes")));
        }
        Bench bench({});
        OpenedData data;
        data.root = moved;
        bench.workspace.setData(data);
        bench.session.showRun(m_run);
        auto* map = bench.show<ConfusionView>()->findChild<HeatMap*>();
        QTRY_COMPARE(map->values().rows, 8);
        std::filesystem::rename(moved, m_data);
    }

    void coresAreShownByTheirAxes() {
        Bench bench(m_run);
        auto* view = bench.show<CoresView>();
        auto* map = view->findChild<HeatMap*>();
        QTRY_VERIFY(!map->values().values.empty());
        const auto run = bench.pane.inspection().run();
        const auto tensors = weightTensors(run->model);
        auto* choice = view->findChild<QComboBox*>();
        QCOMPARE(choice->count(), static_cast<int>(tensors.size()));
        for (int i = 0; i < choice->count(); ++i) {
            choice->setCurrentIndex(i);
            Index size = 1;
            for (const TensorAxis& axis : tensors[static_cast<std::size_t>(i)].axes) size *= axis.size;
            QTRY_COMPARE(static_cast<Index>(map->values().values.size()), size); // small: all slices
        }
        choice->setCurrentIndex(1);
        auto* tiled = view->findChild<QCheckBox*>();
        tiled->click();
        const auto axes = tensors[1].axes;
        QTRY_COMPARE(static_cast<Index>(map->values().values.size()), axes[1].size * axes[2].size);
        QVERIFY(map->values().tileRows == 0);
    }

    void aSpectrumBarBecomesTheRankAndCanBeUndone() {
        Bench bench(m_run);
        ExperimentSpec spec = smallSpec(1);
        bench.workspace.reset(spec);
        auto* view = bench.show<SpectraView>();
        QTRY_VERIFY(!view->findChildren<BarPlot*>().isEmpty());
        auto* plot = view->findChildren<BarPlot*>().first();
        QVERIFY(plot->bars().front().enabled);
        QVERIFY(!plot->bars().front().note.isEmpty());
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->barRect(0).center().toPoint());
        QCOMPARE(bench.workspace.spec().model.map.ranks.front(), Index{1});
        bench.workspace.undoStack().undo();
        QCOMPARE(bench.workspace.spec().model.map, spec.model.map);
        spec.model.map.format = "bt"; // another model: nothing to apply to
        bench.workspace.edit(QStringLiteral("Format"), spec);
        QVERIFY(!plot->bars().front().enabled);
    }

    void gatesAreShownBesideTheFrames() {
        Bench bench(m_run);
        auto* view = bench.show<DynamicsView>();
        QTRY_COMPARE(view->findChildren<HeatMap*>().size(), 7); // i, f, c, o, cell, hidden, answer
        const auto maps = view->findChildren<HeatMap*>();
        const auto run = bench.pane.inspection().run();
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(static_cast<Index>(maps[i]->values().rows), run->model.hiddenSize());
            QCOMPARE(maps[i]->values().columns, run->header.spec.data.frames);
        }
        QCOMPARE(maps[6]->values().rows, 8);
        float sum = 0; // probabilities at the first step
        for (int row = 0; row < 8; ++row)
            sum += maps[6]->values().values[static_cast<std::size_t>(row * maps[6]->values().columns)];
        QVERIFY(std::abs(sum - 1) < 1e-5f);
        view->findChild<QCheckBox*>()->setChecked(true);
        const auto& hidden = maps[5]->values();
        for (int row = 1; row < hidden.rows; ++row)
            QVERIFY(hidden.values[static_cast<std::size_t>(row * hidden.columns - 1)] >=
                    hidden.values[static_cast<std::size_t>((row + 1) * hidden.columns - 1)]);
    }

    void patternsOfAllUnitsAreComputed() {
        Bench bench(m_run);
        auto* view = bench.show<PatternsView>();
        auto* model = view->findChild<PatternModel*>();
        const QAbstractItemModelTester tester(model);
        QTRY_VERIFY(bench.pane.inspection().run());
        QTRY_COMPARE(static_cast<Index>(model->rowCount()),
                     bench.pane.inspection().run()->model.hiddenSize());
        const UnitPattern& pattern = model->pattern(0);
        QCOMPARE(pattern.picture.size(), QSize(64, 48));
        QVERIFY(pattern.norm > 0);
        const UnitPattern grey = patternOf(0, {0.0f, 0.0f, -2.0f}, 1, 1);
        QCOMPARE(grey.picture.pixelColor(0, 0), QColor(128, 128, 1));
    }

    void accuracyIsMeasuredAgainstNoise() {
        Bench bench(m_run);
        auto* view = bench.show<NoiseView>();
        auto* plot = view->findChild<CurvePlot*>();
        auto* measure = view->findChild<QPushButton*>();
        QTRY_VERIFY(measure->isEnabled());
        QVERIFY(plot->curveIds().isEmpty());
        measure->click();
        QTRY_COMPARE(plot->curveIds(), QStringList{QStringLiteral("0")});
        const auto shown = plot->valuesAt(0.4);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.first().name, QStringLiteral("run"));
        QVERIFY(shown.first().y >= 0 && shown.first().y <= 1);
        QVERIFY(measure->isEnabled());
    }

    void noiseComparesRunsOnTheSameClipsAlone() {
        Bench bench(m_run);
        const std::filesystem::path twin = m_home / "twin";
        std::filesystem::copy(m_run, twin, std::filesystem::copy_options::recursive);
        QTRY_COMPARE(bench.session.shown().size(), std::size_t{1});
        bench.session.compare({twin, m_still});
        QTRY_COMPARE(bench.session.shown().size(), std::size_t{3});
        // As where the runs have come from another machine: the clips are those of the open folder.
        const std::filesystem::path moved = m_home / "moved-shapes";
        std::filesystem::rename(m_data, moved);
        OpenedData data;
        data.root = moved;
        bench.workspace.setData(data);
        auto* view = bench.show<NoiseView>();
        auto* plot = view->findChild<CurvePlot*>();
        QTRY_VERIFY(view->findChild<QPushButton*>()->isEnabled());
        view->findChild<QPushButton*>()->click();
        QTRY_COMPARE(plot->curveIds().size(), 2);
        const auto shown = plot->valuesAt(0.4);
        QCOMPARE(shown.at(0).y, shown.at(1).y);
        QStringList said;
        for (const auto* label : view->findChildren<QLabel*>()) said << label->text();
        QVERIFY2(said.join(' ').contains("other clips: still"), qPrintable(said.join(' ')));
        std::filesystem::rename(moved, m_data);
    }

    void theLastEpochCanBeChosenInsteadOfTheBest() {
        Bench bench(m_still);
        bench.show<CoresView>();
        QTRY_VERIFY(bench.pane.inspection().run());
        QCOMPARE(bench.pane.inspection().run()->epoch, 1);
        bench.pane.inspection().setWeights(WeightsOf::Last);
        QTRY_VERIFY(bench.pane.inspection().run());
        QCOMPARE(bench.pane.inspection().run()->epoch, 2);
    }
};

QTEST_MAIN(TestInspectPane)
#include "test_inspect_pane_decode.moc"
