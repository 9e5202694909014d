// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_pane.h"

#include "ui/runs/compare/confidence_panel.h"
#include "ui/runs/compare/difference_panel.h"
#include "ui/runs/compare/pareto_panel.h"
#include "ui/runs/compare/seed_panel.h"
#include "ui/runs/run_list.h"
#include "ui/runs/run_loader.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/sweep/sweep_panel.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace rankscope {

namespace {
constexpr int refreshDelay = 500;    // ms: an epoch's end touches several files
constexpr int comparisonDelay = 100; // ms: rows come one batch after the other
} // namespace

RunsPane::RunsPane(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new RunTableModel(this)),
      m_loader(new RunLoader(this)),
      m_list(new RunList(*m_model, this)),
      m_listNote(new QLabel(this)) {
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_list);
    parts->addWidget(buildComparison(workspace));
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    m_listNote->setWordWrap(true);
    m_listNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_listNote->hide();
    layout->addWidget(parts, 1);
    layout->addWidget(m_listNote);
    layout->addWidget(buildNote());
    layout->addWidget(buildButtons());

    for (QTimer* timer : {&m_refreshDelay, &m_comparisonDelay}) timer->setSingleShot(true);
    m_refreshDelay.setInterval(refreshDelay);
    m_comparisonDelay.setInterval(comparisonDelay);
    connect(&m_refreshDelay, &QTimer::timeout, this, &RunsPane::refresh);
    connect(&m_comparisonDelay, &QTimer::timeout, this, &RunsPane::updateComparison);
    const auto later = [this] {
        if (!m_refreshDelay.isActive()) m_refreshDelay.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&session, &TrainingSession::finished, this, later);
    connect(&session, &TrainingSession::runsFolderChanged, this, &RunsPane::refresh);
    connect(&session, &TrainingSession::stateChanged, this, [this] {
        m_model->setTraining(m_session.trainingRun());
        updateButtons();
    });
    connectLoader();
    connectList();
    refresh();
    updateButtons();
}

QWidget* RunsPane::buildComparison(Workspace& workspace) {
    m_comparison = new QTabWidget;
    m_comparison->setDocumentMode(true);
    m_comparison->setAccessibleName(tr("Comparison of runs"));
    m_pareto = new ParetoPanel;
    m_differences = new DifferencePanel;
    m_seeds = new SeedPanel;
    m_confidence = new ConfidencePanel;
    m_comparison->addTab(m_pareto, tr("Accuracy against parameters"));
    m_comparison->addTab(m_differences, tr("Differences"));
    m_comparison->addTab(m_confidence, tr("Confidence"));
    m_comparison->addTab(m_seeds, tr("Seeds"));
    m_comparison->addTab(new SweepPanel(workspace, m_session), tr("Sweep"));
    m_comparison->setTabToolTip(3, tr("Mean and spread over seeds, each at its best learning rate"));
    connect(m_comparison, &QTabWidget::currentChanged, this, &RunsPane::updateComparison);
    connect(m_pareto, &ParetoPanel::runClicked, m_list, &RunList::select);
    connect(m_seeds, &SeedPanel::runClicked, m_list, &RunList::select);
    return m_comparison;
}

QWidget* RunsPane::buildNote() {
    m_noteLine = new QWidget;
    m_note = new QLabel;
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undo = new QPushButton(tr("&Bring back"));
    m_undo->setToolTip(tr("Take the runs that were deleted last out of the trash"));
    connect(m_undo, &QPushButton::clicked, this, &RunsPane::undoDelete);
    auto* row = new QHBoxLayout(m_noteLine);
    row->setContentsMargins({});
    row->addWidget(m_note, 1);
    row->addWidget(m_undo);
    m_noteLine->hide();
    return m_noteLine;
}

