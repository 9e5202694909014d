// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/difference_model.h"

#include "engine/storage/spec_json.h"
#include "ui/plot/theme.h"
#include "ui/runs/run_table_model.h"
#include "ui/training/curve_data.h"

#include <QFont>
#include <QGuiApplication>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace rankscope {

namespace {

void flatten(const nlohmann::json& value, const QString& path,
             std::vector<std::pair<QString, QString>>& lines) {
    if (!value.is_object()) {
        const std::string text = value.is_string() ? value.get<std::string>()
                                 : value.is_null() ? std::string("–")
                                                   : value.dump();
        lines.emplace_back(path, QString::fromStdString(text));
        return;
    }
    for (const auto& [key, member] : value.items()) {
        const QString name = QString::fromStdString(key);
        flatten(member, path.isEmpty() ? name : path + QLatin1Char('.') + name, lines);
    }
}

} // namespace

std::vector<std::pair<QString, QString>> flattened(const ExperimentSpec& spec) {
    std::vector<std::pair<QString, QString>> lines;
    flatten(toJson(spec), {}, lines);
    return lines;
}

void DifferenceModel::setRuns(const std::vector<RunRowPtr>& runs) {
    beginResetModel();
    m_runs.clear();
    for (const RunRowPtr& run : runs)
        if (run->problem.isEmpty()) m_runs.push_back(run);
    collect();
    chooseLines();
    endResetModel();
}

void DifferenceModel::setShowsAll(bool all) {
    if (all == m_all) return;
    beginResetModel();
    m_all = all;
    chooseLines();
    endResetModel();
}

void DifferenceModel::collect() {
    m_lines.clear();
    if (m_runs.empty()) return;
    const RunTableModel table;
    for (int column = RunTableModel::Parameters; column <= RunTableModel::Time; ++column) {
        if (column == RunTableModel::AtEpoch) continue;
        Line line{table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), {}, false};
        for (const RunRowPtr& run : m_runs) line.values << table.text(*run, column);
        m_lines.push_back(std::move(line));
    }
    const std::size_t results = m_lines.size();
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        for (const auto& [name, value] : flattened(m_runs[i]->info.spec)) {
            auto line = std::find_if(m_lines.begin() + static_cast<std::ptrdiff_t>(results), m_lines.end(),
                                     [&name = name](const Line& other) { return other.name == name; });
            if (line == m_lines.end()) line = m_lines.insert(m_lines.end(), {name, {}, false});
            while (line->values.size() < static_cast<qsizetype>(i)) line->values << QString();
            line->values << value;
        }
    for (Line& line : m_lines) {
        while (line.values.size() < static_cast<qsizetype>(m_runs.size())) line.values << QString();
        line.differs = std::ranges::any_of(
            line.values, [&](const QString& value) { return value != line.values.front(); });
    }
}

void DifferenceModel::chooseLines() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_all || m_lines[i].differs) m_shown.push_back(i);
}

int DifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DifferenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size()) + 1;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return index.column() == 0 ? line.name : line.values[index.column() - 1];
    if (role == Qt::FontRole && index.column() > 0 && m_all && line.differs) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (section == 0) return role == Qt::DisplayRole ? tr("Setting or result") : QVariant();
    const RunRow& run = *m_runs[static_cast<std::size_t>(section) - 1];
    if (role == Qt::DisplayRole) return nameOf(run);
    if (role == Qt::DecorationRole) return seriesIcon(seriesOf(run.info), QGuiApplication::palette());
    return {};
}

} // namespace rankscope
