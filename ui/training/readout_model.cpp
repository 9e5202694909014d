// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/readout_model.h"

#include "ui/bridge/number_text.h"
#include "ui/plot/theme.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rankscope {

void ReadoutModel::setRuns(const std::vector<RunInfo>& runs) {
    const bool sameRuns = std::ranges::equal(runs, m_runs, {}, &RunInfo::folder, &RunInfo::folder);
    if (!sameRuns) beginResetModel();
    m_runs = runs;
    m_series = seriesOf(runs);
    findRecords();
    if (!sameRuns)
        endResetModel();
    else if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ReadoutModel::setPlace(CurveX axis, std::optional<double> x) {
    m_axis = axis;
    m_x = x;
    findRecords();
    if (!m_runs.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ReadoutModel::text() const {
    QStringList lines;
    QStringList fields;
    for (int column = 0; column < ColumnCount; ++column)
        fields << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << fields.join('\t');
    for (int row = 0; row < rowCount(); ++row) {
        fields.clear();
        for (int column = 0; column < ColumnCount; ++column) fields << index(row, column).data().toString();
        lines << fields.join('\t');
    }
    return lines.join('\n');
}

int ReadoutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int ReadoutModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

void ReadoutModel::findRecords() {
    m_records.assign(m_runs.size(), nullptr);
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const auto& history = m_runs[i].history;
        if (history.empty()) continue;
        m_records[i] = &history.back();
        if (!m_x) continue;
        const QVector<double> places = positionsOf(m_runs[i], m_axis);
        const auto distance = [this](double place) { return std::abs(place - *m_x); };
        const auto nearest = std::ranges::min_element(places, {}, distance);
        m_records[i] =
            nearest == places.end() ? nullptr : &history[static_cast<std::size_t>(nearest - places.begin())];
    }
}

QString ReadoutModel::text(const RunInfo& run, const EpochRecord& record, int column) const {
    const auto loss = [](double value) { return QLocale().toString(value, 'f', 4); };
    switch (column) {
    case Run:
        return QString::fromStdString(run.folder.filename().string());
    case Epoch:
        return QString::number(record.epoch);
    case TrainLoss:
        return loss(record.trainLoss);
    case ValidationLoss:
        return record.validationLoss ? loss(*record.validationLoss) : QString();
    case TrainAccuracy:
        return percentText(record.trainAccuracy);
    case ValidationAccuracy:
        return record.validationScore() ? percentText(*record.validationScore()) : QString();
    case Rate:
        return QLocale().toString(record.learningRate, 'g', 4);
    default:
        return {};
    }
}

QVariant ReadoutModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RunInfo& run = m_runs[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Run)
        return seriesIcon(m_series[index.row()], QGuiApplication::palette());
    if (role == Qt::TextAlignmentRole && index.column() != Run)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const EpochRecord* record = m_records[static_cast<std::size_t>(index.row())];
    return record || index.column() == Run ? text(run, record ? *record : EpochRecord{}, index.column())
                                           : QString();
}

QVariant ReadoutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Run ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == ValidationAccuracy)
        return tr("Validation accuracy; of clips with several labels the mean average precision");
    if (role != Qt::DisplayRole) return {};
    const QString titles[ColumnCount] = {tr("Run"),      tr("Epoch"),     tr("Loss"), tr("Val. loss"),
                                         tr("Accuracy"), tr("Val. acc."), tr("Rate")};
    return titles[section];
}

} // namespace rankscope
