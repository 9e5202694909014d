// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"
#include "ui/bridge/clip_pictures.h"

#include <QAbstractListModel>

namespace rankscope {

/// Small pictures of clips: the first clip of every class, or the first clips of one class; each the middle
/// one of its candidate frames. Clips that could not be decoded are left out.
class ThumbnailModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int clipsOfOneClass = 24;
    explicit ThumbnailModel(QObject* parent = nullptr);

    /// `frames` may be null: then there is nothing to show yet.
    void setData(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const FrameSource> frames);
    /// Negative: one clip of every class.
    void showClass(int classIndex);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void collect();
    void showPicture(int clip);

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const FrameSource> m_frames;
    int m_class = -1;
    struct Entry {
        int clip, label;
    };
    std::vector<Entry> m_entries;
    ClipPictures* m_pictures;
};

} // namespace rankscope
