// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/run_inspection.h"
#include "ui/bridge/clip_pictures.h"

#include <QAbstractListModel>

#include <memory>

namespace rankscope {

struct ShownClip;

/// Clips of a run with a small picture each, the middle one of its candidate frames, and a line of text.
class ClipListModel : public QAbstractListModel {
    Q_OBJECT
public:
    struct Entry {
        int clip = 0; ///< index into the data set
        QString note; ///< below its name; may be empty
    };
    explicit ClipListModel(QObject* parent = nullptr);

    /// `clips` may be null: nothing is listed.
    void setClips(std::shared_ptr<const InspectedClips> clips, std::vector<Entry> entries);
    int clip(int row) const { return m_entries.at(static_cast<std::size_t>(row)).clip; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void showPicture(int clip);

    std::shared_ptr<const InspectedClips> m_clips;
    std::vector<Entry> m_entries;
    ClipPictures* m_pictures;
};

/// All candidate frames of a clip, for the player; not for the window's thread. Throws Error, Cancelled.
std::shared_ptr<const ShownClip> shownClip(const InspectedClips& clips, const DataSpec& spec, int clip,
                                           std::stop_token stop = {});

} // namespace rankscope
