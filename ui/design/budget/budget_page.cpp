// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/budget/budget_page.h"

#include "engine/format/format.h"
#include "ui/bridge/translated.h"
#include "ui/design/picture/pixel_cover.h"
#include "ui/design/rank_edit.h"
#include "ui/shell/plain_table.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>

namespace rankscope {

namespace {
constexpr int delay = 250; // milliseconds after the last key
constexpr int mostAmount = 2'000'000'000;
constexpr int firstParameters = 4'000, firstMacs = 1'000'000;
constexpr int shortestText = 7;                           // characters of a list
constexpr std::size_t answersOfAll = 1, answersOfOne = 4; // of each number of modes
} // namespace

BudgetPage::BudgetPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_amount(new Calm<QSpinBox>(this)),
      m_limit(new Calm<QComboBox>(this)),
      m_formats(new Calm<QComboBox>(this)),
      m_criterion(new Calm<QComboBox>(this)),
      m_note(new QLabel(this)),
      m_model(new FitModel(this)) {
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &BudgetPage::ask);
    connect(m_amount, &QSpinBox::valueChanged, this, &BudgetPage::askSoon);
    connect(m_limit, &QComboBox::activated, this, &BudgetPage::chooseLimit);
    connect(m_formats, &QComboBox::activated, this, &BudgetPage::askSoon);
    connect(m_criterion, &QComboBox::activated, this, &BudgetPage::askSoon);
    connect(&workspace, &Workspace::specChanged, this, &BudgetPage::askSoon);
}

void BudgetPage::build() {
    m_amount->setRange(1, mostAmount);
    m_amount->setGroupSeparatorShown(true);
    m_amount->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_amount->setValue(firstParameters);
    m_amount->setAccessibleName(tr("Budget"));
    m_limit->addItem(tr("parameters"), static_cast<int>(Limit::Parameters));
    m_limit->addItem(tr("MAC a frame"), static_cast<int>(Limit::Macs));
    m_limit->setAccessibleName(tr("What is limited"));
    m_limit->setToolTip(
        tr("Of the input-to-hidden map with all gates; multiplications forward, in the best order"));
    m_formats->addItem(tr("all formats"), QString());
    for (const Format* format : formats())
        m_formats->addItem(translated(format->title()), QString::fromStdString(format->id()));
    m_formats->setAccessibleName(tr("Formats to try"));
    for (const ModeCriterion value : {ModeCriterion::Balanced, ModeCriterion::Rows})
        m_criterion->addItem(translatedTitle(value), static_cast<int>(value));
    m_criterion->setAccessibleName(tr("Modes to try first"));
    for (QComboBox* combo : {m_limit, m_formats, m_criterion}) { // all fit a narrow window
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(shortestText);
    }
    auto* label = new QLabel(tr("At &most"), this);
    label->setBuddy(m_amount);
    auto* table = plainTable(m_model, tr("Maps that meet the budget"), this);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(FitModel::Ranks, QHeaderView::Stretch);
    connect(table, &QTableView::clicked, this, &BudgetPage::apply);
    connect(table, &QTableView::activated, this, &BudgetPage::apply);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("budgetNote"));
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_amount);
    row->addWidget(m_limit);
    row->addWidget(m_formats);
    row->addWidget(m_criterion);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 4, 2, 0);
    layout->addLayout(row);
    layout->addWidget(table, 1);
    layout->addWidget(m_note);
}

void BudgetPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    askSoon();
}

void BudgetPage::chooseLimit() {
    const QSignalBlocker quiet(m_amount);
    m_amount->setValue(m_limit->currentData().toInt() == static_cast<int>(Limit::Macs) ? firstMacs
                                                                                       : firstParameters);
    askSoon();
}

/// Edits of what the search does not depend on, such as the ranks, change nothing here.
void BudgetPage::askSoon() {
    if (isVisible()) m_delay.start();
}

FitQuery BudgetPage::query() const {
    const ExperimentSpec& spec = m_workspace.spec();
    FitQuery query;
    query.input = Index{spec.data.width} * spec.data.height * spec.data.channels;
    if (patchesFit(spec.data)) query.frame = frameAxes(spec.data);
    query.hidden = spec.model.hiddenSize();
    query.cell = spec.model.cell;
    query.frames = m_workspace.framesPerBatch();
    query.criterion = static_cast<ModeCriterion>(m_criterion->currentData().toInt());
    if (m_limit->currentData().toInt() == static_cast<int>(Limit::Macs))
        query.macs = m_amount->value();
    else
        query.parameters = m_amount->value();
    const std::string format = m_formats->currentData().toString().toStdString();
    if (!format.empty()) query.formats = {format};
    query.each = format.empty() ? answersOfAll : answersOfOne;
    return query;
}

void BudgetPage::ask() {
    const FitQuery wanted = query();
    if (wanted == m_asked) return;
    m_asked = wanted;
    if (wanted.frame.empty()) {
        m_job.cancel();
        m_model->setCandidates({});
        return m_note->setText(
            tr("Patches must divide the frame: choose another size of them under Picture."));
    }
    m_note->setText(tr("Searching…"));
    m_job.start(
        this, [wanted](std::stop_token stop) { return fitBudget(wanted, stop); },
        [this](const JobResult<std::vector<FitCandidate>>& result) { show(result); });
}

void BudgetPage::show(const JobResult<std::vector<FitCandidate>>& result) {
    m_model->setCandidates(result.value);
    m_note->setText(
        !result.error.isEmpty() ? QStringLiteral("⚠ ") + result.error + QLatin1Char(' ') + result.hint
        : result.value.empty()
            ? tr("Nothing fits this budget; try a larger one or more formats.")
            : tr("Best first: most of the budget used, in steps of 5 %; then the cheapest. A click "
                 "takes it, undo takes it back."));
}

void BudgetPage::apply(const QModelIndex& index) {
    if (m_job.running() || query() != m_asked) return; // what is listed answers another question
    ExperimentSpec next = m_workspace.spec();
    const MapSpec& found = m_model->candidate(index.row()).map;
    next.model.map = found;
    if (!formatNamed(found.format).rankFields(static_cast<Index>(found.inModes.size())).blocks)
        next.model.map.blocks = m_workspace.spec().model.map.blocks;
    next.model = withRankCounts(next.model);
    m_workspace.edit(tr("Fit a budget"), next);
}

} // namespace rankscope
