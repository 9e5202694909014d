// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/seed_panel.h"

#include "ui/runs/compare/seed_model.h"
#include "ui/shell/plain_table.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace rankscope {

SeedPanel::SeedPanel(QWidget* parent)
    : QWidget(parent), m_model(new SeedModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SeedModel::sortRole);
    auto* table = plainTable(m_sorted, tr("Mean and spread over seeds"), this);
    table->setSortingEnabled(true);
    table->sortByColumn(SeedModel::Mean, Qt::DescendingOrder);
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
