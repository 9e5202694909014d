// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/skipped_model.h"

#include "ui/bridge/engine_messages.h"

namespace rankscope {

void SkippedModel::setFiles(std::vector<SkippedFile> files) {
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

QString SkippedModel::text() const {
    QString lines;
    for (const SkippedFile& file : m_files)
        lines += QString::fromStdString(file.path) + QLatin1Char('\t') +
                 translatedMessage(QString::fromStdString(file.reason)) + QLatin1Char('\n');
    return lines;
}

int SkippedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant SkippedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SkippedFile& file = m_files[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return QString::fromStdString(file.path) + QLatin1Char('\n') +
               translatedMessage(QString::fromStdString(file.reason));
    default:
        return {};
    }
}

} // namespace rankscope
