// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/frame_cache.h"
#include "engine/storage/run_folder.h"
#include "tests/ui/small_data.h"
#include "ui/shell/folder_field.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/shell/recent_menu.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>

#include <fstream>

using namespace rankscope;

class TestPreferences : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static QWidget* named(const QWidget& dialog, const QString& name) {
        for (auto* widget : dialog.findChildren<QWidget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-preferences-test");
    }
    void init() { QSettings().clear(); }

    void firstStartHasTheFoldersOfTheCommandLine() {
        const Preferences first = readPreferences();
        QCOMPARE(first.runsFolder, defaultRunsFolder());
        QCOMPARE(first.resources.cache.folder, defaultCacheFolder());
        QCOMPARE(first.resources.threads, 0);
        QVERIFY(first.theme == Theme::System);
        QVERIFY(first.language == Language::System);
    }

    void everyPreferenceComesBack() {
        Preferences set;
        set.theme = Theme::Dark;
        set.language = Language::Chinese;
        set.runsFolder = m_home / "runs";
        set.resources.threads = 3;
        set.resources.cache.folder = m_home / "frames";
        set.resources.cache.limitBytes = std::uint64_t{7} << 30;
        writePreferences(set);
        const Preferences read = readPreferences();
        QVERIFY(read.theme == set.theme);
        QVERIFY(read.language == set.language);
        QCOMPARE(read.runsFolder, set.runsFolder);
        QCOMPARE(read.resources.threads, 3);
        QCOMPARE(read.resources.cache.folder, set.resources.cache.folder);
        QCOMPARE(read.resources.cache.limitBytes, set.resources.cache.limitBytes);
    }

    void nonsenseInTheSettingsIsLeftOut() {
        QSettings settings;
        settings.setValue("preferences/theme", "purple");
        settings.setValue("preferences/language", 12);
        settings.setValue("preferences/threads", -5);
        settings.setValue("preferences/runs", "not/absolute");
        settings.setValue("preferences/cacheGigabytes", "many");
        const Preferences read = readPreferences();
        QVERIFY(read.theme == Theme::System);
        QVERIFY(read.language == Language::System);
        QCOMPARE(read.resources.threads, 0);
        QCOMPARE(read.runsFolder, defaultRunsFolder());
        QCOMPARE(read.resources.cache.limitBytes, CacheSettings().limitBytes);
    }

    void whatIsSetReachesTheEngineAtOnce() {
        MainWindow window;
        window.begin({});
        window.actions()[ActionId::Preferences]->trigger();
        auto* dialog = window.findChild<PreferencesDialog*>();
        QVERIFY(dialog);
        QVERIFY(!dialog->isModal());
        qobject_cast<QSpinBox*>(named(*dialog, "Threads"))->setValue(1);
        auto* runs = qobject_cast<QLineEdit*>(named(*dialog, "Run folder"));
        const std::filesystem::path folder = m_home / "elsewhere";
        QSignalSpy moved(&window.session(), &TrainingSession::runsFolderChanged);
        runs->setText(QString::fromStdString(folder.string()));
        QTest::keyClick(runs, Qt::Key_Return);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(window.session().runsFolder(), folder);
        QCOMPARE(window.session().resources().threads, 1);
        QCOMPARE(readPreferences().runsFolder, folder);
        QVERIFY(dialog->isVisible());
    }

    void unusableFolderIsSaidAndNotTaken() {
        FolderField field("Run folder", "Runs are made here.");
        QSignalSpy chosen(&field, &FolderField::chosen);
        auto* edit = field.findChild<QLineEdit*>();
        auto* note = field.findChild<QLabel*>();
        std::ofstream(m_home / "file") << "text";
        for (const QString& text :
             {QString("relative/folder"), QString::fromStdString((m_home / "file" / "below").string())}) {
            edit->setText(text);
            QTest::keyClick(edit, Qt::Key_Return);
            QVERIFY(note->text() != "Runs are made here.");
        }
        QCOMPARE(chosen.count(), 0);
        edit->setText(QString::fromStdString((m_home / "new").string()));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(note->text(), QString("Runs are made here."));
    }

