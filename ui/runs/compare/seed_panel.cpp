// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/seed_panel.h"

#include "ui/runs/compare/seed_model.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace rankscope {

SeedPanel::SeedPanel(QWidget* parent)
    : QWidget(parent), m_model(new SeedModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SeedModel::sortRole);
    auto* table = new QTableView(this);
    table->setModel(m_sorted);
    table->setAccessibleName(tr("Mean and spread over seeds"));
    table->setSortingEnabled(true);
    table->sortByColumn(SeedModel::Mean, Qt::DescendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 14);
    table->horizontalHeader()->resizeSection(SeedModel::Configuration, fontMetrics().averageCharWidth() * 32);
    table->horizontalHeader()->setStretchLastSection(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit runClicked(m_model->line(m_sorted->mapToSource(index).row()).run->info.folder);
    });
}

void SeedPanel::setRuns(const std::vector<RunRowPtr>& runs) {
    m_model->setRuns(runs);
}

} // namespace rankscope
