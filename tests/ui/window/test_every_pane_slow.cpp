// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/dataset/elided_label.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDebug>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace rankscope;

/// Every tab of every pane, with runs to show, in both languages at the smallest and at a common size of the
/// window: no word is cut and no tab is out of sight. RANKSCOPE_SHOTS names a folder for pictures of them all
/// in both themes; QT_SCALE_FACTOR=2 makes them for fine screens.
class TestEveryPane : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_cut;

    void train(const char* format) {
        ExperimentSpec spec = smallSpec(3);
        spec.data.test = {SplitRule::Kind::Random, 0.34, {}};
        if (*format)
            spec.model.map.format = format, spec.model.map.ranks = {}, spec.model.map.blocks = 2,
            spec.model.map.tuckerRanks = {2, 2, 2, 2};
        m_window->workspace().edit("Spec", spec);
        m_window->actions()[ActionId::Start]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().active(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->session().active(), 120'000);
    }

    void complain(const QWidget& widget, const QString& page, const QString& text) {
        m_cut << page + ": \"" + text.left(60) + "\" of " + widget.metaObject()->className() + " " +
                     widget.objectName() + " " + widget.accessibleName();
    }

    /// A widget shows less than this much of a text that it means to show whole.
    static bool isCut(const QWidget& widget, const QString& text, int room) {
        return widget.fontMetrics().horizontalAdvance(text) > room;
    }

    void checkTexts(const QWidget& shown, const QString& page) {
        for (const auto* label : shown.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label))
                continue;
            const bool fits = label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                                : label->width() >= label->minimumSizeHint().width();
            if (!fits) complain(*label, page, label->text());
        }
        for (const auto* button : shown.findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty() &&
                button->width() < std::min(button->sizeHint().width(), button->minimumSizeHint().width()))
                complain(*button, page, button->text());
        for (const auto* box : shown.findChildren<QComboBox*>())
            if (box->isVisible() && isCut(*box, box->currentText(), box->width() - 24))
                complain(*box, page, box->currentText());
        for (const auto* edit : shown.findChildren<QLineEdit*>())
            if (edit->isVisible() && edit->text().isEmpty() &&
                isCut(*edit, edit->placeholderText(), edit->width() - 8))
                complain(*edit, page, edit->placeholderText());
        for (const auto* box : shown.findChildren<QGroupBox*>())
            if (box->isVisible() && isCut(*box, box->title(), box->width() - 8))
                complain(*box, page, box->title());
        for (const auto* bar : shown.findChildren<QTabBar*>())
            if (bar->isVisible() && bar->count() > 0 && bar->tabRect(bar->count() - 1).right() > bar->width())
                complain(*bar, page, bar->tabText(bar->count() - 1));
        for (const auto* table : shown.findChildren<QTableView*>()) {
            const QString row = table->model()->headerData(0, Qt::Vertical).toString();
            if (table->isVisible() && row != "1" && !row.isEmpty() && !table->verticalHeader()->isVisible())
                complain(*table, page, row);
        }
        for (const auto* header : shown.findChildren<QHeaderView*>()) {
            if (!header->isVisible() || header->orientation() != Qt::Horizontal) continue;
            for (int i = 0; i < header->count(); ++i) {
                const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
                if (!header->isSectionHidden(i) && isCut(*header, text, header->sectionSize(i) - 4))
                    complain(*header, page, text);
            }
        }
    }

    void shoot(const QString& name) {
        const QString folder = qEnvironmentVariable("RANKSCOPE_SHOTS");
        if (folder.isEmpty()) return;
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            m_window->actions()[theme == Theme::Light ? ActionId::ThemeLight : ActionId::ThemeDark]
                ->trigger();
            QTest::qWait(400);
            QDir().mkpath(folder);
            QVERIFY(m_window->grab().save(
                QDir(folder).filePath(name + "-" + QString::fromStdString(idOf(theme)) + ".png")));
        }
    }

    /// The page in sight, or each of its tabs in turn.
    void visit(QWidget& page, const QString& name) {
        for (auto* tabs : page.findChildren<QTabWidget*>())
            if (tabs->isVisible()) {
                for (int i = 0; i < tabs->count(); ++i) {
                    tabs->setCurrentIndex(i);
                    visit(*tabs->widget(i),
                          name + "-" + QString::number(i) + tabs->tabText(i).remove(' ').remove('/'));
                }
                return;
            }
        QTest::qWait(qEnvironmentVariableIsSet("RANKSCOPE_SHOTS") ? 1500 : 100);
        checkTexts(*m_window, name);
        shoot(name);
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-every-pane-test");
        m_data = writeSmallShapes(m_home / "shapes", 4);
    }

    void noWordIsCut_data() {
        QTest::addColumn<int>("language");
        QTest::newRow("en") << static_cast<int>(Language::English);
        QTest::newRow("zh") << static_cast<int>(Language::Chinese);
    }
    void noWordIsCut() {
        QFETCH(int, language);
        applyLanguage(static_cast<Language>(language));
        QSettings().clear();
        m_cut.clear();
        m_window = std::make_unique<MainWindow>();
        m_window->begin({QString::fromStdString(m_data.string())});
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->workspace().data().frames && m_window->workspace().data().root == m_data, 60'000);
        train("");
        train("bt");
        if (QTest::currentTestFailed()) return;
        for (auto* table : m_window->findChildren<QTableView*>())
            table->selectAll(); // so that runs are compared
        m_window->openPaths({QString::fromStdString((m_data / "left/000.avi").string()),
                             QString::fromStdString((m_data / "up/001.avi").string())});
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)}) {
            m_window->resize(size);
            QTest::qWait(200);
            QCOMPARE(m_window->size(), size);
            auto* tabs = m_window->findChild<QTabWidget*>();
            for (int i = 0; i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                visit(*tabs->widget(i), QString("%1-%2-%3%4")
                                            .arg(QTest::currentDataTag())
                                            .arg(size.width())
                                            .arg(i)
                                            .arg(tabs->tabText(i)));
            }
        }
        m_window.reset();
        for (const QString& cut : m_cut) qWarning().noquote() << cut;
        QVERIFY2(m_cut.isEmpty(), "see above");
    }
};

QTEST_MAIN(TestEveryPane)
#include "test_every_pane_slow.moc"
