// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_form.h"

#include "engine/format/format.h"
#include "ui/bridge/problem.h"
#include "ui/bridge/translated.h"
#include "ui/plot/theme.h"
#include "ui/runs/sweep/sweep_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <limits>

namespace rankscope {

namespace {
constexpr int planDelay = 150; // ms
} // namespace

SweepForm::SweepForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_formats(new QToolButton(this)),
      m_summary(new QLabel(this)),
      m_add(new QPushButton(tr("&Add to the queue"), this)) {
    buildFormats();
    m_ranks = buildList(tr("Ranks"), tr("2, 4, 6"), tr("One number for all ranks of a format"));
    m_rates = buildList(tr("Learning rates"), tr("auto, 1e-3"), tr("auto: what suits the format"));
    m_seeds = buildList(tr("Seeds"), tr("1-3"), tr("Runs that differ by their random draws alone"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_add->setToolTip(tr("Trains these runs one after another on the open data"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    const QString labels[] = {tr("&Formats"), tr("&Ranks"), tr("Learning ra&tes"), tr("&Seeds")};
    QWidget* const fields[] = {m_formats, m_ranks, m_rates, m_seeds};
    for (int i = 0; i < 4; ++i) {
        auto* label = new QLabel(labels[i], this);
        label->setBuddy(fields[i]);
        grid->addWidget(label, 0, i);
        grid->addWidget(fields[i], 1, i);
        grid->setColumnStretch(i, 1);
    }
    grid->addWidget(m_add, 1, 4);
    grid->addWidget(m_summary, 2, 0, 1, 5);
    connect(m_add, &QPushButton::clicked, this, &SweepForm::addAsked);
    connect(&workspace, &Workspace::specChanged, this, &SweepForm::planSoon);
    connect(&workspace, &Workspace::dataChanged, this, &SweepForm::planSoon);
    m_delay.setSingleShot(true);
    m_delay.setInterval(planDelay);
    connect(&m_delay, &QTimer::timeout, this, &SweepForm::makePlan);
    planSoon();
}

void SweepForm::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    planSoon();
}

void SweepForm::buildFormats() {
    auto* menu = new QMenu(m_formats);
    for (const Format* format : formats()) {
        QAction* action = menu->addAction(translated(format->title()));
        action->setData(QString::fromStdString(format->id()));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &SweepForm::planSoon);
    }
    m_formats->setMenu(menu);
    m_formats->setPopupMode(QToolButton::InstantPopup);
    m_formats->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_formats->setAccessibleName(tr("Formats of the sweep"));
    m_formats->setToolTip(tr("Formats of the input-to-hidden map; none chosen: the present one"));
}

QLineEdit* SweepForm::buildList(const QString& name, const QString& example, const QString& explanation) {
    auto* edit = new QLineEdit(this);
    edit->setAcceptDrops(false);
    edit->setPlaceholderText(tr("as now; or %1").arg(example));
    edit->setToolTip(explanation);
    edit->setAccessibleName(tr("%1 of the sweep").arg(name));
    edit->setAccessibleDescription(explanation);
    connect(edit, &QLineEdit::textChanged, this, &SweepForm::planSoon);
    return edit;
}

QStringList SweepForm::chosenFormats() const {
    QStringList chosen;
    for (const QAction* action : m_formats->menu()->actions())
        if (action->isChecked()) chosen << action->data().toString();
    return chosen;
}

void SweepForm::planSoon() {
    const QStringList chosen = chosenFormats();
    m_formats->setText(
        chosen.isEmpty()
            ? tr("As now (%1)").arg(QString::fromStdString(m_workspace.spec().model.map.format).toUpper())
            : chosen.join(QStringLiteral(", ")).toUpper());
    m_add->setEnabled(false); // until the plan is that of the fields
    m_job.cancel();
    if (isVisible()) m_delay.start();
}

void SweepForm::makePlan() {
    m_job.start(
        this,
        [spec = m_workspace.spec(), formats = chosenFormats(), ranks = m_ranks->text(),
         rates = m_rates->text(), seeds = m_seeds->text()](std::stop_token) {
            SweepLists lists;
            for (const QString& format : formats) lists.formats.push_back(format.toStdString());
            for (const std::uint64_t rank : parseWholeNumbers(ranks, 1, 100'000))
                lists.ranks.push_back(static_cast<Index>(rank));
            lists.learningRates = parseRates(rates);
            lists.seeds =
                parseWholeNumbers(seeds, 0, std::uint64_t{std::numeric_limits<std::int64_t>::max()});
            return planSweep(spec, lists);
        },
        [this](const JobResult<SweepPlan>& result) { show(result); });
}

void SweepForm::show(const JobResult<SweepPlan>& result) {
    m_plan = result.value;
    QPalette colors;
    if (!result.error.isEmpty())
        colors.setColor(QPalette::WindowText, errorColor(palette()));
    else if (!m_plan.refused.empty())
        colors.setColor(QPalette::WindowText, warningColor(palette()));
    m_summary->setPalette(colors);
    m_summary->setText(result.error.isEmpty() ? describe() : Problem{result.error, result.hint}.sentence());
    m_add->setEnabled(!m_plan.items.empty() && !m_workspace.data().root.empty());
}

QString SweepForm::describe() const {
    const QString runs =
        tr("Runs: %1, of %2 epochs each.").arg(m_plan.items.size()).arg(m_workspace.spec().training.epochs);
    if (m_plan.refused.empty()) return runs;
    return tr("%1 %2 combinations are not valid and left out: %3")
        .arg(runs)
        .arg(m_plan.refused.size())
        .arg(QString::fromStdString(m_plan.refused.front()));
}

} // namespace rankscope
