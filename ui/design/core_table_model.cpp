// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/core_table_model.h"

#include "ui/bridge/number_text.h"

namespace rankscope {

namespace {
Qt::Alignment alignment(int column) {
    return Qt::AlignVCenter | (column < CoreTableModel::Parameters ? Qt::AlignLeft : Qt::AlignRight);
}
} // namespace

void CoreTableModel::setCores(std::vector<CoreCount> cores, QStringList formulas) {
    const bool sameRows = cores.size() == m_cores.size();
    if (!sameRows) beginResetModel();
    m_cores = std::move(cores);
    m_formulas = std::move(formulas);
    m_total = 0;
    for (const CoreCount& core : m_cores) m_total += core.parameters;
    if (!sameRows)
        endResetModel();
    else if (!m_cores.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CoreTableModel::rowOf(const QString& core) const {
    for (int row = 0; row < rowCount(); ++row) {
        const QString name = QString::fromStdString(m_cores[static_cast<std::size_t>(row)].name);
        if (name == core || name.endsWith(QLatin1Char('.') + core)) return row;
    }
    return -1;
}

QString CoreTableModel::coreOf(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return QString::fromStdString(m_cores[static_cast<std::size_t>(row)].name).section(QLatin1Char('.'), -1);
}

int CoreTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_cores.size());
}

int CoreTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CoreTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const CoreCount& core = m_cores[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(index.column()));
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(core.name + ": " + toString(core.shape, " × "));
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name:
        return QString::fromStdString(core.name);
    case ShapeText:
        return QString::fromStdString(toString(core.shape, " × "));
    case Formula:
        return m_formulas.isEmpty() ? QString() : m_formulas[index.row() % m_formulas.size()];
    case Parameters:
        return QString::fromStdString(grouped(core.parameters));
    case Share:
        return percentText(double(core.parameters) / double(m_total));
    default:
        return {};
    }
}

QVariant CoreTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(alignment(section));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Core");
    case ShapeText:
        return tr("Shape");
    case Formula:
        return tr("Formula");
    case Parameters:
        return tr("Parameters");
    case Share:
        return tr("Share");
    default:
        return {};
    }
}

} // namespace rankscope
