// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_pane.h"

#include "ui/runs/run_table_model.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace rankscope {

namespace {
constexpr int refreshDelay = 500; // ms: an epoch's end touches several files
}

RunsPane::RunsPane(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new RunTableModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this)),
      m_note(new QLabel(this)) {
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildTop());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addWidget(buildButtons());
    m_note->setWordWrap(true);

    m_delay.setInterval(refreshDelay);
    m_delay.setSingleShot(true);
    const auto later = [this] {
        if (!m_delay.isActive()) m_delay.start();
    };
    connect(&m_delay, &QTimer::timeout, this, &RunsPane::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&session, &TrainingSession::shownChanged, this, later);
    connect(&session, &TrainingSession::finished, this, later);
    connect(&session, &TrainingSession::runsFolderChanged, this, &RunsPane::refresh);
    connect(&session, &TrainingSession::stateChanged, this, [this] {
        m_model->setTraining(m_session.trainingRun());
        updateButtons();
    });
    refresh();
    updateButtons();
}

void RunsPane::buildTable() {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunTableModel::sortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTableModel::Name, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Runs"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunTableModel::Name, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsPane::updateButtons);
    connect(m_table, &QTableView::activated, this, &RunsPane::openSelected);
}

QWidget* RunsPane::buildTop() {
    auto* top = new QWidget;
    auto* filter = new QLineEdit;
    filter->setAcceptDrops(false);
    filter->setClearButtonEnabled(true);
    filter->setPlaceholderText(tr("Filter: name, state, cell, format …"));
    filter->setAccessibleName(tr("Filter runs"));
    filter->setMaximumWidth(320);
    connect(filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    auto* folder = new QLabel;
    const auto showFolder = [this, folder] {
        folder->setText(
            tr("Folder: %1")
                .arg(QDir::toNativeSeparators(QString::fromStdString(m_session.runsFolder().string()))));
    };
    connect(&m_session, &TrainingSession::runsFolderChanged, folder, showFolder);
    showFolder();
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->addWidget(filter, 1);
    row->addWidget(folder, 2);
    return top;
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
    m_compare = add(tr("Compare"), tr("Lay the curves of the selected runs over each other"),
                    &RunsPane::compareSelected);
    m_reveal =
        add(tr("Show in folder"), tr("Open the run's folder in the file manager"), &RunsPane::revealSelected);
    row->addStretch();
    return buttons;
}

void RunsPane::refresh() {
    m_job.start(
        this, [root = m_session.runsFolder()](std::stop_token stop) { return readRuns(root, stop); },
        [this](JobResult<std::vector<RunRow>> result) {
            if (!result.error.isEmpty()) {
                m_note->setText(result.error + QLatin1Char(' ') + result.hint);
                m_note->setVisible(true);
            } else if (!result.cancelled) {
                show(std::move(result.value));
            }
        });
}

void RunsPane::show(std::vector<RunRow> rows) {
    watch(rows);
    m_note->setText(
        rows.empty()
            ? tr("No runs yet. Start trains one; runs made by rankscope-cli in this folder appear too.")
            : QString());
    m_note->setVisible(rows.empty());
    m_model->setRows(std::move(rows));
    updateButtons();
}

void RunsPane::watch(const std::vector<RunRow>& rows) {
    QStringList wanted;
    // The folder may not exist yet; then the nearest one above tells when it does.
    std::filesystem::path root = m_session.runsFolder();
    std::error_code ignored;
    while (!std::filesystem::is_directory(root, ignored) && root.has_relative_path())
        root = root.parent_path();
    wanted << QString::fromStdString(root.string());
    for (const RunRow& row : rows) wanted << QString::fromStdString(row.info.folder.string());
    const QStringList watched = m_watcher.directories();
    QStringList gone, added;
    for (const QString& path : watched)
        if (!wanted.contains(path)) gone << path;
    for (const QString& path : std::as_const(wanted))
        if (!watched.contains(path)) added << path;
    if (!gone.isEmpty()) m_watcher.removePaths(gone);
    if (!added.isEmpty()) m_watcher.addPaths(added);
}

std::vector<const RunRow*> RunsPane::selected() const {
    std::vector<const RunRow*> rows;
    const QModelIndexList indices = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indices)
        rows.push_back(&m_model->row(m_sorted->mapToSource(index).row()));
    return rows;
}

void RunsPane::updateButtons() {
    const auto runs = selected();
    const bool one = runs.size() == 1 && runs.front()->problem.isEmpty();
    m_open->setEnabled(one);
    m_continue->setEnabled(one && !m_session.active());
    m_compare->setEnabled(runs.size() > 1);
    m_reveal->setEnabled(runs.size() == 1);
}

void RunsPane::openSelected() {
    const auto runs = selected();
    if (runs.size() != 1) return;
    m_session.openRun(runs.front()->info.folder);
    emit opened();
}

void RunsPane::continueSelected() {
    const auto runs = selected();
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
    question->setWindowTitle(tr("Continue %1").arg(QString::fromStdString(run.folder.filename().string())));
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
    const auto runs = selected();
    std::vector<std::filesystem::path> folders;
    for (const RunRow* run : runs)
        if (run->problem.isEmpty()) folders.push_back(run->info.folder);
    m_session.compare(folders);
    emit opened();
}

void RunsPane::revealSelected() {
    const auto runs = selected();
    if (runs.size() == 1)
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QString::fromStdString(runs.front()->info.folder.string())));
}

} // namespace rankscope
