// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table_model.h"

#include "engine/model/counts.h"
#include "engine/ranks/rank_list.h"
#include "ui/bridge/number_text.h"
#include "ui/bridge/translated.h"
#include "ui/plot/theme.h"
#include "ui/training/curve_data.h"
#include "ui/training/progress_text.h"

#include <QGuiApplication>

#include <algorithm>

namespace rankscope {

namespace {

QString toQString(const std::string& text) {
    return QString::fromStdString(text);
}

const std::filesystem::path& folderOf(const RunRowPtr& row) {
    return row->info.folder;
}

bool isNumber(int column) {
    return (column >= RunTableModel::Parameters && column <= RunTableModel::Time) ||
           column == RunTableModel::Rate || column == RunTableModel::Seed;
}

} // namespace

void RunTableModel::keepOnly(const std::vector<std::filesystem::path>& folders) {
    for (int i = rowCount(); i-- > 0;) {
        if (std::ranges::binary_search(folders, row(i).info.folder)) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
}

void RunTableModel::addRows(const std::vector<RunRowPtr>& rows) {
    for (std::size_t i = 0; i < rows.size();) {
        const auto place = std::ranges::lower_bound(m_rows, rows[i]->info.folder, {}, folderOf);
        const int at = static_cast<int>(place - m_rows.begin());
        if (place != m_rows.end() && (*place)->info.folder == rows[i]->info.folder) {
            *place = rows[i++];
            emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
            continue;
        }
        std::size_t end = i + 1; // all that belong to this gap at once
        while (end < rows.size() && (place == m_rows.end() || rows[end]->info.folder < (*place)->info.folder))
            ++end;
        beginInsertRows({}, at, at + static_cast<int>(end - i) - 1);
        m_rows.insert(place, rows.begin() + static_cast<std::ptrdiff_t>(i),
                      rows.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end;
    }
}

void RunTableModel::setNotes(const std::filesystem::path& folder, const RunNotes& notes) {
    const auto place = std::ranges::lower_bound(m_rows, folder, {}, folderOf);
    if (place == m_rows.end() || (*place)->info.folder != folder) return;
    RunRow row = **place;
    row.info.notes = notes;
    addRows({std::make_shared<const RunRow>(std::move(row))});
}

void RunTableModel::setTraining(const std::filesystem::path& folder) {
    if (folder == m_training) return;
    m_training = folder;
    if (!m_rows.empty()) emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

void RunTableModel::setEpoch(int epoch) {
    if (epoch == m_epoch) return;
    m_epoch = epoch;
    emit headerDataChanged(Qt::Horizontal, AtEpoch, AtEpoch);
    if (!m_rows.empty()) emit dataChanged(index(0, AtEpoch), index(rowCount() - 1, AtEpoch));
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
    case Qt::EditRole:
        return text(run, index.column());
    case sortRole:
        return sortKey(run, index.column());
    case Qt::ToolTipRole:
        return toolTip(run);
    case Qt::DecorationRole:
        return index.column() == Name ? seriesIcon(seriesOf(run.info), QGuiApplication::palette())
                                      : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Note || role != Qt::EditRole)
        return false;
    RunNotes notes = row(index.row()).info.notes;
    notes.text = value.toString().toStdString();
    if (notes != row(index.row()).info.notes) emit notesEdited(row(index.row()).info.folder, notes);
    return true;
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Note && row(index.row()).problem.isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

std::optional<double> RunTableModel::accuracy(const RunRow& row, int column) const {
    switch (column) {
    case BestAccuracy:
        return row.bestAccuracy;
    case LastAccuracy:
        return row.lastAccuracy;
    case AtEpoch:
        return row.accuracyAt(m_epoch);
    case TestAccuracy:
        return row.testAccuracy();
    default:
        return {};
    }
}

QString RunTableModel::text(const RunRow& row, int column) const {
    const ModelSpec& model = row.info.spec.model;
    if (column == Name) return nameOf(row);
    if (!row.problem.isEmpty()) return column == State ? tr("Damaged") : QString();
    switch (column) {
    case State:
        return row.info.folder == m_training         ? tr("Training")
               : finishedEarly(row.info, row.epochs) ? tr("Finished early")
                                                     : translatedTitle(row.info.state);
    case CellColumn:
        return toQString(idOf(model.cell.kind)).toUpper();
    case FormatColumn:
        return toQString(model.map.format).toUpper();
    case Ranks:
        return toQString(ranksText(model.map));
    case Parameters:
        return toQString(grouped(row.parameters));
    case MapRatio:
        return toQString(ratioText(row.mapRatio));
    case ModelRatio:
        return toQString(ratioText(row.modelRatio));
    case BestAccuracy:
    case LastAccuracy:
    case AtEpoch:
    case TestAccuracy: {
        const std::optional<double> share = accuracy(row, column);
        return share ? percentText(*share) : QString();
    }
    case Epochs:
        return tr("%1/%2").arg(row.epochs).arg(row.info.spec.training.epochs);
    case Time:
        return row.epochs > 0 ? durationText(row.seconds) : QString();
    case Note:
        return toQString(row.info.notes.text);
    case Rate:
        return row.epochs > 0 ? rateText(row.learningRate) : QString();
    case Seed:
        return QString::number(row.info.spec.training.seed);
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
    case LastAccuracy:
    case AtEpoch:
    case TestAccuracy:
        return accuracy(row, column).value_or(-1);
    case Epochs:
        return row.epochs;
    case Time:
        return row.seconds;
    case Rate:
        return row.learningRate;
    case Seed:
        return qulonglong{row.info.spec.training.seed};
    default:
        return text(row, column);
    }
}

QString RunTableModel::toolTip(const RunRow& row) const {
    const QString folder = toQString(row.info.folder.string());
    if (!row.problem.isEmpty()) return folder + QLatin1Char('\n') + row.problem;
    QString text =
        tr("%1\ndata: %2\nmodes %3 → %4, made by version %5")
            .arg(folder, toQString(row.info.dataRoot.string()),
                 toQString(toString(row.info.spec.model.map.inModes)),
                 toQString(toString(row.info.spec.model.map.outModes)), toQString(row.info.version));
    if (row.meanPrecision)
        text += QLatin1Char('\n') + tr("clips have several labels: accuracies are mean average precisions");
    if (finishedEarly(row.info, row.epochs)) text += QLatin1Char('\n') + earlyEndText(row.info);
    return text;
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    struct Header {
        QString title, meaning;
    };
    const QString several = QLatin1Char('\n') + tr("Clips with several labels: mean average precision");
    const Header headers[ColumnCount] = {
        {tr("Run"), tr("Name of the run's folder, in the colour of its curves")},
        {tr("State"), tr("Unfinished: killed or still training in another program")},
        {tr("Format"), tr("Format of the input-to-hidden map")},
        {tr("Ranks"), tr("TT ranks; for BT Tucker ranks R and CP rank N")},
        {tr("Parameters"), tr("Of the whole model")},
        {tr("Map ratio"), tr("Dense map over this map")},
        {tr("Model ratio"), tr("Dense model over this model")},
        {tr("Best val."), tr("Validation accuracy of the best epoch") + several},
        {tr("Last val."), tr("Validation accuracy of the last epoch") + several},
        {tr("At %1").arg(m_epoch), tr("Validation accuracy after %1 epochs").arg(m_epoch) + several},
        {tr("Test"), tr("Test accuracy of the best weights, where there are test clips") + several},
        {tr("Epochs"), tr("Complete epochs of those asked for")},
        {tr("Time"), tr("Spent on training and validation")},
        {tr("Note"), tr("Your own words: F2 edits")},
        {tr("Cell"), tr("Recurrent cell")},
        {tr("Rate"), tr("Learning rate of the first epoch")},
        {tr("Seed"), tr("Of all random draws")}};
    if (role == Qt::DisplayRole) return headers[section].title;
    if (role == Qt::ToolTipRole) return headers[section].meaning;
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace rankscope
