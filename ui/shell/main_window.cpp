// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/classify/classify_pane.h"
#include "ui/dataset/dataset_pane.h"
#include "ui/design/design_pane.h"
#include "ui/inspect/inspect_pane.h"
#include "ui/runs/runs_pane.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/error_dialog.h"
#include "ui/shell/glyph_icon.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/recent_menu.h"
#include "ui/shell/splitter_states.h"
#include "ui/training/progress_text.h"
#include "ui/training/train_pane.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QStyle>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace rankscope {

namespace {
constexpr int weightsInterval = 1500; // ms
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      m_opener(m_workspace),
      m_session(m_workspace, m_opener),
      m_actions(this),
      m_systemStyle(QApplication::style()->objectName()),
      m_preferences(readPreferences()),
      m_recent(new RecentMenu(this)) {
    setWindowTitle(tr("Rankscope"));
    setWindowIcon(glyphIcon(Glyph::Application));
    setAcceptDrops(true);
    m_actions.fill(*menuBar());
    m_actions.insertBefore(ActionId::ClassifyFiles, *m_recent);
    applyPreferences(m_preferences);
    buildToolBar();
    buildPanes();
    connectActions();
    connectWork();
    resizeToScreen();
    m_firstLayout = saveState();
    m_splitters = centralWidget()->findChildren<QSplitter*>();
    m_firstSplitters = splitterStates(m_splitters);
    showState();
    showStatus();
}

MainWindow::~MainWindow() {
    // Panes refer to members, which go before a window's children would; and what goes must not call back.
    m_workspace.undoStack().disconnect(this);
    m_session.disconnect(this);
    m_opener.disconnect(this);
    delete takeCentralWidget();
    delete m_dock;
}

void MainWindow::buildPanes() {
    auto* center = new QWidget(this);
    m_messages = new MessageBar(center);
    m_tabs = new QTabWidget(center);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Panes"));
    auto* runs = new RunsPane(m_workspace, m_session, m_tabs);
    m_classify = new ClassifyPane(m_tabs);
    const auto addPane = [this](QWidget* pane, const char* helpPage, const QString& title) {
        pane->setObjectName(QLatin1String(helpPage));
        m_tabs->addTab(pane, title);
    };
    addPane(new DesignPane(m_workspace, m_session, m_tabs), "design", tr("Design"));
    addPane(new TrainPane(m_workspace, m_session, m_tabs), "train", tr("Train"));
    addPane(runs, "runs", tr("Runs"));
    addPane(new InspectPane(m_workspace, m_session, m_tabs), "inspect", tr("Inspect"));
    addPane(m_classify, "classify", tr("Classify"));
    connect(runs, &RunsPane::opened, this, [this] { showTab(Tab::Train); });
    auto* layout = new QVBoxLayout(center);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_tabs, 1);
    setCentralWidget(center);

    m_dock = new QDockWidget(tr("Data set"), this);
    m_dock->setObjectName("dataSetDock");
    auto* dataset = new DatasetPane(m_workspace, m_dock);
    m_dock->setWidget(dataset);
    addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    connect(dataset, &DatasetPane::folderWanted, this, &MainWindow::chooseFolder);
    connect(dataset, &DatasetPane::builtInChosen, this, &MainWindow::openBuiltIn);
    connect(dataset, &DatasetPane::listWanted, this, &MainWindow::chooseList);
    connect(dataset, &DatasetPane::listDropped, this, [this] { openList({}); });

