// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks and what stands beside it: panes, theme, layout, preferences, help.
#include "ui/shell/appearance.h"
#include "ui/shell/help_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/shell/splitter_states.h"

#include <QApplication>
#include <QDockWidget>
#include <QScreen>
#include <QTabWidget>

namespace rankscope {

namespace {
constexpr QSize frameRoom(8, 40); // of the window manager around a window
} // namespace

void MainWindow::showTab(Tab tab) {
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    m_tabs->currentWidget()->setFocus();
}

void MainWindow::setTheme(Theme theme) {
    Preferences preferences = m_preferences;
    preferences.theme = theme;
    applyPreferences(preferences);
    writePreferences(preferences);
    if (auto* dialog = findChild<PreferencesDialog*>()) dialog->setPreferences(preferences);
}

void MainWindow::applyPreferences(const Preferences& preferences) {
    m_preferences = preferences;
    m_opener.setResources(preferences.resources);
    m_session.setResources(preferences.resources);
    m_session.setRunsFolder(preferences.runsFolder);
    applyTheme(preferences.theme, m_systemStyle);
    const ActionId ids[] = {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark};
    m_actions[ids[static_cast<int>(preferences.theme)]]->setChecked(true);
}

void MainWindow::showPreferences() {
    auto* dialog = findChild<PreferencesDialog*>();
    if (!dialog) {
        dialog = new PreferencesDialog(m_preferences, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PreferencesDialog::edited, this, [this](const Preferences& preferences) {
            applyPreferences(preferences);
            writePreferences(preferences);
        });
    }
    dialog->QWidget::show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showHelp(const QString& page) {
    if (!m_help) m_help = new HelpWindow(this);
    m_help->showPage(page);
}

QString MainWindow::helpPage() const {
    if (m_dock->isAncestorOf(QApplication::focusWidget())) return QStringLiteral("data-set");
    const QWidget* pane = m_tabs->currentWidget();
    return pane->objectName();
}

void MainWindow::resetLayout() {
    restoreState(m_firstLayout);
    restoreSplitters(m_splitters, m_firstSplitters);
    m_dock->show();
    showNormal();
    m_actions[ActionId::FullScreen]->setChecked(false);
    resizeToScreen();
}

void MainWindow::resizeToScreen() {
    const QSize room = screen()->availableSize() - frameRoom;
    resize(QSize(1280, 800).boundedTo(room));
}

} // namespace rankscope
