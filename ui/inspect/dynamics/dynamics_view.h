// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspect_view.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QStackedWidget;

namespace rankscope {

class ClipListModel;
class FrameStrip;
struct ShownClip;
class TraceMaps;
class WorkBar;

/// The gates, the cell and the hidden state over the time of a clip, beside the frames that the network saw.
class DynamicsView : public InspectView {
    Q_OBJECT
public:
    DynamicsView(Inspection& inspection, QWidget* parent);

protected:
    void showRun() override;

private:
    QWidget* buildList();
    QWidget* buildMaps();
    void openClips();
    void listClips();
    void trace();
    void showTime(int step);
    void say(const QString& text);

    struct Traced {
        std::shared_ptr<const CellTrace> trace;
        std::shared_ptr<const ShownClip> clip;
    };
    Job<Traced> m_job;
    bool m_waiting = false; ///< for the clips
    QComboBox* m_set;
    ClipListModel* m_model;
    QListView* m_list;
    QCheckBox* m_sorted;
    QLabel* m_note;
    WorkBar* m_work;
    QStackedWidget* m_pages;
    FrameStrip* m_strip;
    TraceMaps* m_maps;
};

} // namespace rankscope
