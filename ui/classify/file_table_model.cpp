// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/file_table_model.h"

#include "engine/data/csv.h"
#include "ui/bridge/number_text.h"

#include <QApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStyle>

#include <algorithm>
#include <map>

namespace rankscope {

QString FileTableModel::Entry::reason() const {
    if (!error.startsWith(path)) return error;
    static const QRegularExpression colon(QStringLiteral("^(: |：)"));
    return error.mid(path.size()).remove(colon);
}

int FileTableModel::addFiles(const QStringList& paths) {
    int first = -1;
    for (const QString& path : paths) {
        const auto known = std::ranges::find(m_entries, path, &Entry::path);
        const int row = static_cast<int>(known - m_entries.begin());
        if (first < 0) first = row;
        if (known != m_entries.end()) {
            *known = Entry{path, {}, {}, {}, nullptr, -1};
            std::erase(m_kept, row);
            changed(row);
            continue;
        }
        beginInsertRows({}, row, row);
        m_entries.push_back({path, {}, {}, {}, nullptr, -1});
        endInsertRows();
    }
    return first;
}

void FileTableModel::clear() {
    beginResetModel();
    m_entries.clear();
    m_kept.clear();
    endResetModel();
}

void FileTableModel::weightsChanged(bool sameRun) {
    ++m_weights;
    if (sameRun) return;
    m_kept.clear();
    for (Entry& entry : m_entries) entry = Entry{entry.path, {}, {}, {}, nullptr, -1};
    if (!m_entries.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FileTableModel::setClip(int row, std::shared_ptr<const ShownClip> clip, int watched) {
    Entry& entry = m_entries.at(static_cast<std::size_t>(row));
    entry.weights = m_weights;
    entry.ranking = clip->result.ranking;
    entry.error.clear();
    entry.hint.clear();
    entry.clip = std::move(clip);
    std::erase(m_kept, row);
    m_kept.push_back(row);
    dropOldClips(watched);
    changed(row);
}

void FileTableModel::dropOldClips(int watched) {
    const auto tooMany = [this] {
        std::size_t bytes = 0;
        for (const int row : m_kept) bytes += entry(row).clip->bytes();
        return m_kept.size() > clipsKept || bytes > bytesKept;
    };
    while (m_kept.size() > 1 && tooMany()) {
        const auto oldest = std::ranges::find_if(m_kept, [=](int kept) { return kept != watched; });
        m_entries.at(static_cast<std::size_t>(*oldest)).clip.reset();
        m_kept.erase(oldest);
    }
}

void FileTableModel::setError(int row, const QString& error, const QString& hint) {
    Entry& entry = m_entries.at(static_cast<std::size_t>(row));
    entry = Entry{entry.path, {}, error, hint, nullptr, m_weights};
    std::erase(m_kept, row);
    changed(row);
}

void FileTableModel::changed(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int FileTableModel::nextWaiting() const {
    const auto oldest = std::ranges::min_element(m_entries, {}, &Entry::weights);
    if (oldest == m_entries.end() || oldest->weights == m_weights) return -1;
    return static_cast<int>(oldest - m_entries.begin());
}

QString FileTableModel::text() const {
    QString lines = tr("File\tClass\tProbability\n");
    for (const Entry& entry : m_entries) {
        lines += entry.path + QLatin1Char('\t');
        if (!entry.ranking.empty())
            lines += QString::fromStdString(entry.ranking.front().name) + QLatin1Char('\t') +
                     QString::number(entry.ranking.front().probability, 'f', 4);
        else
            lines += entry.error + QLatin1Char('\t');
        lines += QLatin1Char('\n');
    }
    return lines;
}

QString FileTableModel::csv() const {
    const auto field = [](const QString& text) {
        return QString::fromStdString(csvField(text.toStdString()));
    };
    QStringList classes; // sorted, so that columns do not depend on the answers
    for (const Entry& entry : m_entries)
        for (const ClassProbability& one : entry.ranking)
            if (const QString name = QString::fromStdString(one.name); !classes.contains(name))
                classes << name;
    classes.sort();
    QStringList heading{QStringLiteral("file"), QStringLiteral("class"), QStringLiteral("probability"),
                        QStringLiteral("error")}; // for programs: in no language
    for (const QString& name : std::as_const(classes)) heading << field(name);
    QString lines = heading.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const Entry& entry : m_entries) {
        std::map<QString, double> said;
        for (const ClassProbability& one : entry.ranking)
            said[QString::fromStdString(one.name)] = one.probability;
        const bool none = entry.ranking.empty();
        QStringList fields{field(entry.path),
                           none ? QString() : field(QString::fromStdString(entry.ranking.front().name)),
                           none ? QString() : QString::number(entry.ranking.front().probability, 'f', 6),
                           field(entry.error)};
        for (const QString& name : std::as_const(classes))
            fields << (none ? QString() : QString::number(said[name], 'f', 6));
        lines += fields.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return lines;
}

int FileTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int FileTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& shown = entry(index.row());
    const bool failed = !shown.error.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == File) return QFileInfo(shown.path).fileName();
        if (failed) return index.column() == Class ? shown.reason() : QString();
        if (shown.waiting()) return index.column() == Class ? tr("waiting…") : QString();
        return index.column() == Class ? QString::fromStdString(shown.ranking.front().name)
                                       : percentText(shown.ranking.front().probability);
    case Qt::DecorationRole:
        return failed && index.column() == Class
                   ? QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning)
                   : QVariant();
    case Qt::ToolTipRole:
        return failed ? shown.error + QLatin1Char('\n') + shown.hint : shown.path;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter | (index.column() == Probability ? Qt::AlignRight : Qt::AlignLeft)));
    default:
        return {};
    }
}

QVariant FileTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Probability ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("File"), tr("Class"), tr("Probability")};
    return section < ColumnCount ? names[section] : QVariant();
}

} // namespace rankscope
