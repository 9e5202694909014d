// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/counts.h"
#include "tests/ui/small_data.h"
#include "ui/dataset/elided_label.h"
#include "ui/design/scrubber/scrubber_page.h"
#include "ui/design/study/apply_offer.h"
#include "ui/design/study/gauge_strip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace rankscope;

/// What the rank studio tells of trained runs and of one in training.
class TestRunStudy : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    Workspace m_workspace;
    DataOpener m_opener{m_workspace};
    TrainingSession m_session{m_workspace, m_opener};

    static QPushButton* button(QWidget& widget, const char* text) {
        for (auto* one : widget.findChildren<QPushButton*>())
            if (one->text() == QLatin1String(text)) return one;
        return nullptr;
    }
    static QString stateOf(GaugeStrip& strip) {
        for (auto* label : strip.findChildren<ElidedLabel*>())
            if (label->accessibleName() == QLatin1String("Bonds of the run")) return label->fullText();
        return {};
    }
    const MapSpec& map() const { return m_workspace.spec().model.map; }

private Q_SLOTS:
    void initTestCase() {
        m_workspace.reset(smallSpec(2));
        m_opener.openFolder(writeSmallShapes(m_home / "shapes"));
        m_session.start();
        QSignalSpy finished(&m_session, &TrainingSession::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 120'000);
        QCOMPARE(m_session.shown().front().history.size(), std::size_t{2});
    }

    void modelsAreTheSameButForRanks() {
        const ModelSpec a = smallSpec(1).model;
        ModelSpec b = a;
        b.map.ranks = {2, 3, 2};
        b.classes = 8;
        QVERIFY(sameButRanksAndData(a, b));
        b.cell.kind = CellKind::Gru;
        QVERIFY(!sameButRanksAndData(a, b));
        b = a;
        b.recurrent.format = "tt";
        QVERIFY(!sameButRanksAndData(a, b));
    }

    void bondsAreMeasuredAndTheBestStepsTaken() {
        RunStudy study(m_workspace, m_session, nullptr);
        GaugeStrip strip(m_workspace, study, nullptr);
        strip.show();
        QVERIFY(strip.gauges().empty());
        button(strip, "Measure bonds")->click();
        QTRY_COMPARE_WITH_TIMEOUT(strip.gauges().size(), std::size_t{3}, 60'000);

        // The cost of one less, measured anew on a rounded copy.
        RankStudy own(m_session.currentRun());
        own.openClips({}, {}, [](const Event&) {}, {});
        MapSpec smaller = own.model().map;
        smaller.ranks[1] -= 1;
        const auto copied = own.measure(own.change(smaller));
        QVERIFY(std::abs(*strip.gauges()[1].cost - *copied.outputError) < 1e-6);
        QCOMPARE(strip.gauges()[1].saved, Index{4 * 12 * 4 + 4 * 8 * 2}); // slices of both its cores
        Q_EMIT study.changed();                                           // the same weights as before
        QVERIFY(stateOf(strip).endsWith(QStringLiteral("epoch %1").arg(study.epoch())));
        QVERIFY(!stateOf(strip).contains(QStringLiteral("now")));
        for (const BondGauge& gauge : strip.gauges()) QVERIFY(*gauge.promise > 0);

        auto* amount = strip.findChild<QSpinBox*>();
        amount->setValue(300);
        QPushButton *spend = button(strip, "Spend"), *save = button(strip, "Save");
        QTRY_VERIFY_WITH_TIMEOUT(spend->isEnabled() && save->isEnabled(), 60'000);
        const MapSpec before = map();
        const Index parameters = countParameters(m_workspace.spec().model).inputToHidden;
        spend->click();
        const Index more = countParameters(m_workspace.spec().model).inputToHidden;
        QVERIFY(more > parameters && more <= parameters + 300);
        m_workspace.undoStack().undo();
        QCOMPARE(map(), before);
        save->click();
        QVERIFY(countParameters(m_workspace.spec().model).inputToHidden <= parameters - 300);
        m_workspace.undoStack().undo();
        QCOMPARE(map(), before);
    }

    void anotherModelHasNoGauges() {
        RunStudy study(m_workspace, m_session, nullptr);
        GaugeStrip strip(m_workspace, study, nullptr);
        strip.show();
        button(strip, "Measure bonds")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!strip.gauges().empty(), 60'000);
        ExperimentSpec other = m_workspace.spec();
        other.model.cell.kind = CellKind::Gru;
        m_workspace.edit(QStringLiteral("Cell"), other);
        QVERIFY(strip.gauges().empty());
        m_workspace.undoStack().undo();
        QVERIFY(!strip.gauges().empty());
    }

    void roundedCopiesAreMeasuredAsTheSliderMoves() {
        RunStudy study(m_workspace, m_session, nullptr);
        ScrubberPage page(m_session, study, nullptr);
        page.show();
        QTRY_COMPARE_WITH_TIMEOUT(page.points().size(), std::size_t{1}, 60'000);
        const RankQuality whole = page.points().begin()->second;
        QVERIFY(whole.error < 1e-9);
        auto* slider = page.findChild<QSlider*>();
        for (const int step : {60, 80, 100, 110}) slider->setValue(step); // the newest counts
        const double tolerance = 0.56234;                                 // 10^(3 * (110 / 120 - 1))
        QPushButton* write = button(page, "Make this a run");
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), 60'000);
        QVERIFY(page.points().size() >= 2);
        const RankQuality rounded = page.points().begin()->second;
        QVERIFY(rounded.error > 0 && rounded.error <= tolerance);
        QVERIFY(rounded.accuracy.has_value() && rounded.parameters < whole.parameters);

        const auto runs = listRuns(m_session.runsFolder()).size();
        write->click();
        auto* state = page.findChild<QLabel*>(QStringLiteral("scrubberState"));
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QStringLiteral("Open it")), 60'000);
        QCOMPARE(listRuns(m_session.runsFolder()).size(), runs + 1);

        button(page, "Draw the curve")->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.points().size() >= 6 && button(page, "Draw the curve"), 120'000);
        double error = 2; // falls with the parameters along the greedy path
        QCOMPARE(page.points().begin()->second.map.ranks, (Shape{1, 1, 1}));
        for (const auto& [parameters, quality] : page.points()) {
            QVERIFY(quality.error < error);
            error = quality.error;
        }
    }

    void newRanksReachTheRunningModel() {
        ExperimentSpec spec = smallSpec(100'000);
        m_workspace.reset(spec);
        RunStudy study(m_workspace, m_session, nullptr);
        ApplyOffer offer(m_workspace, m_session, study, nullptr);
        m_session.start();
        QTRY_VERIFY_WITH_TIMEOUT(study.run() && study.isTraining(), 60'000);
        QVERIFY(offer.isHidden()); // the same ranks
        spec.model.map.ranks = {4, 5, 4};
        m_workspace.edit(QStringLiteral("Rank"), spec);
        QVERIFY(!offer.isHidden());
        QPushButton* apply = button(offer, "Apply to the running model");
        QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 60'000);
        apply->click();
        const auto running = [&] { return m_session.shown().front(); };
        QTRY_COMPARE_WITH_TIMEOUT(running().rankChanges.size(), std::size_t{1}, 60'000);
        QCOMPARE(running().rankChanges.front().to, std::string("4,5,4"));
        QVERIFY(running().rankChanges.front().error < 1e-6);
        QCOMPARE(running().spec.model.map.ranks, (Shape{4, 5, 4}));
        QTRY_VERIFY(offer.isHidden());
        QSignalSpy finished(&m_session, &TrainingSession::finished);
        m_session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QCOMPARE(readRun(m_session.currentRun()).spec.model.map.ranks, (Shape{4, 5, 4}));
    }
};

QTEST_MAIN(TestRunStudy)
#include "test_run_study.moc"
