// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "tests/ui/window/real_screen.h"
#include "ui/design/network_diagram.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDrag>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

#include <memory>

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
    std::unique_ptr<MainWindow> m_window;
    Album m_album;
    Shape m_ranks;
    std::filesystem::path m_run;

    Workspace& workspace() { return m_window->workspace(); }
    const Shape& ranks() { return workspace().spec().model.map.ranks; }

    void openWindow() {
        m_window = std::make_unique<MainWindow>();
        m_window->begin({});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        // The window manager gives the focus in its own time.
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), 10'000);
    }
    void clickTab(const QString& name) {
        auto* tabs = m_window->findChild<QTabWidget*>();
        QTabBar* bar = tabs->tabBar();
        for (int i = 0; i < bar->count(); ++i)
            if (bar->tabText(i) == name) {
                Hands::click(*bar, bar->tabRect(i).center());
                QTRY_COMPARE(tabs->currentIndex(), i);
                return;
            }
        QFAIL(qPrintable("no pane " + name));
    }
    void clickTool(ActionId id) {
        QAction* action = m_window->actions()[id];
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), 60'000);
        auto* button = m_window->findChild<QToolBar*>("mainToolBar")->widgetForAction(action);
        QVERIFY(button);
        Hands::click(*button);
    }
    /// A widget below the window, by the name that a screen reader says.
    QWidget* named(const QString& name) {
        for (auto* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible() && widget->accessibleName() == name) return widget;
        return nullptr;
    }
    void turnWheel(int rank, int steps, Index expected) {
        auto* diagram = m_window->findChild<NetworkDiagram*>();
        Hands::wheel(*diagram, diagram->labelRect({RankKind::Rank, rank}).center().toPoint(), steps);
        QTRY_COMPARE(ranks()[static_cast<std::size_t>(rank)], expected);
    }

private slots:
    void initTestCase() {
        if (!m_problem.isEmpty()) QSKIP(qPrintable("There is no screen to use: " + m_problem));
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-real-test");
        QSettings().clear();
        // Qt's own file dialog: it can be steered by keys wherever the test runs.
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_data = writeSmallShapes(m_home / "shapes", 6);
        openWindow();
        m_album.shoot("first-start");
    }
    void init() {
        if (!m_window) QSKIP("the window is not there");
    }

    void opensData() {
        Hands::press("ctrl+o");
        QTRY_VERIFY(m_window->findChild<QFileDialog*>());
        QTRY_VERIFY(m_window->findChild<QFileDialog*>()->isActiveWindow());
        Hands::type(QString::fromStdString(m_data.string()));
        m_album.shoot("choose-folder");
        Hands::press("Return");
        QTRY_COMPARE_WITH_TIMEOUT(workspace().data().root, m_data, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(workspace().data().frames, 60'000);
        m_album.shoot("data-open");
    }

    void changesThreeRanksByWheelAndUndoesTwo() {
        clickTab("Design");
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

    void trainsAndStops() {
        ExperimentSpec spec = workspace().spec();
        spec.training.epochs = 100'000;
        spec.training.batch = 8;
        workspace().edit("epochs", spec);
        clickTool(ActionId::Start);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().shown().empty() &&
                                     m_window->session().shown().front().history.size() > 3,
                                 120'000);
        m_album.shoot("training");
        clickTool(ActionId::Pause);
        QTRY_COMPARE(m_window->session().state(), TrainingSession::State::Paused);
        m_album.shoot("paused");
        clickTool(ActionId::Pause);
        QTRY_COMPARE(m_window->session().state(), TrainingSession::State::Running);
        clickTool(ActionId::Stop);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().active(), 60'000);
        m_run = m_window->session().currentRun();
        m_album.shoot("stopped");
    }

    void listsTheRun() {
        clickTab("Runs");
        auto* table = qobject_cast<QTableView*>(named("Runs"));
        QVERIFY(table);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 1, 20'000);
        const QRect row = table->visualRect(table->model()->index(0, 0));
        Hands::click(*table->viewport(), row.center());
        QTRY_VERIFY(table->selectionModel()->hasSelection());
        m_album.shoot("runs");
    }

    void classifiesThreeDroppedVideos() {
        QStringList files;
        for (const char* clip : {"left/000.avi", "right/001.avi", "up/002.avi"})
            files << QString::fromStdString((m_data / clip).string());
        FileSource source(files);
        source.show();
        QVERIFY(QTest::qWaitForWindowExposed(&source));
        Hands::drag(source, source.rect().center(), *m_window, m_window->rect().center());
        auto* tabs = m_window->findChild<QTabWidget*>();
        QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), QString("Classify"));
        auto* table = qobject_cast<QTableView*>(named("Videos"));
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        source.hide();
        m_album.shoot("three-videos");
    }

    void helpAndPreferencesOpenByKey() {
        Hands::press("F1");
        QTRY_VERIFY(m_window->findChild<QWidget*>("help"));
        QTRY_VERIFY(m_window->findChild<QWidget*>("help")->isActiveWindow());
        m_album.shoot("help");
        Hands::press("Escape");
        QTRY_VERIFY(m_window->isActiveWindow());
        Hands::press("ctrl+comma");
        QTRY_VERIFY(m_window->findChild<QWidget*>("preferences"));
        QTRY_VERIFY(m_window->findChild<QWidget*>("preferences")->isActiveWindow());
        m_album.shoot("preferences");
        Hands::press("Escape");
        QTRY_VERIFY(m_window->isActiveWindow());
    }

    void recolours() {
        m_window->actions()[ActionId::ThemeDark]->trigger();
        for (const char* pane : {"Design", "Train", "Classify"}) {
            clickTab(QLatin1String(pane));
            m_album.shoot(QStringLiteral("dark-%1").arg(QLatin1String(pane).data()));
        }
        m_window->actions()[ActionId::ThemeLight]->trigger();
        clickTab("Runs");
    }

    /// Last: quits by key, starts again, and finds all as it was left.
    void isAsLeftAfterAnotherStart() {
        Hands::press("ctrl+q");
        QTRY_VERIFY(!m_window->isVisible());
        m_window.reset();
        openWindow();
        QCOMPARE(ranks(), m_ranks);
        QCOMPARE(workspace().data().root, m_data);
        auto* tabs = m_window->findChild<QTabWidget*>();
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QString("Runs"));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().currentRun(), m_run, 20'000);
        QVERIFY(m_window->actions()[ActionId::ThemeLight]->isChecked());
        m_album.shoot("started-again");
        Hands::press("ctrl+q");
        QTRY_VERIFY(!m_window->isVisible());
    }

    void cleanupTestCase() { m_window.reset(); }
};

int main(int argc, char** argv) {
    const RealScreen screen;
    QApplication app(argc, argv);
    TestRealWindow test(screen.problem());
    return QTest::qExec(&test, argc, argv);
}

#include "test_real_window_slow.moc"
