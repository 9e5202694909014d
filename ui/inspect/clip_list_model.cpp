// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/clip_list_model.h"

#include "engine/data/shown_frames.h"
#include "ui/classify/classifier.h"

namespace rankscope {

ClipListModel::ClipListModel(QObject* parent)
    : QAbstractListModel(parent), m_pictures(new ClipPictures(this)) {
    connect(m_pictures, &ClipPictures::arrived, this, &ClipListModel::showPicture);
}

void ClipListModel::setClips(std::shared_ptr<const InspectedClips> clips, std::vector<Entry> entries) {
    beginResetModel();
    m_clips = std::move(clips);
    m_pictures->setFrames(m_clips ? std::shared_ptr<const FrameSource>(m_clips, &m_clips->data.frames)
                                  : nullptr);
    m_entries = m_clips ? std::move(entries) : std::vector<Entry>();
    endResetModel();
}

int ClipListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ClipListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    const QString path =
        QString::fromStdString(m_clips->data.dataset.clips[static_cast<std::size_t>(entry.clip)].path);
    switch (role) {
    case Qt::DisplayRole:
        return entry.note.isEmpty() ? path : path + QLatin1Char('\n') + entry.note;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return entry.note.isEmpty() ? path : tr("%1: %2").arg(path, entry.note);
    case Qt::DecorationRole:
        return m_pictures->icon(entry.clip);
    default:
        return {};
    }
}

void ClipListModel::showPicture(int clip) {
    for (int row = 0; row < rowCount(); ++row)
        if (this->clip(row) == clip) emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

std::shared_ptr<const ShownClip> shownClip(const InspectedClips& clips, const DataSpec& spec, int clip,
                                           std::stop_token stop) {
    auto shown = std::make_shared<ShownClip>();
    shown->result.clip.frames = candidateFrames(clips.data.frames, clip, stop);
    shown->result.shown = shownFrames(shown->frames(), spec, clip);
    shown->width = spec.width;
    shown->height = spec.height;
    return shown;
}

} // namespace rankscope
