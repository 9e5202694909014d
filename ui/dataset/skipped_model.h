// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"

#include <QAbstractListModel>

namespace rankscope {

/// Files that cannot be used, each with its reason.
class SkippedModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setFiles(std::vector<SkippedFile> files);
    /// One line a file, path and reason apart by a tab, for the clipboard.
    QString text() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<SkippedFile> m_files;
};

} // namespace rankscope
