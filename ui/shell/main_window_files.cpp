// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes into the window and what it remembers: files, drags, the session, closing.
#include "engine/base/error.h"
#include "engine/experiment/presets.h"
#include "ui/classify/classify_pane.h"
#include "ui/shell/ask_files.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/dropped_files.h"
#include "ui/shell/error_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/session_store.h"
#include "ui/shell/splitter_states.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>

#include <utility>

namespace rankscope {

namespace {

constexpr const char* firstPreset = "shapes-tt-lstm";

} // namespace

void MainWindow::begin(const QStringList& paths) {
    const StoredSession stored = readSession();
    if (!stored.geometry.isEmpty()) restoreGeometry(stored.geometry);
    if (!stored.layout.isEmpty()) restoreState(stored.layout);
    restoreSplitters(m_splitters, stored.splitters);
    m_tabs->setCurrentIndex(stored.tab);
    m_workspace.setPreset(stored.spec ? stored.preset : QString::fromLatin1(firstPreset));
    m_workspace.reset(stored.spec ? *stored.spec : presetNamed(firstPreset).spec);
    if (!stored.run.empty()) m_session.showRun(stored.run);
    const bool folderThere =
        !stored.data.empty() && QFileInfo::exists(QString::fromStdString(stored.data.string()));
    if (folderThere && !stored.builtIn)
        m_opener.openFolder(stored.data);
    else if (stored.data.empty() || stored.builtIn)
        m_opener.openBuiltIn();
    else
        m_messages->showMessage(tr("The data folder of the last session is not there: %1")
                                    .arg(QString::fromStdString(stored.data.string())),
                                tr("Open the built-in set"), [this] { openBuiltIn(); });
    if (!paths.isEmpty()) openPaths(paths);
}

void MainWindow::openPaths(const QStringList& paths) {
    const DroppedFiles files = sorted(paths);
    if (files.folder) openFolder(*files.folder);
    if (files.list) openList(*files.list);
    if (files.run) {
        m_session.openRun(*files.run);
        showTab(Tab::Train);
    }
    if (!files.videos.isEmpty()) classify(files.videos);
    if (!files.missing.isEmpty())
        showError(this,
                  tr("There is no such file or folder: %1").arg(files.missing.join(QStringLiteral(", "))),
                  tr("Check the name and whether the disk is there."));
}

void MainWindow::openFolder(const std::filesystem::path& folder) {
    if (folder == DataOpener::builtInFolder()) {
        openBuiltIn();
        return;
    }
    ExperimentSpec next = m_workspace.spec();
    QString preset = m_workspace.presetName();
    // Who has designed nothing yet begins with what holds up on real videos.
    if (preset == QLatin1String(firstPreset) && next == withPreset(next, presetNamed(firstPreset))) {
        preset = QLatin1String(videosPreset);
        next = withPreset(next, presetNamed(videosPreset));
    } else if (m_workspace.data().builtIn && !next.data.augment.any()) {
        next.data.augment = Augmentation{}; // the built-in set trains without it, real videos gain much by it
    }
    next.data.list.clear();
    m_workspace.edit(tr("Open folder"), next, -1, preset);
    m_opener.openFolder(folder);
}

void MainWindow::openBuiltIn() {
    ExperimentSpec next = m_workspace.spec();
    next.data.list.clear();
    m_workspace.edit(tr("Open built-in set"), next);
    m_opener.openBuiltIn();
}

void MainWindow::openList(const std::filesystem::path& list) {
    ExperimentSpec next = m_workspace.spec();
    next.data.list = list;
    m_workspace.edit(list.empty() ? tr("No list") : tr("Use list"), next);
}

void MainWindow::classify(const QStringList& videos) {
    showTab(Tab::Classify);
    m_classify->classify(videos);
}

void MainWindow::chooseFolder() {
    askFiles(this, tr("Open a folder of videos"), QFileDialog::Directory, {},
             m_workspace.data().root.parent_path(), [this](const QStringList& chosen) { openPaths(chosen); });
}

void MainWindow::chooseList() {
    askFiles(this, tr("Use a list"), QFileDialog::ExistingFile, tr("Lists (*.csv *.txt);;All files (*)"),
             m_workspace.data().root.parent_path(),
             [this](const QStringList& chosen) { openList(tidied(chosen.front())); });
}

void MainWindow::chooseRun() {
    askFiles(this, tr("Open a run folder"), QFileDialog::Directory, {}, m_session.runsFolder(),
             [this](const QStringList& chosen) {
                 m_session.openRun(tidied(chosen.front()));
                 showTab(Tab::Train);
             });
}

void MainWindow::chooseVideos() {
    askFiles(
        this, tr("Classify videos"), QFileDialog::ExistingFiles,
        tr("Videos (*.avi *.mp4 *.mov *.mkv *.webm *.mpg *.mpeg *.m4v *.wmv *.flv *.ogv *.3gp *.gif);;All "
           "files (*)"),
        {}, [this](const QStringList& chosen) { classify(chosen); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList paths = localPaths(*event->mimeData());
    if (paths.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const DroppedFiles files = sorted(paths);
    statusBar()->showMessage(files.run      ? tr("Drop to open the run")
                             : files.folder ? tr("Drop to open the folder as data")
                             : files.list   ? tr("Drop to use the list")
                             : files.videos.size() > 1
                                 ? tr("Drop to classify %1 videos").arg(files.videos.size())
                                 : tr("Drop to classify the video"));
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    statusBar()->clearMessage();
}

void MainWindow::dropEvent(QDropEvent* event) {
    statusBar()->clearMessage();
    const QStringList paths = localPaths(*event->mimeData());
    if (paths.isEmpty()) return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The program the files come from waits for the drop's end.
    QMetaObject::invokeMethod(
        this, [this, paths] { openPaths(paths); }, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    remember();
    if (!m_session.active()) {
        event->accept();
        return;
    }
    event->ignore();
    if (findChild<QWidget*>("closeQuestion")) return;
    askBeforeClosing(this, [this](CloseChoice choice) { answerClose(choice); });
}

void MainWindow::answerClose(CloseChoice choice) {
    if (choice == CloseChoice::Cancel) {
        stayOpen();
        return;
    }
    m_closeWhenFinished = true;
    if (!m_session.active()) { // it ended while the question was open
        close();
        return;
    }
    if (choice == CloseChoice::StopAndSave) {
        m_session.stop();
        return;
    }
    m_session.setPaused(false); // or it would never be done
    m_saysItCloses = true;
    m_messages->showMessage(tr("The window closes when the run is done."), tr("Keep it open"),
                            [this] { stayOpen(); });
    showMinimized();
}

void MainWindow::stayOpen() {
    m_closeWhenFinished = false;
    if (std::exchange(m_saysItCloses, false)) m_messages->hide();
}

void MainWindow::remember() {
    StoredSession stored;
    stored.geometry = saveGeometry();
    stored.layout = saveState();
    stored.tab = m_tabs->currentIndex();
    stored.splitters = splitterStates(m_splitters);
    stored.spec = m_workspace.spec();
    stored.preset = m_workspace.presetName();
    stored.data = m_workspace.data().root;
    stored.builtIn = m_workspace.data().builtIn;
    stored.run = m_session.currentRun();
    writeSession(stored);
}

} // namespace rankscope
