// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"
#include "ui/design/presets/preset_library.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace rankscope {

/// The presets, grouped by data set, and those of the user, which are made and removed here; says what
/// differs from the one chosen last.
class PresetChooser : public QWidget {
    Q_OBJECT
public:
    PresetChooser(Workspace& workspace, QWidget* parent);
    QComboBox* combo() { return m_combo; }

private:
    void build();
    void buildMenu();
    void fill();
    void choose(int row);
    void apply(const QString& name);
    void startNaming();
    void save();
    void importFile();
    void exportFile();
    void remove();
    void tell(const std::optional<Problem>& problem, const QString& done, bool undo = false);
    void showState();

    Workspace& m_workspace;
    PresetLibrary* m_library;
    QComboBox* m_combo;
    QToolButton *m_back, *m_more;
    QLabel* m_changed;
    QWidget* m_naming; ///< a name for a new preset is typed here
    QLineEdit* m_name;
    QLabel* m_note;
    QAction *m_export = nullptr, *m_delete = nullptr;
};

} // namespace rankscope
