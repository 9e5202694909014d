// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/seed_model.h"

#include "engine/experiment/sweep.h"
#include "engine/ranks/rank_list.h"
#include "ui/bridge/number_text.h"

#include <algorithm>

namespace rankscope {

namespace {

QString configurationText(const RunRow& run) {
    const ModelSpec& model = run.info.spec.model;
    QString text = QStringLiteral("%1 %2 %3")
                       .arg(QString::fromStdString(idOf(model.cell.kind)).toUpper(),
                            QString::fromStdString(model.map.format).toUpper(),
                            QString::fromStdString(ranksText(model.map)));
    return text.trimmed();
}

} // namespace

std::vector<SeedLine> seedLines(const std::vector<RunRowPtr>& runs) {
    std::vector<RunRowPtr> usable;
    std::vector<SweepResult> results;
    for (const RunRowPtr& run : runs)
        if (run->bestAccuracy) {
            usable.push_back(run);
            results.push_back({run->configuration, run->learningRate, *run->bestAccuracy});
        }
    std::vector<SeedLine> lines;
    for (const ConfigurationSpread& spread : spreadsOf(results)) {
        const SeedSpread& best = spread.rates[spread.best];
        const std::size_t top =
            *std::ranges::max_element(best.results, {}, [&](std::size_t i) { return results[i].accuracy; });
        QStringList others;
        for (const SeedSpread& rate : spread.rates)
            if (&rate != &best)
                others << SeedModel::tr("%1: %2 (%3)")
                              .arg(rateText(rate.learningRate), percentText(rate.accuracy.mean))
                              .arg(rate.results.size());
        lines.push_back({usable[top], configurationText(*usable[top]), best.learningRate, best.accuracy.mean,
                         best.accuracy.deviation, best.accuracy.count, others.join(QStringLiteral("   "))});
    }
    return lines;
}

void SeedModel::setRuns(const std::vector<RunRowPtr>& runs) {
    beginResetModel();
    m_lines = seedLines(runs);
    endResetModel();
}

int SeedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SeedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Configuration || index.column() == OtherRates
                   ? QVariant()
                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != sortRole) return {};
    const bool sorts = role == sortRole;
    const SeedLine& shown = line(index.row());
    switch (index.column()) {
    case Configuration:
        return shown.configuration;
    case Parameters:
        return sorts ? QVariant(qlonglong{shown.run->parameters})
                     : QString::fromStdString(grouped(shown.run->parameters));
    case Rate:
        return sorts ? QVariant(shown.rate) : rateText(shown.rate);
    case Mean:
        return sorts ? QVariant(shown.mean) : percentText(shown.mean);
    case Deviation:
        return sorts            ? QVariant(shown.deviation)
               : shown.runs > 1 ? tr("± %1").arg(percentText(shown.deviation))
                                : tr("one run");
    case Runs:
        return shown.runs;
    case OtherRates:
        return shown.otherRates;
    default:
        return {};
    }
}

QVariant SeedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    struct Header {
        QString title, meaning;
    };
    const Header headers[ColumnCount] = {
        {tr("Configuration"), tr("Runs that differ by seed and learning rate alone")},
        {tr("Parameters"), tr("Of the whole model")},
        {tr("Best rate"), tr("Learning rate with the greatest mean validation accuracy")},
        {tr("Mean"), tr("Of the best validation accuracies of its runs at this rate")},
        {tr("Spread"), tr("Standard deviation over the seeds")},
        {tr("Runs"), tr("At this learning rate")},
        {tr("Other rates"), tr("Learning rate: mean (runs)")}};
    if (role == Qt::DisplayRole) return headers[section].title;
    if (role == Qt::ToolTipRole) return headers[section].meaning;
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Configuration || section == OtherRates ? Qt::AlignLeft : Qt::AlignRight) |
                        Qt::AlignVCenter);
    return {};
}

} // namespace rankscope
