// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace rankscope;

class TestMainWindowTraining : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data;

    /// A window on the small set, trained for so many epochs once Start is triggered.
    void open(MainWindow& window, int epochs) {
        window.begin({QString::fromStdString(m_data.string())});
        window.workspace().reset(smallSpec(epochs));
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace().data().frames && window.workspace().data().root == m_data,
                                 60'000);
    }
    static void startTraining(MainWindow& window) {
        window.actions()[ActionId::Start]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            !window.session().shown().empty() && !window.session().shown().front().history.empty(), 60'000);
    }
    static void answer(MainWindow& window, const char* button) {
        QTRY_VERIFY(window.findChild<QPushButton*>(button));
        QTest::mouseClick(window.findChild<QPushButton*>(button), Qt::LeftButton);
    }

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-test");
        m_data = writeSmallShapes(m_home / "shapes");
    }
    void init() { QSettings().clear(); }

    void trainsStopsAndContinuesRun() {
        MainWindow window;
        open(window, 100'000);
        startTraining(window);
        QVERIFY(window.actions()[ActionId::Stop]->isEnabled());
        QVERIFY(!window.actions()[ActionId::Start]->isEnabled());
        QSignalSpy finished(&window.session(), &TrainingSession::finished);
        window.actions()[ActionId::Stop]->trigger();
        QCOMPARE(window.session().state(), TrainingSession::State::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QVERIFY(window.actions()[ActionId::Start]->isEnabled());

        const auto run = window.session().currentRun();
        const std::size_t epochs = window.session().shown().front().history.size();
        window.session().resumeRun(run);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().shown().front().history.size() > epochs, 60'000);
        const auto& history = window.session().shown().front().history;
        for (std::size_t i = 0; i < history.size(); ++i) QCOMPARE(history[i].epoch, static_cast<int>(i) + 1);
        window.session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().active(), 60'000);
    }

    void openingARunIsUndone() {
        MainWindow window;
        open(window, 1);
        startTraining(window);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().active(), 60'000);
        Workspace& workspace = window.workspace();
        ExperimentSpec design = workspace.spec();
        design.training.epochs = 77;
        workspace.edit("Epochs", design);
        workspace.setPreset("shapes-tt-lstm");
        window.session().openRun(window.session().currentRun());
        QTRY_COMPARE(workspace.spec().training.epochs, 1);
        QVERIFY(workspace.presetName().isEmpty());
        workspace.undoStack().undo();
        QVERIFY(workspace.spec() == design);
        QCOMPARE(workspace.presetName(), QString("shapes-tt-lstm"));
    }

    void closingWhileTrainingAsks() {
        MainWindow window;
        open(window, 100'000);
        startTraining(window);

        QVERIFY(!window.close());
        answer(window, "cancelClosing");
        QVERIFY(window.isVisible());
        QCOMPARE(window.session().state(), TrainingSession::State::Running);

        QTRY_VERIFY(!window.findChild<QPushButton*>("cancelClosing"));
        QVERIFY(!window.close());
        answer(window, "stopAndSave");
        QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 60'000);
        QVERIFY(!window.session().active());
        QCOMPARE(readRun(window.session().currentRun()).state, RunState::Stopped);
    }

    void keepTrainingClosesAtTheEnd() {
        MainWindow window;
        open(window, 150);
        startTraining(window);
        window.actions()[ActionId::Pause]->trigger();
        QCOMPARE(window.session().state(), TrainingSession::State::Paused);
        QVERIFY(!window.close());
        answer(window, "keepTraining");
        QVERIFY(window.session().active());
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().active(), 120'000);
        QTRY_VERIFY(!window.isVisible());
        QCOMPARE(window.session().shown().front().history.size(), std::size_t{150});
    }
};

QTEST_MAIN(TestMainWindowTraining)
#include "test_main_window_training_slow.moc"
