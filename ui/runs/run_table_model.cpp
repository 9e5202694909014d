// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table_model.h"

#include "engine/model/counts.h"
#include "ui/bridge/translated.h"
#include "ui/training/progress_text.h"

#include <algorithm>

namespace rankscope {

namespace {
QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}
} // namespace

void RunTableModel::setRows(std::vector<RunRow> rows) {
    const auto folder = [](const RunRow& row) { return row.info.folder; };
    std::ranges::sort(rows, {}, folder);
    for (int i = static_cast<int>(m_rows.size()); i-- > 0;) {
        if (std::ranges::find(rows, row(i).info.folder, folder) != rows.end()) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        RunRow& next = rows[static_cast<std::size_t>(i)];
        if (i >= static_cast<int>(m_rows.size()) || row(i).info.folder != next.info.folder) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(next));
            endInsertRows();
        } else if (!(row(i) == next)) {
            m_rows[static_cast<std::size_t>(i)] = std::move(next);
            emit dataChanged(index(i, 0), index(i, ColumnCount - 1));
        }
    }
}

void RunTableModel::setTraining(const std::filesystem::path& folder) {
    if (folder == m_training) return;
    m_training = folder;
    if (!m_rows.empty()) emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const RunRow& run = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case sortRole:
        return sortKey(run, index.column());
    case Qt::ToolTipRole:
        return toolTip(run);
    case Qt::TextAlignmentRole:
        return index.column() >= Parameters ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QString RunTableModel::text(const RunRow& row, int column) const {
    const ModelSpec& model = row.info.spec.model;
    if (column == Name) return toQString(row.info.folder.filename().string());
    if (!row.problem.isEmpty()) return column == State ? tr("Damaged") : QString();
    switch (column) {
    case State:
        return row.info.folder == m_training ? tr("Training") : translatedTitle(row.info.state);
    case CellColumn:
        return toQString(idOf(model.cell.kind)).toUpper();
    case FormatColumn:
        return toQString(model.map.format).toUpper();
    case Ranks:
        return ranksText(model.map);
    case Parameters:
        return toQString(grouped(row.parameters));
    case MapRatio:
        return toQString(ratioText(row.mapRatio));
    case ModelRatio:
        return toQString(ratioText(row.modelRatio));
    case BestAccuracy: {
        const std::optional<double> best = bestAccuracy(row.info);
        return best ? percentText(*best) : QString();
    }
    case Epochs:
        return tr("%1/%2").arg(row.info.history.size()).arg(row.info.spec.training.epochs);
    default:
        return {};
    }
}

QVariant RunTableModel::sortKey(const RunRow& row, int column) const {
    switch (column) {
    case Parameters:
        return qlonglong{row.parameters};
    case MapRatio:
        return row.mapRatio;
    case ModelRatio:
        return row.modelRatio;
    case BestAccuracy:
        return bestAccuracy(row.info).value_or(-1);
    case Epochs:
        return qulonglong{row.info.history.size()};
    default:
        return text(row, column);
    }
}

QString RunTableModel::toolTip(const RunRow& row) const {
    const QString folder = toQString(row.info.folder.string());
    if (!row.problem.isEmpty()) return folder + QLatin1Char('\n') + row.problem;
    return tr("%1\ndata: %2\nmodes %3 → %4, made by version %5")
        .arg(folder, toQString(row.info.dataRoot.string()),
             toQString(toString(row.info.spec.model.map.inModes)),
             toQString(toString(row.info.spec.model.map.outModes)), toQString(row.info.version));
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    struct Header {
        QString title, meaning;
    };
    const Header headers[ColumnCount] = {
        {tr("Run"), tr("Name of the run's folder")},
        {tr("State"), tr("Unfinished: killed or still training in another program")},
        {tr("Cell"), tr("Recurrent cell")},
        {tr("Format"), tr("Format of the input-to-hidden map")},
        {tr("Ranks"), tr("TT ranks; for BT Tucker ranks R and CP rank N")},
        {tr("Parameters"), tr("Of the whole model")},
        {tr("Map ratio"), tr("Dense map over this map")},
        {tr("Model ratio"), tr("Dense model over this model")},
        {tr("Best val."), tr("Validation accuracy of the best epoch")},
        {tr("Epochs"), tr("Complete epochs of those asked for")}};
    if (role == Qt::DisplayRole) return headers[section].title;
    if (role == Qt::ToolTipRole) return headers[section].meaning;
    if (role == Qt::TextAlignmentRole && section >= Parameters)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

} // namespace rankscope
