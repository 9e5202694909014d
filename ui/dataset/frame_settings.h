// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"

#include <QLabel>
#include <QSpinBox>

namespace rankscope {

/// Editors of the frames a clip (T) and of their size; says where the input modes do not fit the size.
class FrameSettings : public QWidget {
    Q_OBJECT
public:
    FrameSettings(Workspace& workspace, QWidget* parent);

private:
    QSpinBox* addSpin(const QString& name, const QString& what, int low, int high);
    void load();
    void commit();

    Workspace& m_workspace;
    QSpinBox *m_frames, *m_width, *m_height;
    QLabel* m_note;
};

} // namespace rankscope
