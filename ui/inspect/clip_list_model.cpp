// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/clip_list_model.h"

#include "engine/base/error.h"
#include "engine/data/shown_frames.h"
#include "ui/classify/classifier.h"

#include <QFileInfo>
#include <QIcon>

namespace rankscope {

void ClipListModel::setClips(std::shared_ptr<const InspectedClips> clips, std::vector<Entry> entries) {
    beginResetModel();
    if (clips != m_clips) m_pictures.clear();
    m_clips = std::move(clips);
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
        return QIcon(picture(entry.clip));
    default:
        return {};
    }
}

QPixmap ClipListModel::picture(int clip) const {
    const auto found = m_pictures.constFind(clip);
    if (found != m_pictures.constEnd()) return *found;
    const FrameCache& frames = m_clips->data.frames;
    std::vector<std::uint8_t> pixels(frames.frameBytes());
    try {
        frames.read(clip, frames.candidates(clip) / 2, pixels);
    } catch (const Error&) { // the clip is gone and its cached frame damaged: a black picture
    }
    const QImage image(pixels.data(), frames.width(), frames.height(), frames.width() * 3,
                       QImage::Format_RGB888);
    return *m_pictures.insert(clip, QPixmap::fromImage(image)); // fromImage copies the pixels
}

std::shared_ptr<const ShownClip> shownClip(const InspectedClips& clips, const DataSpec& spec, int clip) {
    auto shown = std::make_shared<ShownClip>();
    shown->result.clip.frames = candidateFrames(clips.data.frames, clip);
    shown->result.shown = shownFrames(shown->frames(), spec, clip);
    shown->width = spec.width;
    shown->height = spec.height;
    return shown;
}

} // namespace rankscope
