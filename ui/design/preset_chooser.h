// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace rankscope {

/// The presets, grouped by data set; says what of the model differs from the one chosen last.
class PresetChooser : public QWidget {
    Q_OBJECT
public:
    PresetChooser(Workspace& workspace, QWidget* parent);
    QComboBox* combo() { return m_combo; }

private:
    void fill();
    void choose(int row);
    void apply(const QString& name);
    void showState();

    Workspace& m_workspace;
    QComboBox* m_combo;
    QToolButton* m_back;
    QLabel* m_changed;
};

} // namespace rankscope
