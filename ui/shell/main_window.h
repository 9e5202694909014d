// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/data_opener.h"
#include "ui/bridge/training_session.h"
#include "ui/bridge/workspace.h"
#include "ui/shell/actions.h"
#include "ui/shell/preferences.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace rankscope {

class ClassifyPane;
class HelpWindow;
class MessageBar;
class RecentMenu;
enum class CloseChoice;

/// The window: panes around one workspace, what its menus do, files dropped anywhere on it, and the session
/// it remembers.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Restores the last session (the built-in set and its preset at the first start), then opens `paths`.
    void begin(const QStringList& paths);
    /// Runs, data folders, lists and videos, each as what it is.
    void openPaths(const QStringList& paths);

    Workspace& workspace() { return m_workspace; }
    TrainingSession& session() { return m_session; }
    Actions& actions() { return m_actions; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Tab { Design, Train, Runs, Inspect, Classify };

    void buildPanes();
    void buildToolBar();
    void connectActions();
    void connectWork();

    void openFolder(const std::filesystem::path& folder);
    void openBuiltIn();
    void openList(const std::filesystem::path& list);
    void chooseFolder();
    void chooseList();
    void chooseRun();
    void chooseVideos();
    void classify(const QStringList& videos);

    void start();
    void showState();
    void showStatus();
    void followWeightsSoon();
    void followWeights();
    void tellFailure(const QString& what, const QString& hint);
    void finished();
    void showTab(Tab tab);
    void setTheme(Theme theme);
    void showPreferences();
    void applyPreferences(const Preferences& preferences);
    void showHelp(const QString& page);
    QString helpPage() const; ///< of the current pane
    void resetLayout();
    void resizeToScreen();
    void answerClose(CloseChoice choice);
    void stayOpen();
    void remember();

    Workspace m_workspace;
    DataOpener m_opener;
    TrainingSession m_session;
    Actions m_actions;
    MessageBar* m_messages = nullptr;
    QTabWidget* m_tabs = nullptr;
    QDockWidget* m_dock = nullptr;
    ClassifyPane* m_classify = nullptr;
    QLabel* m_status = nullptr;
    QToolButton* m_cancelReading = nullptr;
    QString m_systemStyle;
    QByteArray m_firstLayout;
    QList<QSplitter*> m_splitters;
    QByteArrayList m_firstSplitters;
    Preferences m_preferences;
    RecentMenu* m_recent = nullptr;
    HelpWindow* m_help = nullptr;
    QTimer m_weightsDelay;
    bool m_closeWhenFinished = false;
    bool m_saysItCloses = false; ///< the message bar
};

} // namespace rankscope
