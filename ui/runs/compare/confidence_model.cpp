// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/confidence_model.h"

#include "ui/bridge/number_text.h"
#include "ui/runs/run_row.h"

#include <QLocale>
#include <QStringList>

namespace rankscope {

namespace {

QString intervalText(const std::optional<Interval>& interval) {
    if (!interval) return {};
    return ConfidenceModel::tr("%1 to %2").arg(percentText(interval->low), percentText(interval->high));
}

QString signedText(double share) {
    return (share > 0 ? QStringLiteral("+") : QString()) + percentText(share);
}

} // namespace

void ConfidenceModel::setComparison(const RunComparison& comparison) {
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

int ConfidenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.settings.size());
}

int ConfidenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConfidenceModel::text(const ComparedSetting& setting, int column) const {
    switch (column) {
    case Setting: {
        QStringList names;
        for (const auto& run : setting.runs) names << QString::fromStdString(run.filename().string());
        return names.join(QStringLiteral(", "));
    }
    case Runs:
        return QString::number(setting.runs.size());
    case Accuracy:
        return percentText(setting.estimate.accuracy);
    case AccuracyInterval:
        return intervalText(setting.estimate.interval);
    case Seeds:
        return setting.accuracy.count > 1 ? tr("%1 ± %2").arg(percentText(setting.accuracy.mean),
                                                              percentText(setting.accuracy.deviation))
                                          : QString();
    case Difference:
        return setting.toFirst ? signedText(setting.toFirst->difference) : QString();
    case DifferenceInterval:
        return setting.toFirst ? intervalText(setting.toFirst->interval) : QString();
    case McNemar:
        return setting.toFirst && setting.toFirst->mcNemar
                   ? QLocale().toString(*setting.toFirst->mcNemar, 'g', 2)
                   : QString();
    default:
        return {};
    }
}

QVariant ConfidenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Setting ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return text(m_comparison.settings[static_cast<std::size_t>(index.row())], index.column());
}

QVariant ConfidenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    struct Header {
        QString title, meaning;
    };
    const Header headers[ColumnCount] = {
        {tr("Runs of one setting"), tr("They differ by seed alone; of several learning rates the best one")},
        {tr("Runs"), tr("Their number")},
        {tr("Accuracy"), tr("Of the best weights, over all clips that some seed saw")},
        {tr("95 % interval"), tr("By drawing clips (or groups) again and again, with replacement")},
        {tr("Over seeds"), tr("Mean and standard deviation of the runs, each on its own clips")},
        {tr("Against the first"), tr("Difference of the accuracies on the clips that both saw")},
        {tr("95 % interval"), tr("Of the difference: without 0 in it the two differ")},
        {tr("McNemar p"), tr("How likely so uneven a division is, were both equally good")}};
    if (role == Qt::DisplayRole) return headers[section].title;
    if (role == Qt::ToolTipRole) return headers[section].meaning;
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Setting ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace rankscope
