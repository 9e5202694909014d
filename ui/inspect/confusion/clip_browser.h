// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/inspect/clip_list_model.h"

#include <QWidget>

class QLabel;
class QListView;

namespace rankscope {

class ClipPlayer;

/// A list of clips, and a player for the one that is chosen.
class ClipBrowser : public QWidget {
    Q_OBJECT
public:
    explicit ClipBrowser(QWidget* parent = nullptr);

    /// `title` says which clips these are. The first one is played.
    void setClips(const QString& title, std::shared_ptr<const InspectedClips> clips, const DataSpec& spec,
                  std::vector<ClipListModel::Entry> entries);
    void clear(const QString& title);

private:
    void play();

    ClipListModel* m_model;
    QLabel* m_title;
    QListView* m_list;
    ClipPlayer* m_player;
    std::shared_ptr<const InspectedClips> m_clips;
    DataSpec m_spec;
    Job<std::shared_ptr<const ShownClip>> m_job;
};

} // namespace rankscope
