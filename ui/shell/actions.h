// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <map>
#include <vector>

class QMenu;
class QMenuBar;

namespace rankscope {

enum class ActionId {
    OpenFolder,
    OpenList,
    OpenBuiltIn,
    OpenRun,
    ClassifyFiles,
    Preferences,
    Quit,
    Undo,
    Redo,
    ShowDesign,
    ShowTrain,
    ShowRuns,
    ShowInspect,
    ShowClassify,
    ShowDataset,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    FullScreen,
    ResetLayout,
    Start,
    Pause,
    Stop,
    HelpPane,
    HelpContents,
    Shortcuts,
    About
};

/// Everything the window can be told to do, in one table: menus, shortcuts, tooltips and the shortcut sheet
/// come from it.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    QAction* operator[](ActionId id) const { return m_actions.at(id); }
    void fill(QMenuBar& bar) const;
    /// A menu of its own within the one that has `id`, once the bar is filled.
    void insertBefore(ActionId id, QMenu& menu) const;

    struct Entry {
        ActionId id;
        QString menu, text;
        QKeySequence shortcut;
        QString explanation;
        bool separatorBefore = false;
    };
    const std::vector<Entry>& table() const { return m_table; }

private:
    std::vector<Entry> m_table;
    std::map<ActionId, QAction*> m_actions;
};

} // namespace rankscope