    void themeOfTheMenuShowsInTheDialog() {
        MainWindow window;
        window.begin({});
        window.actions()[ActionId::Preferences]->trigger();
        auto* dialog = window.findChild<PreferencesDialog*>();
        auto* theme = qobject_cast<QComboBox*>(named(*dialog, "Theme"));
        window.actions()[ActionId::ThemeDark]->trigger();
        QCOMPARE(theme->currentText(), QString("Dark"));
        theme->setCurrentIndex(theme->findText("Light"));
        QVERIFY(window.actions()[ActionId::ThemeLight]->isChecked());
        QVERIFY(readPreferences().theme == Theme::Light);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
        QVERIFY(window.actions()[ActionId::ThemeSystem]->isChecked());
    }

    void cacheTellsItsSizeAndIsCleared() {
        const std::filesystem::path folder = m_home / "filled";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "a.frames") << std::string(2'000'000, 'x');
        std::ofstream(folder / "notes.txt") << "not ours";
        Preferences preferences = defaultPreferences();
        preferences.resources.cache.folder = folder;
        PreferencesDialog dialog(preferences);
        auto* used = dialog.findChild<QLabel*>("cacheUsed");
        auto* clear = dialog.findChild<QPushButton*>("clearCache");
        QTRY_COMPARE(used->text(), QString("2.0 MB"));
        clear->click();
        QTRY_COMPARE(used->text(), QString("0 bytes"));
        QVERIFY(!clear->isEnabled());
        QVERIFY(std::filesystem::exists(folder / "notes.txt"));
    }

    void cacheThatCannotBeClearedCanBeTriedAgain() {
        const std::filesystem::path folder = m_home / "cache-of-frames", away = m_home / "away";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "a.frames") << std::string(2'000'000, 'x');
        Preferences preferences = defaultPreferences();
        preferences.resources.cache.folder = folder;
        PreferencesDialog dialog(preferences);
        auto* used = dialog.findChild<QLabel*>("cacheUsed");
        auto* clear = dialog.findChild<QPushButton*>("clearCache");
        QTRY_VERIFY(clear->isEnabled());
        std::filesystem::rename(folder, away);
        std::ofstream(folder) << "no folder";
        clear->click();
        QTRY_VERIFY(used->text().contains("cache-of-frames"));
        QVERIFY(clear->isEnabled());
        std::filesystem::remove(folder);
        std::filesystem::rename(away, folder);
        clear->click();
        QTRY_COMPARE(used->text(), QString("0 bytes"));
    }

    void recentFoldersAndRunsAreOffered() {
        RecentMenu menu;
        menu.addData(m_home / "one");
        menu.addData(m_home / "two");
        menu.addData(m_home / "one");
        menu.addRun(m_home / "run-1");
        QSignalSpy chosen(&menu, &RecentMenu::chosen);
        emit menu.aboutToShow();
        QStringList names;
        for (const QAction* action : menu.actions())
            if (!action->isSeparator()) names << action->text();
        QCOMPARE(names.mid(0, 3), QStringList({"one", "two", "run-1"}));
        for (QAction* action : menu.actions())
            if (action->text() == "two") action->trigger();
        QCOMPARE(chosen.front().front().toString(), QString::fromStdString((m_home / "two").string()));
        menu.actions().back()->trigger();
        emit menu.aboutToShow();
        QVERIFY(!menu.actions().front()->isEnabled());
    }

    void splittersStandAsLeftAndAreReset() {
        const auto upright = [](const MainWindow& window) {
            for (auto* splitter : window.findChildren<QSplitter*>())
                if (splitter->isVisible() && splitter->orientation() == Qt::Vertical) return splitter;
            return static_cast<QSplitter*>(nullptr);
        };
        QList<int> moved;
        {
            MainWindow window;
            window.begin({});
            window.show();
            QList<int> sizes = upright(window)->sizes();
            sizes.front() += 30;
            sizes.back() -= 30;
            upright(window)->setSizes(sizes);
            moved = upright(window)->sizes();
            window.actions()[ActionId::HelpPane]->trigger(); // has a splitter of its own
            window.actions()[ActionId::ShowInspect]->trigger();
            window.actions()[ActionId::ShowRuns]->trigger();
            QVERIFY(window.close());
        }
        MainWindow window;
        window.begin({});
        window.show();
        QCOMPARE(window.findChild<QWidget*>("classify")->findChild<QSplitter*>()->orientation(),
                 Qt::Horizontal);
        window.actions()[ActionId::ShowDesign]->trigger();
        QCOMPARE(upright(window)->sizes(), moved);
        window.actions()[ActionId::HelpPane]->trigger();
        window.actions()[ActionId::ResetLayout]->trigger();
        QVERIFY(upright(window)->sizes() != moved);
    }
};

QTEST_MAIN(TestPreferences)
#include "test_preferences.moc"