    m_status = new QLabel(this);
    m_status->setObjectName("statusText");
    m_status->setAccessibleName(tr("What the engine is doing"));
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    statusBar()->addWidget(m_status, 1);
    m_cancelReading = new QToolButton(this);
    m_cancelReading->setObjectName("cancelReading");
    m_cancelReading->setText(tr("Cancel"));
    m_cancelReading->setToolTip(tr("Stop reading the data"));
    m_cancelReading->setAccessibleName(m_cancelReading->toolTip());
    m_cancelReading->setAutoRaise(true);
    statusBar()->addPermanentWidget(m_cancelReading);
    connect(m_cancelReading, &QToolButton::clicked, this, [this] { m_opener.cancel(); });
}

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Main"));
    bar->setObjectName("mainToolBar");
    bar->setIconSize({18, 18});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const ActionId id : {ActionId::OpenFolder, ActionId::Start, ActionId::Pause, ActionId::Stop,
                              ActionId::Undo, ActionId::Redo}) {
        if (id == ActionId::Start || id == ActionId::Undo) bar->addSeparator();
        bar->addAction(m_actions[id]);
    }
    for (const ActionId id : {ActionId::Undo, ActionId::Redo}) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions[id]));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    auto* gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    auto* theme = new QToolButton(bar);
    theme->setText(tr("Theme"));
    theme->setToolTip(tr("Colours of the window"));
    theme->setPopupMode(QToolButton::InstantPopup);
    theme->addActions(
        {m_actions[ActionId::ThemeSystem], m_actions[ActionId::ThemeLight], m_actions[ActionId::ThemeDark]});
    bar->addWidget(theme);
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto slot) {
        connect(m_actions[id], &QAction::triggered, this, slot);
    };
    on(ActionId::OpenFolder, &MainWindow::chooseFolder);
    on(ActionId::OpenList, &MainWindow::chooseList);
    on(ActionId::OpenBuiltIn, &MainWindow::openBuiltIn);
    on(ActionId::OpenRun, &MainWindow::chooseRun);
    on(ActionId::ClassifyFiles, &MainWindow::chooseVideos);
    on(ActionId::Preferences, &MainWindow::showPreferences);
    on(ActionId::Quit, &QWidget::close);
    on(ActionId::ShowDesign, [this] { showTab(Tab::Design); });
    on(ActionId::ShowTrain, [this] { showTab(Tab::Train); });
    on(ActionId::ShowRuns, [this] { showTab(Tab::Runs); });
    on(ActionId::ShowInspect, [this] { showTab(Tab::Inspect); });
    on(ActionId::ShowClassify, [this] { showTab(Tab::Classify); });
    on(ActionId::ThemeSystem, [this] { setTheme(Theme::System); });
    on(ActionId::ThemeLight, [this] { setTheme(Theme::Light); });
    on(ActionId::ThemeDark, [this] { setTheme(Theme::Dark); });
    on(ActionId::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(ActionId::ResetLayout, &MainWindow::resetLayout);
    on(ActionId::Start, &MainWindow::start);
    on(ActionId::Stop, [this] { m_session.stop(); });
    on(ActionId::Pause, [this](bool paused) { m_session.setPaused(paused); });
    on(ActionId::HelpPane, [this] { showHelp(helpPage()); });
    on(ActionId::HelpContents, [this] { showHelp({}); });
    on(ActionId::Shortcuts, [this] { showShortcuts(this, m_actions); });
    on(ActionId::About, [this] { showAbout(this); });

    connect(m_actions[ActionId::ShowDataset], &QAction::toggled, m_dock, &QWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, this,
            [this] { m_actions[ActionId::ShowDataset]->setChecked(!m_dock->isHidden()); });

    QUndoStack& undo = m_workspace.undoStack();
    on(ActionId::Undo, [&undo] { undo.undo(); });
    on(ActionId::Redo, [&undo] { undo.redo(); });
    const auto showUndo = [this, &undo] {
        m_actions[ActionId::Undo]->setEnabled(undo.canUndo());
        m_actions[ActionId::Redo]->setEnabled(undo.canRedo());
        m_actions[ActionId::Undo]->setText(undo.canUndo() ? tr("&Undo: %1").arg(undo.undoText())
                                                          : tr("&Undo"));
        m_actions[ActionId::Redo]->setText(undo.canRedo() ? tr("&Redo: %1").arg(undo.redoText())
                                                          : tr("&Redo"));
    };
    connect(&undo, &QUndoStack::indexChanged, this, showUndo);
    showUndo();
}

