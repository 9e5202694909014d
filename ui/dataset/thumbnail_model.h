// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"
#include "engine/data/frame_source.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPixmap>

#include <memory>

namespace rankscope {

/// Small pictures of clips: the first clip of every class, or the first clips of one class; each the middle
/// one of its candidate frames. Clips that could not be decoded are left out.
class ThumbnailModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int clipsOfOneClass = 24;
    using QAbstractListModel::QAbstractListModel;

    /// `frames` may be null: then there is nothing to show yet.
    void setData(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const FrameSource> frames);
    /// Negative: one clip of every class.
    void showClass(int classIndex);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void collect();
    QPixmap picture(int clip) const;

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const FrameSource> m_frames;
    int m_class = -1;
    struct Entry {
        int clip, label;
    };
    std::vector<Entry> m_entries;
    mutable QHash<int, QPixmap> m_pictures; ///< by clip
};

} // namespace rankscope
