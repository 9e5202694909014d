// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/plot/curve_plot.h"
#include "ui/training/rate_test_panel.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace rankscope;

class TestRateTestPanel : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

    static QPushButton* buttonWith(const QWidget& panel, const char* text) {
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->text().remove('&').contains(text)) return button;
        return nullptr;
    }
    void open(Workspace& workspace) {
        workspace.reset(smallSpec(2));
        OpenedData data;
        data.root = m_home / "shapes";
        workspace.setData(data);
    }

private slots:
    void initTestCase() { writeSmallShapes(m_home / "shapes"); }

    void suggestsARateThatCanBeUsed() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        session.setResources({.threads = 1, .cache = {}});
        RateTestPanel panel(workspace, session);
        QVERIFY(!buttonWith(panel, "Start")->isEnabled()); // no data
        open(workspace);
        panel.findChild<QSpinBox*>()->setValue(60);
        buttonWith(panel, "Start")->click();
        QVERIFY(buttonWith(panel, "Stop"));
        QTRY_VERIFY_WITH_TIMEOUT(buttonWith(panel, "Start"), 60'000);
        QVERIFY(panel.findChild<CurvePlot*>()->curveIds().contains("smoothed"));
        QPushButton* use = buttonWith(panel, "Use");
        QVERIFY(use->isEnabled());
        use->click();
        const std::optional<double> rate = workspace.spec().training.learningRate;
        QVERIFY(rate && *rate >= 1e-6 && *rate <= 1);
        QVERIFY(workspace.undoStack().canUndo());
    }

    void canBeStopped() {
        Workspace workspace;
        DataOpener opener(workspace);
        TrainingSession session(workspace, opener);
        open(workspace);
        RateTestPanel panel(workspace, session);
        panel.findChild<QSpinBox*>()->setValue(10'000);
        buttonWith(panel, "Start")->click();
        buttonWith(panel, "Stop")->click();
        QVERIFY(buttonWith(panel, "Start")->isEnabled());
        QVERIFY(!buttonWith(panel, "Use")->isEnabled());
    }
};

QTEST_MAIN(TestRateTestPanel)
#include "test_rate_test_panel.moc"
