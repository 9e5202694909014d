// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/design/modes_editor.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTest>

#include <fstream>

using namespace rankscope;

class TestMainWindow : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;

    static void drop(QWidget& target, const QStringList& paths) {
        QMimeData mime;
        mime.setText(paths.join(QLatin1Char('\n'))); // as file managers do
        QList<QUrl> urls;
        for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(600, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &event);
        QVERIFY(event.isAccepted());
    }

    /// A window on the small set, trained for so many epochs once Start is triggered.
    void open(MainWindow& window, int epochs) {
        window.begin({QString::fromStdString(m_data.string())});
        window.workspace().reset(smallSpec(epochs));
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().data().frames && window.workspace().data().root == m_data,
                                 60'000);
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-test");
        m_data = writeSmallShapes(m_home / "shapes");
    }
    void init() { QSettings().clear(); }

    void firstStartHasSetAndPresetReady() {
        MainWindow window;
        window.begin({});
        QCOMPARE(window.workspace().presetName(), QString("shapes-tt-lstm"));
        QVERIFY(window.workspace().data().builtIn);
        QVERIFY(window.actions()[ActionId::Start]->isEnabled());
        QVERIFY(!window.actions()[ActionId::Stop]->isEnabled());
        QVERIFY(!window.actions()[ActionId::Undo]->isEnabled());
    }

    void droppedFolderBecomesTheData() {
        MainWindow window;
        window.begin({});
        drop(window, {QString::fromStdString(m_data.string())});
        QTRY_COMPARE_WITH_TIMEOUT(window.workspace().data().root, m_data, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().data().dataset, 60'000);
        QCOMPARE(window.workspace().data().dataset->classes.size(), std::size_t{8});
    }

    void aFolderBeginsWithWhatHoldsUpOnRealVideosUnlessSomethingIsDesigned() {
        MainWindow window;
        window.begin({});
        Workspace& workspace = window.workspace();
        const ExperimentSpec first = workspace.spec();
        window.openPaths({QString::fromStdString(m_data.string())});
        QCOMPARE(workspace.presetName(), QString("videos-tt-lstm"));
        QCOMPARE(workspace.spec().data.input, InputForm::PreviousDifference);
        workspace.undoStack().undo();
        QVERIFY(workspace.spec() == first);
        QCOMPARE(workspace.presetName(), QString("shapes-tt-lstm"));

        ExperimentSpec designed = first;
        designed.model.map.ranks = {3};
        workspace.edit("Ranks", designed);
        window.openPaths({QString::fromStdString(m_data.string())});
        QCOMPARE(workspace.presetName(), QString("shapes-tt-lstm"));
        QCOMPARE(workspace.spec().model.map.ranks, Shape{3});
    }

    void droppedVideoGoesToClassify() {
        MainWindow window;
        window.begin({});
        auto* tabs = window.findChild<QTabWidget*>();
        tabs->setCurrentIndex(0);
        drop(window, {QString::fromStdString((m_data / "left" / "000.avi").string())});
        QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), QString("Classify"));
    }

    void droppedListIsUsed_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("CSV") << "clips.csv";
        QTest::newRow("list of a published set") << "trainlist01.txt";
    }
    void droppedListIsUsed() {
        QFETCH(QString, name);
        const std::filesystem::path list = m_home / qPrintable(name);
        std::ofstream(list) << "path,class\n";
        MainWindow window;
        window.begin({});
        drop(window, {QString::fromStdString(list.string())});
        QTRY_COMPARE(window.workspace().spec().data.list, list);
    }

    void textFieldsLeaveDroppedVideosToTheWindow() {
        MainWindow window;
        window.begin({});
        auto* tabs = window.findChild<QTabWidget*>();
        tabs->setCurrentIndex(0);
        for (auto* field : tabs->currentWidget()->findChildren<ModesEditor*>()) {
            auto* line = field->findChild<QLineEdit*>();
            const QString text = line->text();
            tabs->setCurrentIndex(0);
            drop(*line, {QString::fromStdString((m_data / "left" / "000.avi").string())});
            QTRY_COMPARE(tabs->tabText(tabs->currentIndex()), QString("Classify"));
            QCOMPARE(line->text(), text);
        }
    }

    void failureWhileClosingKeepsTheWindow_data() {
        QTest::addColumn<QString>("button");
        QTest::newRow("stop and save") << "stopAndSave";
        QTest::newRow("keep training") << "keepTraining";
    }
    void failureWhileClosingKeepsTheWindow() {
        QFETCH(QString, button);
        MainWindow window;
        window.begin({});
        window.show();
        window.session().start();
        QVERIFY(!window.close());
        // Said in the same round as the end of the run, as where the last save fails.
        connect(
            &window.session(), &TrainingSession::finished, &window,
            [&] { window.setProperty("ended", true); }, Qt::DirectConnection);
        auto* answer = window.findChild<QPushButton*>(button);
        QVERIFY(answer);
        if (button == "keepTraining") {
            answer->click();
            QVERIFY(window.session().active());
            emit window.session().failed("The disk is full.", "Make room on it.");
            window.session().stop();
        } else {
            connect(&window.session(), &TrainingSession::logged, &window, [&] {
                if (!window.findChild<QMessageBox*>("errorDialog"))
                    emit window.session().failed("The disk is full.", "Make room on it.");
            });
            answer->click();
        }
        QTRY_VERIFY(window.property("ended").toBool());
        QVERIFY(window.isVisible());
        QVERIFY(!window.isMinimized());
        QVERIFY(window.findChild<MessageBar*>()->isHidden());
        auto* box = window.findChild<QMessageBox*>("errorDialog");
        QVERIFY(box);
        QCOMPARE(box->text(), QString("The disk is full."));
        box->close();
    }

    void missingPathIsSaid() {
        MainWindow window;
        window.begin({QString::fromStdString((m_home / "nowhere").string())});
        auto* box = window.findChild<QMessageBox*>("errorDialog");
        QVERIFY(box);
        QVERIFY(box->text().contains("nowhere"));
        QVERIFY(box->detailedText().contains("nowhere"));
        box->close();
    }

    void sessionIsRestored() {
        {
            MainWindow window;
            open(window, 33);
            window.actions()[ActionId::ThemeDark]->trigger();
            window.actions()[ActionId::ShowRuns]->trigger();
            QVERIFY(window.close());
        }
        MainWindow window;
        window.begin({});
        QCOMPARE(window.workspace().spec().training.epochs, 33);
        QCOMPARE(window.workspace().data().root, m_data);
        QVERIFY(window.actions()[ActionId::ThemeDark]->isChecked());
        auto* tabs = window.findChild<QTabWidget*>();
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QString("Runs"));
        window.actions()[ActionId::ThemeSystem]->trigger();
    }

    void fitsASmallScreen() {
        MainWindow window;
        auto* tabs = window.findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i) {
            const QSize least = tabs->widget(i)->minimumSizeHint();
            QVERIFY2(least.width() <= 980 && least.height() <= 540,
                     qPrintable(
                         QString("%1: %2x%3").arg(tabs->tabText(i)).arg(least.width()).arg(least.height())));
        }
        QVERIFY(window.minimumSizeHint().width() <= 1272);
        QVERIFY(window.minimumSizeHint().height() <= 680);
    }

    void sheetListsEveryShortcut() {
        MainWindow window;
        window.actions()[ActionId::Shortcuts]->trigger();
        QVERIFY(window.findChild<QWidget*>("shortcutSheet"));
        QSet<QString> keys;
        for (const Actions::Entry& entry : window.actions().table()) {
            QVERIFY(!entry.explanation.isEmpty());
            if (entry.shortcut.isEmpty()) continue;
            const QString key = entry.shortcut.toString();
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys << key;
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
