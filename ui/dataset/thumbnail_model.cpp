// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/thumbnail_model.h"

#include <QFileInfo>

#include <algorithm>

namespace rankscope {

ThumbnailModel::ThumbnailModel(QObject* parent)
    : QAbstractListModel(parent), m_pictures(new ClipPictures(this)) {
    connect(m_pictures, &ClipPictures::arrived, this, &ThumbnailModel::showPicture);
}

void ThumbnailModel::setData(std::shared_ptr<const Dataset> dataset,
                             std::shared_ptr<const FrameSource> frames) {
    beginResetModel();
    m_dataset = std::move(dataset);
    m_frames = std::move(frames);
    m_class = -1;
    m_pictures->setFrames(m_frames);
    collect();
    endResetModel();
}

void ThumbnailModel::showClass(int classIndex) {
    if (classIndex == m_class) return;
    beginResetModel();
    m_class = classIndex;
    collect();
    endResetModel();
}

void ThumbnailModel::collect() {
    m_entries.clear();
    if (!m_dataset || !m_frames) return;
    const auto usable = [this](int clip) {
        return clip < m_frames->clips() && m_frames->candidates(clip) > 0;
    };
    const int clips = static_cast<int>(m_dataset->clips.size());
    std::vector<bool> seen(m_dataset->classes.size());
    for (int clip = 0; clip < clips; ++clip)
        for (const int label : m_dataset->clips[static_cast<std::size_t>(clip)].labels) {
            const bool wanted = m_class < 0 ? !seen[static_cast<std::size_t>(label)]
                                            : label == m_class && m_entries.size() < clipsOfOneClass;
            if (!wanted || !usable(clip)) continue;
            seen[static_cast<std::size_t>(label)] = true;
            m_entries.push_back({clip, label});
        }
    if (m_class < 0) std::ranges::sort(m_entries, {}, &Entry::label);
}

int ThumbnailModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ThumbnailModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry entry = m_entries[static_cast<std::size_t>(index.row())];
    const QString path = QString::fromStdString(m_dataset->clips[static_cast<std::size_t>(entry.clip)].path);
    const QString name = QString::fromStdString(m_dataset->classes[static_cast<std::size_t>(entry.label)]);
    switch (role) {
    case Qt::DisplayRole:
        return m_class < 0 ? name : QFileInfo(path).completeBaseName();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(name, path);
    case Qt::DecorationRole:
        return m_pictures->icon(entry.clip); // an icon is drawn at the size of the view, a pixmap at its own
    default:
        return {};
    }
}

void ThumbnailModel::showPicture(int clip) {
    for (int row = 0; row < rowCount(); ++row)
        if (m_entries[static_cast<std::size_t>(row)].clip == clip)
            emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

} // namespace rankscope
