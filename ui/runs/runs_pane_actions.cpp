// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons below the table do.
#include "engine/base/error.h"
#include "ui/bridge/problem.h"
#include "ui/runs/run_export.h"
#include "ui/runs/run_list.h"
#include "ui/runs/runs_pane.h"
#include "ui/shell/ask_files.h"

#include <QDesktopServices>
#include <QInputDialog>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace rankscope {

void RunsPane::openSelected() {
    const auto runs = m_list->selected();
    if (runs.size() != 1) return;
    m_session.openRun(runs.front()->info.folder);
    emit opened();
}

void RunsPane::continueSelected() {
    const auto runs = m_list->selected();
    if (runs.size() != 1) return;
    const RunInfo& run = runs.front()->info;
    if (run.state != RunState::Done) {
        m_session.resumeRun(run.folder);
        emit opened();
        return;
    }
    const int epochs = run.spec.training.epochs;
    auto* question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Continue %1").arg(nameOf(*runs.front())));
    question->setLabelText(tr("All %1 epochs are done. Train on until epoch:").arg(epochs));
    question->setInputMode(QInputDialog::IntInput);
    question->setIntRange(epochs + 1, 1'000'000);
    question->setIntValue(2 * epochs);
    connect(question, &QInputDialog::intValueSelected, this, [this, folder = run.folder](int until) {
        m_session.resumeRun(folder, until);
        emit opened();
    });
    question->open();
}

void RunsPane::compareSelected() {
    std::vector<std::filesystem::path> folders;
    for (const RunRowPtr& run : m_list->selected())
        if (run->problem.isEmpty()) folders.push_back(run->info.folder);
    if (folders.size() > mostBeside) {
        say(tr("The first %1 of %2 selected runs are laid over each other.")
                .arg(mostBeside)
                .arg(folders.size()));
        folders.resize(mostBeside);
    }
    m_session.compare(folders);
    emit opened();
}

void RunsPane::revealSelected() {
    const auto folders = selectedFolders();
    if (folders.size() == 1)
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(folders.front().string())));
}

void RunsPane::deleteSelected() {
    std::vector<std::filesystem::path> folders = selectedFolders();
    if (std::erase(folders, m_session.trainingRun()) > 0 && folders.empty()) {
        say(tr("This run is training. Stop it first."));
        return;
    }
    if (folders.empty()) return;
    try {
        m_trash.put(folders);
        say(folders.size() == 1 ? tr("The run was moved to the trash.")
                                : tr("%1 runs were moved to the trash.").arg(folders.size()));
    } catch (const Error& error) {
        say(problemOf(error).sentence());
    }
    refresh();
}

void RunsPane::undoDelete() {
    try {
        m_trash.takeBack();
        say({});
    } catch (const Error& error) {
        say(problemOf(error).sentence());
    }
    refresh();
}

void RunsPane::fillExportMenu(QMenu& menu) {
    menu.setToolTipsVisible(true);
    menu.addAction(tr("&Table of the runs…"), this, [this] { exportRuns(false); })
        ->setToolTip(tr("Two or more selected runs, or all that the filter lets through"));
    menu.addAction(tr("&Curves as one wide CSV…"), this, [this] { exportRuns(true); })
        ->setToolTip(tr("The selected runs beside each other"));
}

void RunsPane::exportRuns(bool curves) {
    std::vector<RunRowPtr> runs = m_list->selected();
    if (runs.size() < 2 && !curves) runs = m_list->visible();
    std::erase_if(runs, [](const RunRowPtr& run) { return !run->problem.isEmpty(); });
    if (runs.empty()) {
        say(tr("Select the runs to be exported in the table."));
        return;
    }
    askFiles(this, curves ? tr("Export curves") : tr("Export the table of runs"), QFileDialog::AnyFile,
             curves ? tr("Comma separated (*.csv)")
                    : tr("Comma separated (*.csv);;LaTeX table (*.tex);;Markdown table (*.md)"),
             {},
             [this, runs, curves](const QStringList& chosen) { writeRuns(runs, curves, chosen.front()); });
}

void RunsPane::writeRuns(const std::vector<RunRowPtr>& runs, bool curves, const QString& path) {
    m_exportJob.start(
        this,
        [runs, curves, file = std::filesystem::path(path.toStdString())](std::stop_token) {
            std::vector<std::filesystem::path> folders;
            for (const RunRowPtr& run : runs) folders.push_back(run->info.folder);
            exportTable(curves ? curveTable(folders) : runTable(runs), file);
            return true;
        },
        [this, path](const JobResult<bool>& result) {
            say(result.error.isEmpty() ? tr("Written: %1").arg(path)
                                       : Problem{result.error, result.hint}.sentence());
        });
}

} // namespace rankscope
