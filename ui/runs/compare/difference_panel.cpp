// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/difference_panel.h"

#include "ui/runs/compare/difference_model.h"
#include "ui/shell/plain_table.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace rankscope {

DifferencePanel::DifferencePanel(QWidget* parent)
    : QWidget(parent),
      m_model(new DifferenceModel(this)),
      m_table(plainTable(m_model, tr("Differences of the selected runs"), this)),
      m_note(new QLabel(this)) {
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 20);
    auto* all = new QCheckBox(tr("&Also what is the same"), this);
    connect(all, &QCheckBox::toggled, m_model, &DifferenceModel::setShowsAll);
    m_note->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_note, 1);
    line->addWidget(all);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    setRuns({});
}

void DifferencePanel::setRuns(const std::vector<RunRowPtr>& runs) {
    const std::vector<RunRowPtr> shown(
        runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(std::min(runs.size(), mostBeside)));
    m_model->setRuns(shown);
    m_table->setColumnWidth(0, fontMetrics().averageCharWidth() * 30);
    m_note->setText(runs.size() < 2 ? tr("Select two or more runs in the table above (Ctrl+click).")
                    : runs.size() > mostBeside
                        ? tr("The first %1 of %2 selected runs.").arg(mostBeside).arg(runs.size())
                        : tr("What differs between the %1 selected runs.").arg(runs.size()));
}

} // namespace rankscope
