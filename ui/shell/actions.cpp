// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/shell/glyph_icon.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace rankscope {

namespace {

Glyph glyphOf(ActionId id) {
    switch (id) {
    case ActionId::OpenFolder:
        return Glyph::Folder;
    case ActionId::Undo:
        return Glyph::Undo;
    case ActionId::Redo:
        return Glyph::Redo;
    case ActionId::Start:
        return Glyph::Start;
    case ActionId::Pause:
        return Glyph::Pause;
    case ActionId::Stop:
        return Glyph::Stop;
    default:
        return Glyph::None;
    }
}

/// For a button: "Open" of "&Open", and of "Open(&O)" as Chinese has it.
QString withoutMnemonic(QString text) {
    static const QRegularExpression mnemonic(QStringLiteral("\\(&[A-Z]\\)|&"));
    return text.remove(mnemonic);
}

bool isCheckable(ActionId id) {
    return id == ActionId::Pause || id == ActionId::FullScreen || id == ActionId::ShowDataset ||
           id == ActionId::ThemeSystem || id == ActionId::ThemeLight || id == ActionId::ThemeDark;
}

} // namespace

Actions::Actions(QWidget* window) : QObject(window) {
    using Id = ActionId;
    const QString file = tr("&File"), edit = tr("&Edit"), view = tr("&View"), theme = tr("T&heme"),
                  run = tr("&Run"), help = tr("&Help");
    m_table = {
        {Id::OpenFolder, file, tr("Open &folder…"), QKeySequence::Open,
         tr("Open a folder with one sub-folder of videos per class")},
        {Id::OpenList, file, tr("Use a &list…"), tr("Ctrl+L"),
         tr("A CSV list that names clips, classes, groups and splits of the open folder")},
        {Id::OpenBuiltIn, file, tr("Open the &built-in set"), tr("Ctrl+B"),
         tr("Moving shapes: 8 classes that differ only by motion")},
        {Id::OpenRun, file, tr("Open &run…"), tr("Ctrl+Shift+O"),
         tr("Open a run folder: its curves, its settings, its classes"), true},
        {Id::ClassifyFiles, file, tr("&Classify videos…"), tr("Ctrl+K"),
         tr("Tell the class of videos with the current run")},
        {Id::Preferences, file, tr("&Preferences…"), tr("Ctrl+,"),
         tr("Language, theme, threads, run folder and frame cache"), true},
        {Id::Quit, file, tr("&Quit"), tr("Ctrl+Q"), tr("Close the window")},
        {Id::Undo, edit, tr("&Undo"), QKeySequence::Undo, tr("Take the last edit back")},
        {Id::Redo, edit, tr("&Redo"), QKeySequence::Redo, tr("Make the edit again")},
        {Id::ShowDesign, view, tr("&Design"), tr("Ctrl+1"),
         tr("Cell, format, modes and ranks, and what they cost")},
        {Id::ShowTrain, view, tr("&Train"), tr("Ctrl+2"),
         tr("Curves, progress and settings of the training")},
        {Id::ShowRuns, view, tr("&Runs"), tr("Ctrl+3"), tr("All runs: open, continue, compare")},
        {Id::ShowInspect, view, tr("&Inspect"), tr("Ctrl+4"),
         tr("Into a run: confusion, cores, spectra, gates over time")},
        {Id::ShowClassify, view, tr("&Classify"), tr("Ctrl+5"), tr("Videos and their classes")},
        {Id::ShowDataset, view, tr("Data &set"), tr("F9"), tr("Show or hide the data set at the side"), true},
        {Id::ThemeSystem, theme, tr("&System"), {}, tr("Colours and style of the desktop")},
        {Id::ThemeLight, theme, tr("&Light"), {}, tr("Light colours")},
        {Id::ThemeDark, theme, tr("&Dark"), {}, tr("Dark colours")},
        {Id::FullScreen, view, tr("&Full screen"), tr("F11"), tr("Fill the screen with the window"), true},
        {Id::ResetLayout, view, tr("Reset &layout"), {}, tr("Put everything back to its place")},
        {Id::Start, run, tr("&Start"), tr("F5"), tr("Train the model on the data")},
        {Id::Pause, run, tr("&Pause"), tr("F6"), tr("Wait between two batches, or go on")},
        {Id::Stop, run, tr("S&top"), tr("Shift+F5"),
         tr("End after this batch; the run stays usable and can be continued")},
        {Id::HelpPane, help, tr("&Help on this pane"), QKeySequence::HelpContents,
         tr("What the current pane shows and how it is used")},
        {Id::HelpContents, help, tr("All help &pages"), tr("Ctrl+F1"),
         tr("Every pane, the mathematics, how to read the numbers, the command line")},
        {Id::Shortcuts, help, tr("&Keyboard shortcuts"), tr("Ctrl+/"), tr("All shortcuts on one sheet")},
        {Id::About, help, tr("&About Rankscope"), {}, tr("Version and licence")}};

    auto* themes = new QActionGroup(this);
    for (const Entry& entry : m_table) {
        auto* action = new QAction(glyphIcon(glyphOf(entry.id)), entry.text, this);
        action->setShortcut(entry.shortcut);
        action->setIconText(withoutMnemonic(entry.text));
        action->setStatusTip(entry.explanation);
        const QString keys = entry.shortcut.toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? entry.explanation : tr("%1 (%2)").arg(entry.explanation, keys));
        action->setCheckable(isCheckable(entry.id));
        if (entry.menu == theme) themes->addAction(action);
        window->addAction(action);
        m_actions[entry.id] = action;
    }
    m_actions[Id::Preferences]->setMenuRole(QAction::PreferencesRole);
    m_actions[Id::Quit]->setMenuRole(QAction::QuitRole);
    m_actions[Id::About]->setMenuRole(QAction::AboutRole);
}

void Actions::fill(QMenuBar& bar) const {
    const QString view = tr("&View"), theme = tr("T&heme");
    std::map<QString, QMenu*> menus;
    for (const Entry& entry : m_table) {
        QMenu*& menu = menus[entry.menu];
        if (!menu) menu = entry.menu == theme ? menus.at(view)->addMenu(theme) : bar.addMenu(entry.menu);
        if (entry.separatorBefore) menu->addSeparator();
        menu->addAction(m_actions.at(entry.id));
    }
}

void Actions::insertBefore(ActionId id, QMenu& menu) const {
    QAction* action = m_actions.at(id);
    for (QObject* object : action->associatedObjects())
        if (auto* parent = qobject_cast<QMenu*>(object)) parent->insertMenu(action, &menu);
}

} // namespace rankscope
