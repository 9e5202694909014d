// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_panel.h"

#include "ui/runs/sweep/queue_model.h"
#include "ui/runs/sweep/sweep_form.h"
#include "ui/shell/plain_table.h"
#include "ui/training/progress_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rankscope {

SweepPanel::SweepPanel(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_session(session),
      m_queue(session, defaultRunsFolder().parent_path() / "queue.json"),
      m_form(new SweepForm(workspace, this)),
      m_model(new QueueModel(m_queue, session, this)),
      m_table(plainTable(m_model, tr("Queue of runs to train"), this)),
      m_left(new QLabel(this)),
      m_fileProblem(new QLabel(this)) {
    buildTable();
    m_fileProblem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fileProblem->setWordWrap(true);
    m_fileProblem->hide();
    m_left->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_fileProblem);
    layout->addWidget(buildButtons());
    connect(m_form, &SweepForm::addAsked, this, &SweepPanel::addPlan);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SweepPanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SweepPanel::showState);
    connect(&m_queue, &SweepQueue::itemChanged, this, &SweepPanel::showState);
    connect(&m_queue, &SweepQueue::runningChanged, this, &SweepPanel::showState);
    connect(&m_queue, &SweepQueue::fileProblem, this, [this](const QString& what) {
        m_fileProblem->setText(what);
        m_fileProblem->setVisible(!what.isEmpty());
    });
    connect(&session, &TrainingSession::stateChanged, this, &SweepPanel::showState);
    connect(&session, &TrainingSession::progressed, this, &SweepPanel::showState);
    showState();
}

void SweepPanel::buildTable() {
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 16);
    m_table->horizontalHeader()->setSectionResizeMode(QueueModel::What, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(QueueModel::State, fontMetrics().averageCharWidth() * 28);
}

QWidget* SweepPanel::buildButtons() {
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    const auto add = [&](const QString& text, const QString& tip, auto slot) {
        auto* button = new QPushButton(text);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_run = add({}, {}, [this] { m_queue.setRunning(!m_queue.running()); });
    m_skip = add(tr("S&kip"), tr("Leave the selected runs out; one that trains is stopped and kept"),
                 &SweepPanel::skipSelected);
    m_up = add(tr("&Up"), tr("Train it earlier"), [this] { moveSelected(-1); });
    m_down = add(tr("&Down"), tr("Train it later"), [this] { moveSelected(1); });
    m_remove = add(tr("Re&move"), tr("Take the selected runs off the queue; folders stay"),
                   &SweepPanel::removeSelected);
    m_clear = add(tr("Clear &ended"), tr("Take what is done, failed or skipped off the queue; folders stay"),
                  [this] { m_queue.removeEnded(); });
    row->addWidget(m_left, 1);
    return buttons;
}

void SweepPanel::addPlan() {
    const bool first = m_queue.items().empty();
    m_queue.add(m_form->plan().items, m_workspace.data().root);
    if (first) m_queue.setRunning(true); // what else could be wanted
}

std::vector<int> SweepPanel::selected() const {
    std::vector<int> rows;
    const QModelIndexList indices = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indices) rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

void SweepPanel::showState() {
    const auto& items = m_queue.items();
    const std::vector<int> rows = selected();
    const auto count = [&](QueueState state) { return std::ranges::count(items, state, &QueueItem::state); };
    const auto waiting = count(QueueState::Waiting), trains = count(QueueState::Running);
    m_run->setText(m_queue.running() ? tr("&Pause queue") : tr("&Run queue"));
    m_run->setToolTip(m_queue.running() ? tr("The run that trains is finished, the next one waits")
                                        : tr("Train what waits, one run after another"));
    m_run->setEnabled(m_queue.running() || waiting > 0);
    m_skip->setEnabled(!rows.empty());
    m_remove->setEnabled(!rows.empty());
    m_up->setEnabled(rows.size() == 1 && rows.front() > 0);
    m_down->setEnabled(rows.size() == 1 && rows.front() + 1 < static_cast<int>(items.size()));
    m_clear->setEnabled(static_cast<std::size_t>(waiting + trains) < items.size());
    if (items.empty()) {
        m_left->setText(tr("No runs in the queue."));
        return;
    }
    QString text = tr("%1 of %2 done").arg(count(QueueState::Done)).arg(items.size());
    if (const auto seconds = m_queue.remainingSeconds(); seconds && waiting + trains > 0)
        text = tr("%1, about %2 left").arg(text, durationText(*seconds));
    if (m_queue.running() && trains == 0 && m_session.active())
        text = tr("%1; waits for the run that trains").arg(text);
    m_left->setText(text);
}

void SweepPanel::moveSelected(int by) {
    const std::vector<int> rows = selected();
    if (rows.size() == 1 && m_queue.move(rows.front(), by)) m_table->selectRow(rows.front() + by);
}

void SweepPanel::skipSelected() {
    for (const int row : selected()) m_queue.skip(row);
}

void SweepPanel::removeSelected() {
    m_queue.remove(selected());
}

} // namespace rankscope
