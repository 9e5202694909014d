// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/shell/help_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"

#include <QAccessible>
#include <QApplication>
#include <QSettings>
#include <QTabWidget>
#include <QTest>

using namespace rankscope;

/// Everything can be reached by key and has a name that a screen reader can say.
class TestAccessible : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static QString describe(const QWidget& widget) {
        QStringList path;
        for (const QWidget* w = &widget; w && path.size() < 4; w = w->parentWidget())
            path.prepend(w->objectName().isEmpty() ? w->metaObject()->className() : w->objectName());
        return path.join(" > ");
    }

    /// Containers that hold the focus for what is in them, and texts that can be marked, have no name to say.
    static bool holdsOthers(QAccessible::Role role) {
        return role == QAccessible::Client || role == QAccessible::Pane || role == QAccessible::Window ||
               role == QAccessible::Dialog || role == QAccessible::StaticText;
    }

    /// Controls of the accessible tree below an item that can take the focus and have no name.
    static void collect(QAccessibleInterface* item, QStringList& unnamed, int& controls) {
        if (!item || item->state().invisible) return;
        const auto* widget = qobject_cast<QWidget*>(item->object());
        if (widget && item->state().focusable) {
            ++controls;
            const bool says = !item->text(QAccessible::Name).trimmed().isEmpty();
            if (item->role() == QAccessible::NoRole) unnamed << describe(*widget) + " has no role";
            if (!says && (!holdsOthers(item->role()) || widget->focusPolicy() & Qt::TabFocus))
                unnamed << describe(*widget);
        }
        const bool hasCells = item->role() == QAccessible::Table || item->role() == QAccessible::List ||
                              item->role() == QAccessible::Tree || item->role() == QAccessible::ComboBox ||
                              item->role() == QAccessible::SpinBox;
        for (int i = 0; !hasCells && i < item->childCount(); ++i) collect(item->child(i), unnamed, controls);
    }

    static void verifyNames(QWidget& window, const QString& what, int least) {
        QStringList unnamed;
        int controls = 0;
        collect(QAccessible::queryAccessibleInterface(&window), unnamed, controls);
        QVERIFY2(unnamed.isEmpty(), qPrintable(what + ":\n  " + unnamed.join("\n  ")));
        QVERIFY2(controls >= least, qPrintable(QString("%1: only %2 controls").arg(what).arg(controls)));
    }

    static void verifyTabOrder(QWidget& pane, const QString& what) {
        QSet<const QWidget*> wanted;
        for (const auto* widget : pane.findChildren<QWidget*>())
            if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() &&
                widget->isVisible() && !widget->focusProxy())
                wanted << widget;
        for (int presses = 0; presses < 400 && !wanted.isEmpty(); ++presses) {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &pane, Qt::Key_Tab);
            wanted.remove(QApplication::focusWidget());
        }
        QStringList missed;
        for (const QWidget* widget : wanted) missed << describe(*widget);
        QVERIFY2(missed.isEmpty(), qPrintable(what + ", not reached by Tab:\n  " + missed.join("\n  ")));
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-accessible-test");
        QSettings().clear();
    }

    void everyControlHasANameAndIsReachedByTab() {
        MainWindow window;
        window.begin({});
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* tabs = window.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            auto* inner = tabs->widget(i)->findChild<QTabWidget*>();
            for (int j = 0; j < (inner ? inner->count() : 1); ++j) {
                if (inner) inner->setCurrentIndex(j);
                const QString name = tabs->tabText(i) + (inner ? " / " + inner->tabText(j) : QString());
                verifyNames(window, name, 10);
                verifyTabOrder(*tabs->widget(i), name);
                if (QTest::currentTestFailed()) return;
            }
        }
    }

    void dialogsHaveNamesToo() {
        MainWindow window;
        window.begin({});
        window.actions()[ActionId::Preferences]->trigger();
        window.actions()[ActionId::HelpContents]->trigger();
        window.actions()[ActionId::Shortcuts]->trigger();
        verifyNames(*window.findChild<PreferencesDialog*>(), "preferences", 8);
        verifyNames(*window.findChild<HelpWindow*>(), "help", 3);
        verifyNames(*window.findChild<QWidget*>("shortcutSheet"), "shortcuts", 2);
        auto* preferences = window.findChild<PreferencesDialog*>();
        window.findChild<HelpWindow*>()->close();
        window.findChild<QDialog*>("shortcutSheet")->close();
        preferences->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(preferences));
        verifyTabOrder(*preferences, "preferences");
    }

    void everyActionHasAMnemonicOfItsOwnInItsMenu() {
        MainWindow window;
        std::map<QString, QStringList> used;
        for (const Actions::Entry& entry : window.actions().table()) {
            const qsizetype at = entry.text.indexOf('&');
            QVERIFY2(at >= 0 && at + 1 < entry.text.size(), qPrintable(entry.text));
            const QString key = entry.text.mid(at + 1, 1).toLower();
            QVERIFY2(!used[entry.menu].contains(key), qPrintable(entry.menu + ": " + entry.text));
            used[entry.menu] << key;
        }
    }
};

QTEST_MAIN(TestAccessible)
#include "test_accessible.moc"
