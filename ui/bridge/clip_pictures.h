// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/frame_source.h"
#include "ui/bridge/job.h"

#include <QHash>
#include <QIcon>
#include <QImage>

#include <memory>
#include <vector>

namespace rankscope {

/// A picture of each clip, the middle one of its candidate frames, for lists and views. It is read in the
/// background, those asked for last first: where the kept frames are damaged, reading decodes the video.
class ClipPictures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Null: there are none. Pictures of other frames than before are forgotten.
    void setFrames(std::shared_ptr<const FrameSource> frames);

    /// Null until it is read, and where it cannot be.
    QImage picture(int clip);
    /// The same for lists, with a grey stand-in of its size for a null one.
    QIcon icon(int clip);
    /// It was tried: the clip is gone and its kept frame damaged.
    bool isUnreadable(int clip) const;

signals:
    void arrived(int clip); ///< read or found unreadable

private:
    void readNext();

    std::shared_ptr<const FrameSource> m_frames;
    QHash<int, QImage> m_pictures; ///< by clip; null: unreadable
    std::vector<int> m_wanted;
    int m_reading = -1; ///< clip
    Job<QImage> m_job;
};

} // namespace rankscope
