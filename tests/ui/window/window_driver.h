// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window/real_screen.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolBar>

#include <memory>

namespace rankscope {

/// A main window that is used by mouse and keys: finds what a user would look for by the words on it.
class WindowDriver {
public:
    void open() {
        m_window = std::make_unique<MainWindow>();
        m_window->begin({});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        // The window manager gives the focus in its own time.
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), 10'000);
    }
    void quit() {
        Hands::press("ctrl+q");
        QTRY_VERIFY(!m_window->isVisible());
    }
    void drop() { m_window.reset(); }
    bool isThere() const { return m_window != nullptr; }
    MainWindow& operator*() const { return *m_window; }
    MainWindow* operator->() const { return m_window.get(); }

    QString pane() const {
        const auto* tabs = m_window->findChild<QTabWidget*>();
        return tabs->tabText(tabs->currentIndex());
    }
    /// A pane, or a tab within one.
    void clickTab(const QString& name) {
        for (auto* bar : m_window->findChildren<QTabBar*>())
            for (int i = 0; bar->isVisible() && i < bar->count(); ++i)
                if (bar->tabText(i) == name) {
                    Hands::click(*bar, bar->tabRect(i).center());
                    QTRY_COMPARE(bar->currentIndex(), i);
                    return;
                }
        QFAIL(qPrintable("no tab " + name));
    }
    void clickTool(ActionId id) {
        QAction* action = m_window->actions()[id];
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), 60'000);
        auto* button = m_window->findChild<QToolBar*>("mainToolBar")->widgetForAction(action);
        QVERIFY(button);
        Hands::click(*button);
    }
    /// A button in sight with these words, mnemonic included; null: there is none.
    QAbstractButton* button(const QString& text) {
        for (auto* found : m_window->findChildren<QAbstractButton*>())
            if (found->isVisible() && found->text() == text) return found;
        return nullptr;
    }
    void clickButton(const QString& text) {
        QTRY_VERIFY(button(text) && button(text)->isEnabled());
        Hands::click(*button(text));
    }
    /// From the menu of a button. The menu has an event loop of its own, which ends with the choice.
    void chooseFrom(const QWidget* button, const QString& entry) {
        QVERIFY(button);
        QTimer waits;
        QObject::connect(&waits, &QTimer::timeout, &waits, [&] {
            if (!QApplication::activePopupWidget()) return;
            waits.stop();
            clickMenu(entry);
        });
        waits.start(50);
        Hands::click(*button);
        QTRY_VERIFY(!waits.isActive() && !QApplication::activePopupWidget());
    }
    /// In the menu that is open.
    void clickMenu(const QString& text) {
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* action : menu->actions())
            if (action->text() == text) {
                Hands::click(*menu, menu->actionGeometry(action).center());
                return;
            }
        QFAIL(qPrintable("no menu entry " + text));
    }
    /// Types a path into the file dialog that comes up.
    void answerFileDialog(const std::filesystem::path& path) {
        QTRY_VERIFY(m_window->findChild<QFileDialog*>());
        QTRY_VERIFY(m_window->findChild<QFileDialog*>()->isActiveWindow());
        Hands::press("ctrl+a");
        Hands::type(QString::fromStdString(path.string()));
        Hands::press("Return");
        QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
    }
    /// A widget in sight, by the name that a screen reader says.
    template <class Widget>
    Widget* named(const QString& name) {
        for (auto* widget : m_window->findChildren<Widget*>())
            if (widget->isVisible() && widget->accessibleName() == name) return widget;
        return nullptr;
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

} // namespace rankscope
