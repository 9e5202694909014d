// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/confidence_panel.h"

#include "ui/shell/plain_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace rankscope {

ConfidencePanel::ConfidencePanel(QWidget* parent)
    : QWidget(parent), m_model(new ConfidenceModel(this)), m_note(new QLabel(this)) {
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* table = plainTable(m_model, tr("Confidence of the accuracies of the selected runs"), this);
    table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 20);
    table->horizontalHeader()->resizeSection(ConfidenceModel::Runs, fontMetrics().averageCharWidth() * 7);
    table->horizontalHeader()->setSectionResizeMode(ConfidenceModel::Setting, QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(table, 1);
    setRuns({});
}

void ConfidencePanel::setRuns(const std::vector<RunRowPtr>& runs) {
    if (runs == m_runs && !runs.empty()) return;
    m_runs = runs;
    std::vector<std::filesystem::path> folders;
    for (const RunRowPtr& run : runs)
        if (run->problem.isEmpty()) folders.push_back(run->info.folder);
    if (folders.empty()) {
        m_job.cancel();
        m_model->setComparison({});
        m_note->setText(
            tr("Select runs in the table above: the first one is what the others are held against."));
        return;
    }
    m_note->setText(tr("Reading what the runs say of their clips …"));
    m_job.start(
        this, [folders](std::stop_token stop) { return compareRuns(folders, stop); },
        [this](const JobResult<RunComparison>& result) { show(result); });
}

void ConfidencePanel::show(const JobResult<RunComparison>& result) {
    m_model->setComparison(result.value);
    if (!result.error.isEmpty() || result.value.settings.empty()) {
        m_note->setText(result.error + QLatin1Char(' ') + result.hint);
        return;
    }
    const AccuracyEstimate& estimate = result.value.settings.front().estimate;
    const QString clips =
        tr("%1 %2 clips").arg(estimate.clips).arg(result.value.set == "test" ? tr("test") : tr("validation"));
    m_note->setText(estimate.groups
                        ? tr("On %1 in %2 groups; whole groups are drawn.").arg(clips).arg(estimate.units)
                        : tr("On %1.").arg(clips));
}

} // namespace rankscope
