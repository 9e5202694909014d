// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace rankscope {

class ClipPictures;
class ModesPicture;

/// Modes on the picture: which pixels of a frame one index of an input mode covers, what cuts across rows,
/// and the layout of the frame, which costs no parameter.
class PicturePage : public QWidget {
    Q_OBJECT
public:
    PicturePage(Workspace& workspace, QWidget* parent);
    /// Where it is in sight.
    void showMode(int mode);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QComboBox* addCombo(const QString& name, const QString& what);
    void build();
    void refresh();
    void showText();
    void editLayout();
    void editPatch(int DataSpec::*side, const QComboBox* combo);
    QImage frameOfData();

    Workspace& m_workspace;
    QComboBox *m_mode, *m_layout, *m_patchWidth, *m_patchHeight;
    QLabel *m_patch, *m_text;
    ModesPicture* m_picture;
    ClipPictures* m_frames;
};

} // namespace rankscope
