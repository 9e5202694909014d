// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_form.h"

#include "engine/base/error.h"
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
    connect(&workspace, &Workspace::specChanged, this, &SweepForm::update);
    connect(&workspace, &Workspace::dataChanged, this, &SweepForm::update);
    update();
}

void SweepForm::buildFormats() {
    auto* menu = new QMenu(m_formats);
    for (const Format* format : formats()) {
        QAction* action = menu->addAction(translated(format->title()));
        action->setData(QString::fromStdString(format->id()));
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &SweepForm::update);
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
    connect(edit, &QLineEdit::textChanged, this, &SweepForm::update);
    return edit;
}

QStringList SweepForm::chosenFormats() const {
    QStringList chosen;
    for (const QAction* action : m_formats->menu()->actions())
        if (action->isChecked()) chosen << action->data().toString();
    return chosen;
}

void SweepForm::update() {
    const QStringList chosen = chosenFormats();
    m_formats->setText(
        chosen.isEmpty()
            ? tr("As now (%1)").arg(QString::fromStdString(m_workspace.spec().model.map.format).toUpper())
            : chosen.join(QStringLiteral(", ")).toUpper());
    QPalette colors;
    m_plan = {};
    try {
        SweepLists lists;
        for (const QString& format : chosen) lists.formats.push_back(format.toStdString());
        for (const std::uint64_t rank : parseWholeNumbers(m_ranks->text(), 1, 100'000))
            lists.ranks.push_back(static_cast<Index>(rank));
        lists.learningRates = parseRates(m_rates->text());
        lists.seeds =
            parseWholeNumbers(m_seeds->text(), 0, std::uint64_t{std::numeric_limits<std::int64_t>::max()});
        m_plan = planSweep(m_workspace.spec(), lists);
        m_summary->setText(describe());
        if (!m_plan.refused.empty()) colors.setColor(QPalette::WindowText, warningColor(palette()));
    } catch (const Error& error) {
        m_summary->setText(problemOf(error).sentence());
        colors.setColor(QPalette::WindowText, errorColor(palette()));
    }
    m_summary->setPalette(colors);
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
