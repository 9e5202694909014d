// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/runs/run_row.h"
#include "ui/runs/run_trash.h"

#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabWidget;

namespace rankscope {

class ConfidencePanel;
class DifferencePanel;
class ParetoPanel;
class RunList;
class RunLoader;
class RunTableModel;
class SeedPanel;

/// The runs of the runs folder: open one, go on with it, lay several over each other, compare them in other
/// ways below the table. Follows the folder, so runs made by the command line appear by themselves.
class RunsPane : public QWidget {
    Q_OBJECT
public:
    RunsPane(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

signals:
    void opened(); ///< a run was asked for: its curves are worth seeing

private:
    QWidget* buildComparison(Workspace& workspace);
    QWidget* buildButtons();
    QWidget* buildNote();
    void connectLoader();
    void connectList();

    void refresh();
    void watch(); ///< the folder of the runs and all of its runs, and nothing else
    void say(const QString& text);
    void keepNotes(const std::vector<NotedRun>& runs);
    void updateButtons();
    void updateComparison();
    std::vector<std::filesystem::path> selectedFolders() const;

    void openSelected();
    void continueSelected();
    void compareSelected();
    void revealSelected();
    void deleteSelected();
    void undoDelete();
    void fillExportMenu(QMenu& menu);
    void exportRuns(bool curves);
    void writeRuns(const std::vector<RunRowPtr>& runs, bool curves, const QString& path);

    TrainingSession& m_session;
    RunTableModel* m_model;
    RunLoader* m_loader;
    RunList* m_list;
    QTabWidget* m_comparison = nullptr;
    ParetoPanel* m_pareto = nullptr;
    DifferencePanel* m_differences = nullptr;
    SeedPanel* m_seeds = nullptr;
    ConfidencePanel* m_confidence = nullptr;
    QWidget* m_noteLine = nullptr;
    QLabel *m_note = nullptr, *m_listNote = nullptr;
    QPushButton *m_undo = nullptr, *m_open = nullptr, *m_continue = nullptr, *m_compare = nullptr,
                *m_reveal = nullptr, *m_delete = nullptr;
    QFileSystemWatcher m_watcher;
    QTimer m_refreshDelay, m_comparisonDelay;
    RunTrash m_trash;
    Job<bool> m_exportJob;
};

} // namespace rankscope
