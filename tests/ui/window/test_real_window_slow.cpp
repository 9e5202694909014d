// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"
#include "tests/ui/small_data.h"
#include "tests/ui/window/window_driver.h"
#include "ui/classify/clip_player.h"
#include "ui/design/network_diagram.h"
#include "ui/design/scrubber/scrubber_page.h"
#include "ui/plot/curve_plot.h"
#include "ui/plot/heat_map.h"

#include <QDrag>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMouseEvent>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace rankscope;

namespace {

/// Stands for a file manager: dragging it drags its files.
class FileSource : public QLabel {
public:
    explicit FileSource(QStringList files) : QLabel(QStringLiteral("videos")), m_files(std::move(files)) {
        setWindowFlags(Qt::Tool | Qt::WindowStaysOnTopHint | Qt::X11BypassWindowManagerHint);
        setGeometry(1180, 700, 90, 90);
        setAlignment(Qt::AlignCenter);
    }

protected:
    void mouseMoveEvent(QMouseEvent*) override {
        auto* drag = new QDrag(this);
        auto* mime = new QMimeData;
        QList<QUrl> urls;
        for (const QString& file : m_files) urls << QUrl::fromLocalFile(file);
        mime->setUrls(urls);
        drag->setMimeData(mime);
        drag->exec(Qt::CopyAction);
    }

private:
    QStringList m_files;
};

} // namespace

/// One sitting in front of the window, with real mouse and keys, in the order in which a user would go: each
/// function goes on where the one before ended.
class TestRealWindow : public QObject {
    Q_OBJECT

public:
    explicit TestRealWindow(const QString& problem) : m_problem(problem) {}

private:
    QString m_problem; ///< why there is no screen
    TemporaryHome m_home;
    std::filesystem::path m_data;
    WindowDriver m_window;
    Album m_album;
    Shape m_ranks;

    Workspace& workspace() { return m_window->workspace(); }
    Shape ranks() { return spelledOut(workspace().spec().model.map).ranks; }
    void setEpochs(int epochs) {
        ExperimentSpec spec = workspace().spec();
        spec.training.epochs = epochs;
        spec.training.batch = 8;
        workspace().edit("epochs", spec);
    }
    void turnWheel(int rank, int steps, Index expected) {
        auto* diagram = m_window->findChild<NetworkDiagram*>();
        Hands::wheel(*diagram, diagram->labelRect({RankKind::Rank, rank}).center().toPoint(), steps);
        QTRY_COMPARE(ranks()[static_cast<std::size_t>(rank)], expected);
    }
    QTableView* table(const QString& name) { return m_window.named<QTableView>(name); }

private slots:
    void initTestCase() {
        if (!m_problem.isEmpty()) QSKIP(qPrintable("There is no screen to use: " + m_problem));
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-real-test");
        QSettings().clear();
        // Qt's own file dialog: it can be steered by keys wherever the test runs.
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_data = writeSmallShapes(m_home / "shapes", 6);
        m_window.open();
        m_album.shoot("first-start");
    }
    void init() {
        if (!m_window.isThere()) QSKIP("the window is not there");
    }