QWidget* RunsPane::buildButtons() {
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    const auto add = [&](const QString& text, const QString& tip, void (RunsPane::*slot)()) {
        auto* button = new QPushButton(text);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_open = add(tr("Open"), tr("Show its curves, classify with it, and make its settings the current ones"),
                 &RunsPane::openSelected);
    m_continue = add(tr("Continue"), tr("Train on where it ended"), &RunsPane::continueSelected);
    m_compare = add(tr("Compare curves"), tr("Lay the curves of the selected runs over each other"),
                    &RunsPane::compareSelected);
    m_reveal =
        add(tr("Show in folder"), tr("Open the run's folder in the file manager"), &RunsPane::revealSelected);
    m_delete = add(tr("Delete"), tr("Move the selected runs to the trash; they can be brought back"),
                   &RunsPane::deleteSelected);
    row->addStretch();
    auto* exporting = new QToolButton;
    exporting->setText(tr("Export"));
    exporting->setToolTip(tr("The table as CSV, LaTeX or Markdown; curves as one wide CSV"));
    exporting->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(exporting);
    fillExportMenu(*menu);
    exporting->setMenu(menu);
    row->addWidget(exporting);
    return buttons;
}

void RunsPane::connectLoader() {
    connect(m_loader, &RunLoader::listed, this,
            [this](const std::vector<std::filesystem::path>& folders) { m_model->keepOnly(folders); });
    connect(m_loader, &RunLoader::rowsRead, this, [this](const std::vector<RunRowPtr>& rows) {
        m_model->addRows(rows);
        updateButtons();
    });
    connect(m_loader, &RunLoader::finished, this, [this](const QString& problem) {
        const QString none =
            tr("No runs yet in %1. Start trains one; runs that rankscope-cli writes there appear too.")
                .arg(QDir::toNativeSeparators(QString::fromStdString(m_session.runsFolder().string())));
        const QString text = !problem.isEmpty() ? problem : m_model->rowCount() == 0 ? none : QString();
        m_listNote->setText(text);
        m_listNote->setVisible(!text.isEmpty());
        watch();
        updateButtons();
    });
}

void RunsPane::connectList() {
    const auto compareLater = [this] {
        if (!m_comparisonDelay.isActive()) m_comparisonDelay.start();
    };
    connect(m_list, &RunList::visibleChanged, this, compareLater);
    connect(m_list, &RunList::selectionChanged, this, &RunsPane::updateButtons);
    connect(m_list, &RunList::selectionChanged, this, compareLater);
    connect(m_list, &RunList::activated, this, &RunsPane::openSelected);
    connect(m_list, &RunList::deleteAsked, this, &RunsPane::deleteSelected);
    connect(m_list, &RunList::colorChosen, this,
            [this](const std::vector<std::filesystem::path>& runs, std::optional<int> color) {
                std::vector<NotedRun> noted;
                for (const RunRowPtr& row : m_model->rows())
                    if (std::ranges::find(runs, row->info.folder) != runs.end())
                        noted.push_back({row->info.folder, {row->info.notes.text, color}});
                keepNotes(noted);
            });
    connect(m_model, &RunTableModel::notesEdited, this,
            [this](const std::filesystem::path& folder, const RunNotes& notes) {
                keepNotes({{folder, notes}});
            });
}

void RunsPane::keepNotes(const std::vector<NotedRun>& runs) {
    for (const NotedRun& noted : runs) m_model->setNotes(noted.folder, noted.notes);
    m_session.setNotes(runs);
}

void RunsPane::refresh() {
    watch();
    m_loader->load(m_session.runsFolder());
}

void RunsPane::watch() {
    // The folder may not exist yet; then the nearest one above tells when it does.
    std::filesystem::path root = m_session.runsFolder();
    std::error_code ignored;
    while (!std::filesystem::is_directory(root, ignored) && root.has_relative_path())
        root = root.parent_path();
    QStringList wanted{QString::fromStdString(root.string())};
    for (const RunRowPtr& row : m_model->rows()) wanted << QString::fromStdString(row->info.folder.string());
    const QStringList watched = m_watcher.directories();
    const QSet<QString> before(watched.begin(), watched.end()), after(wanted.begin(), wanted.end());
    if (const auto gone = before - after; !gone.isEmpty()) m_watcher.removePaths(gone.values());
    if (const auto added = after - before; !added.isEmpty()) m_watcher.addPaths(added.values());
}

void RunsPane::say(const QString& text) {
    m_note->setText(text);
    m_undo->setVisible(m_trash.canTakeBack());
    m_noteLine->setVisible(!text.isEmpty() || m_trash.canTakeBack());
}

void RunsPane::updateButtons() {
    const auto runs = m_list->selected();
    const bool one = runs.size() == 1 && runs.front()->problem.isEmpty();
    m_open->setEnabled(one);
    m_continue->setEnabled(one && !m_session.active());
    m_compare->setEnabled(runs.size() > 1);
    m_reveal->setEnabled(runs.size() == 1);
    m_delete->setEnabled(!runs.empty());
}

void RunsPane::updateComparison() {
    const QWidget* shown = m_comparison->currentWidget();
    if (shown == m_pareto) {
        m_pareto->setRuns(m_list->visible());
        m_pareto->setSelected(m_list->selected());
    } else if (shown == m_differences) {
        m_differences->setRuns(m_list->selected());
    } else if (shown == m_confidence) {
        m_confidence->setRuns(m_list->selected());
    } else if (shown == m_seeds) {
        m_seeds->setRuns(m_list->visible());
    }
}

std::vector<std::filesystem::path> RunsPane::selectedFolders() const {
    std::vector<std::filesystem::path> folders;
    for (const RunRowPtr& run : m_list->selected()) folders.push_back(run->info.folder);
    return folders;
}

} // namespace rankscope