void MainWindow::connectWork() {
    connect(&m_opener, &DataOpener::started, this, &MainWindow::showStatus);
    connect(&m_opener, &DataOpener::progressed, this, &MainWindow::showStatus);
    connect(&m_opener, &DataOpener::finished, this, &MainWindow::showStatus);
    connect(&m_opener, &DataOpener::failed, this, &MainWindow::tellFailure);
    connect(&m_session, &TrainingSession::stateChanged, this, &MainWindow::showState);
    connect(&m_session, &TrainingSession::progressed, this, &MainWindow::showStatus);
    connect(&m_session, &TrainingSession::shownChanged, this, &MainWindow::showStatus);
    connect(&m_session, &TrainingSession::weightsChanged, this, &MainWindow::followWeightsSoon);
    m_weightsDelay.setSingleShot(true);
    connect(&m_weightsDelay, &QTimer::timeout, this, &MainWindow::followWeights);
    connect(&m_session, &TrainingSession::failed, this, &MainWindow::tellFailure);
    connect(&m_session, &TrainingSession::finished, this, &MainWindow::finished);
    connect(&m_session, &TrainingSession::shownChanged, this,
            [this] { m_recent->addRun(m_session.currentRun()); });
    connect(&m_opener, &DataOpener::finished, this, [this] {
        const OpenedData& opened = m_workspace.data();
        if (opened.dataset && !opened.builtIn) m_recent->addData(opened.root);
    });
    connect(m_recent, &RecentMenu::chosen, this, [this](const QString& path) { openPaths({path}); });
    connect(&m_workspace, &Workspace::dataChanged, this, [this] {
        const auto& root = m_workspace.data().root;
        setWindowTitle(root.empty()
                           ? tr("Rankscope")
                           : tr("%1 – Rankscope").arg(QString::fromStdString(root.filename().string())));
    });
}

void MainWindow::start() {
    showTab(Tab::Train);
    m_session.start();
}

void MainWindow::showState() {
    using State = TrainingSession::State;
    const State state = m_session.state();
    m_actions[ActionId::Start]->setEnabled(state == State::Idle);
    m_actions[ActionId::Pause]->setEnabled(state == State::Running || state == State::Paused);
    m_actions[ActionId::Pause]->setChecked(state == State::Paused);
    m_actions[ActionId::Stop]->setEnabled(state != State::Idle && state != State::Stopping);
    showStatus();
}

void MainWindow::showStatus() {
    QStringList lines;
    if (m_session.active()) lines << trainingText(m_session);
    if (m_opener.busy()) lines << openingText(m_opener, m_workspace.data().root);
    m_cancelReading->setVisible(m_opener.busy());
    m_status->setText(lines.isEmpty() ? tr("Ready") : lines.join(QStringLiteral("   |   ")));
}

void MainWindow::followWeightsSoon() {
    // Listed videos are classified anew with new weights: not several times a second while a run improves.
    if (!m_session.active())
        m_weightsDelay.start(0);
    else if (!m_weightsDelay.isActive())
        m_weightsDelay.start(weightsInterval);
}

void MainWindow::followWeights() {
    const auto& shown = m_session.shown();
    if (!shown.empty() && !shown.front().history.empty()) m_classify->setRun(shown.front().folder);
}

void MainWindow::tellFailure(const QString& what, const QString& hint) {
    if (m_closeWhenFinished) { // closing now would take the message away
        stayOpen();
        setWindowState(windowState() & ~Qt::WindowMinimized);
        show();
    }
    showError(this, what, hint);
}

void MainWindow::finished() {
    showState();
    if (m_closeWhenFinished) close();
}

} // namespace rankscope