    void opensData() {
        Hands::press("ctrl+o");
        m_window.answerFileDialog(m_data);
        QTRY_COMPARE_WITH_TIMEOUT(workspace().data().root, m_data, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(workspace().data().frames, 60'000);
        m_album.shoot("data-open");
    }

    void changesThreeRanksByWheelAndUndoesTwo() {
        m_window.clickTab("Design");
        QCOMPARE(ranks(), (Shape{4, 4, 4}));
        turnWheel(0, 2, 6);
        turnWheel(1, -1, 3);
        turnWheel(2, 1, 5);
        m_album.shoot("three-ranks");
        Hands::press("ctrl+z");
        QTRY_COMPARE(ranks(), (Shape{6, 3, 4}));
        Hands::press("ctrl+z");
        QTRY_COMPARE(ranks(), (Shape{6, 4, 4}));
        m_ranks = ranks();
        m_album.shoot("two-undone");
    }

    void trainsPausesAndStops() {
        using State = TrainingSession::State;
        setEpochs(100'000);
        TrainingSession& session = m_window->session();
        m_window.clickTool(ActionId::Start);
        QTRY_VERIFY_WITH_TIMEOUT(!session.shown().empty() && session.shown().front().history.size() > 3,
                                 120'000);
        m_album.shoot("training");
        m_window.clickTool(ActionId::Pause);
        QTRY_COMPARE(session.state(), State::Paused);
        m_album.shoot("paused");
        m_window.clickTool(ActionId::Pause);
        QTRY_COMPARE(session.state(), State::Running);
    }

    void givesTheRunningModelOtherRanks() {
        TrainingSession& session = m_window->session();
        QVERIFY(session.active());
        m_window.clickTab("Design");
        turnWheel(2, 1, 5);
        QTRY_VERIFY_WITH_TIMEOUT(m_window.button("Apply to the running model") &&
                                     m_window.button("Apply to the running model")->isEnabled(),
                                 60'000);
        m_album.shoot("offered");
        m_window.clickButton("Apply to the running model");
        QTRY_COMPARE_WITH_TIMEOUT(session.shown().front().rankChanges.size(), std::size_t{1}, 60'000);
        QCOMPARE(session.shown().front().rankChanges.front().to, std::string("6,4,5"));
        m_ranks = ranks();
        const std::size_t before = session.shown().front().history.size();
        QTRY_VERIFY_WITH_TIMEOUT(session.shown().front().history.size() > before, 60'000); // goes on
        m_window.clickTool(ActionId::Stop);
        QTRY_VERIFY_WITH_TIMEOUT(!session.active(), 60'000);
        m_window.clickTab("Train");
        m_album.shoot("stopped");
    }

    void scrubsWhatRoundingCosts() {
        m_window.clickTab("Design");
        m_window.clickTab("Rounding");
        auto* page = m_window->findChild<ScrubberPage*>();
        QTRY_VERIFY_WITH_TIMEOUT(page->points().size() == 1, 60'000);
        auto* tolerance = m_window.named<QSlider>("Tolerance: relative error of the map");
        const QPoint begin(8, tolerance->height() / 2),
            end(tolerance->width() * 9 / 10, tolerance->height() / 2);
        // What is told of the run may still grow by a line and move the handle from under the mouse.
        for (int i = 0; i < 3 && tolerance->value() == 0; ++i)
            Hands::drag(*tolerance, begin, *tolerance, end);
        QVERIFY(tolerance->value() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(page->points().size() > 1, 60'000);
        QVERIFY(page->points().begin()->second.error > 0);
        m_album.shoot("scrubber");
        QCOMPARE(ranks(), m_ranks); // a copy was rounded
    }

    void sweepsTwoFormatsByThreeRanks() {
        setEpochs(2);
        m_window.clickTab("Runs");
        m_window.clickTab("Sweep");
        for (const char* format : {"Tensor train", "Block term"})
            m_window.chooseFrom(m_window.named<QToolButton>("Formats of the sweep"), QLatin1String(format));
        Hands::click(*m_window.named<QLineEdit>("Ranks of the sweep"));
        Hands::type("2, 3, 4");
        m_album.shoot("sweep-planned");
        m_window.clickButton("&Add to the queue");
        auto* queue = table("Queue of runs to train");
        QTRY_COMPARE(queue->model()->rowCount(), 6);
        QTRY_COMPARE_WITH_TIMEOUT(table("Runs")->model()->rowCount(), 7, 180'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().active(), 60'000);
        m_album.shoot("sweep-done");
    }

    void showsTheFront() {
        m_window.clickTab("Accuracy against parameters");
        auto* runs = table("Runs");
        const QRect row = runs->visualRect(runs->model()->index(0, 0));
        Hands::click(*runs->viewport(), row.center());
        QTRY_VERIFY(runs->selectionModel()->hasSelection());
        m_album.shoot("pareto");
    }

    void exportsPictureAndTable() {
        CurvePlot* shown = nullptr;
        for (auto* plot : m_window->findChildren<CurvePlot*>())
            if (plot->isVisible()) shown = plot;
        QVERIFY(shown);
        const QString picture = QString::fromStdString((m_home / "front.pdf").string());
        Hands::clickRight(*shown);
        m_window.clickMenu("Export the picture…");
        m_window.answerFileDialog(picture.toStdString());
        QTRY_VERIFY(QFileInfo(picture).size() > 1000);

        const QString curves = QString::fromStdString((m_home / "curves.csv").string());
        Hands::press("Escape");
        Hands::click(*table("Runs")->viewport(), QPoint(20, 10));
        Hands::press("ctrl+a");
        m_window.chooseFrom(m_window.button("Export"), "&Curves as one wide CSV…");
        m_window.answerFileDialog(curves.toStdString());
        QTRY_VERIFY(QFileInfo(curves).size() > 100);
        m_album.shoot("exported");
    }

    void opensTheClipsOfAConfusionCell() {
        m_window.clickTab("Inspect");
        QTRY_VERIFY(m_window.named<HeatMap>("Confusion matrix"));
        auto* matrix = m_window.named<HeatMap>("Confusion matrix");
        QTRY_VERIFY_WITH_TIMEOUT(matrix->values().rows == 8, 60'000);
        const auto& counts = matrix->values().values;
        const int cell = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
        Hands::click(*matrix, matrix->cellRect(cell / 8, cell % 8).center().toPoint());
        const auto players = m_window->findChildren<ClipPlayer*>();
        const auto found = std::ranges::find_if(players, &QWidget::isVisible);
        QVERIFY(found != players.end());
        ClipPlayer* player = *found;
        QSignalSpy played(player, &ClipPlayer::frameChanged);
        QTRY_VERIFY_WITH_TIMEOUT(played.count() > 2, 60'000); // the first of its clips plays
        m_album.shoot("confusion-cell");
    }

    void classifiesThreeDroppedVideos() {
        QStringList files;
        for (const char* clip : {"left/000.avi", "right/001.avi", "up/002.avi"})
            files << QString::fromStdString((m_data / clip).string());
        FileSource source(files);
        source.show();
        QVERIFY(QTest::qWaitForWindowExposed(&source));
        Hands::drag(source, source.rect().center(), *m_window, m_window->rect().center());
        QTRY_COMPARE(m_window.pane(), QString("Classify"));
        QTRY_VERIFY(table("Videos"));
        QTRY_COMPARE(table("Videos")->model()->rowCount(), 3);
        source.hide();
        m_album.shoot("three-videos");
    }

    void helpAndPreferencesOpenByKey() {
        const auto openedBy = [this](const QString& key, const char* name) {
            Hands::press(key);
            QTRY_VERIFY(m_window->findChild<QWidget*>(name));
            QTRY_VERIFY(m_window->findChild<QWidget*>(name)->isActiveWindow());
            m_album.shoot(QLatin1String(name));
            Hands::press("Escape");
            QTRY_VERIFY(m_window->isActiveWindow());
        };
        openedBy("F1", "help");
        openedBy("ctrl+comma", "preferences");
        openedBy("ctrl+slash", "shortcutSheet");
    }

    void recolours() {
        m_window->actions()[ActionId::ThemeDark]->trigger();
        const auto* tabs = m_window->findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            m_window.clickTab(tabs->tabText(i));
            m_album.shoot("dark-" + tabs->tabText(i));
        }
        m_window->actions()[ActionId::ThemeLight]->trigger();
    }

    /// Last: quits by key, starts again, and finds all as it was left.
    void isAsLeftAfterAnotherStart() {
        m_window.clickTab("Runs");
        const auto run = m_window->session().currentRun();
        m_window.quit();
        m_window.drop();
        m_window.open();
        QCOMPARE(ranks(), m_ranks);
        QCOMPARE(workspace().data().root, m_data);
        QCOMPARE(m_window.pane(), QString("Runs"));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().currentRun(), run, 20'000);
        QVERIFY(m_window->actions()[ActionId::ThemeLight]->isChecked());
        m_album.shoot("started-again");
        m_window.quit();
    }

    void cleanupTestCase() { m_window.drop(); }
};

int main(int argc, char** argv) {
    const RealScreen screen;
    QApplication app(argc, argv);
    TestRealWindow test(screen.problem());
    return QTest::qExec(&test, argc, argv);
}

#include "test_real_window_slow.moc"
