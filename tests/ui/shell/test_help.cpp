// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/shell/help_pages.h"
#include "ui/shell/help_window.h"
#include "ui/shell/main_window.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

using namespace rankscope;

class TestHelp : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static QStringList allMatches(const QString& text, const QString& pattern) {
        QStringList all;
        for (auto matches =
                 QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
             matches.hasNext();)
            all << matches.next().captured(1);
        return all;
    }
    static const HelpWindow* open(MainWindow& window) {
        window.actions()[ActionId::HelpPane]->trigger();
        return window.findChild<HelpWindow*>();
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-help-test");
        QSettings().clear();
    }

    void everyPageIsThereInBothLanguages() {
        for (const char* language : {"en", "zh_CN"}) {
            QStringList files =
                QDir(QStringLiteral(":/help/%1").arg(QLatin1String(language))).entryList({"*.md"});
            QStringList wanted;
            for (const QString& page : helpPages()) wanted << page + ".md";
            wanted.sort();
            files.sort();
            QCOMPARE(files, wanted);
            for (const QString& page : helpPages())
                QVERIFY2(!helpTitle(helpText(page, QLatin1String(language))).isEmpty(), qPrintable(page));
        }
    }

    void pagesHaveTheSameParts() {
        for (const QString& page : helpPages()) {
            const QString english = helpText(page, "en"), chinese = helpText(page, "zh_CN");
            QVERIFY2(chinese.contains(QRegularExpression("\\p{Han}")), qPrintable(page));
            for (const char* part : {"^(#+) ", "^(\\|)", "^(    )\\S", "\\]\\(([^)]*)\\)"})
                QVERIFY2(allMatches(english, part) == allMatches(chinese, part),
                         qPrintable(page + ": " + part + ": " + allMatches(english, part).join(' ') + " / " +
                                    allMatches(chinese, part).join(' ')));
        }
    }

    void noLinkIsDead() {
        for (const char* language : {"en", "zh_CN"})
            for (const QString& page : helpPages())
                for (const QString& link :
                     allMatches(helpText(page, QLatin1String(language)), "\\]\\(([^)]*)\\)")) {
                    if (link.startsWith("https://")) continue;
                    QVERIFY2(link.endsWith(".md") && helpPages().contains(link.chopped(3)),
                             qPrintable(page + ": " + link));
                }
    }

    void everyPaneHasItsPage() {
        MainWindow window;
        window.begin({});
        auto* tabs = window.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            QVERIFY2(helpPages().contains(tabs->widget(i)->objectName()), qPrintable(tabs->tabText(i)));
            tabs->setCurrentIndex(i);
            const HelpWindow* help = open(window);
            QVERIFY(help->isVisible());
            QCOMPARE(help->findChild<QListWidget*>()->currentItem()->data(Qt::UserRole).toString(),
                     tabs->widget(i)->objectName());
        }
    }

    void linksLeadToPages() {
        HelpWindow help;
        help.showPage("first-steps");
        emit help.findChild<QTextBrowser*>()->anchorClicked(QUrl("runs.md"));
        QCOMPARE(help.findChild<QListWidget*>()->currentItem()->data(Qt::UserRole).toString(),
                 QString("runs"));
        QVERIFY(help.findChild<QTextBrowser*>()->toPlainText().contains("run.json"));
    }

    void searchFindsAndMarks() {
        HelpWindow help;
        help.showPage("first-steps");
        auto* list = help.findChild<QListWidget*>();
        auto* text = help.findChild<QTextBrowser*>();
        QTest::keyClicks(help.findChild<QLineEdit*>(), "bt-best");
        for (int i = 0; i < list->count(); ++i) QVERIFY(list->item(i)->isHidden());
        help.findChild<QLineEdit*>()->clear();
        QTest::keyClicks(help.findChild<QLineEdit*>(), "pareto FRONT");
        QStringList shown;
        for (int i = 0; i < list->count(); ++i)
            if (!list->item(i)->isHidden()) shown << list->item(i)->data(Qt::UserRole).toString();
        QCOMPARE(shown, QStringList{"runs"});
        QVERIFY(text->toPlainText().contains("run.json"));
        QCOMPARE(text->extraSelections().size(), 1);
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
