// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/shell/latency_probe.h"
#include "ui/shell/main_window.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace rankscope;

class TestLatencyProbe : public QObject {
    Q_OBJECT

    TemporaryHome m_home;

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-latency-test");
        QSettings().clear();
    }

    void figuresAreOneLine() {
        LatencyFigures figures;
        figures.firstPaint = 123.456;
        figures.rankEditsD8 = {9, 1, 2};
        figures.costs = {50};
        const auto json = nlohmann::json::parse(figures.json());
        QCOMPARE(json["firstPaintMs"].get<double>(), 123.46);
        QCOMPARE(json["rankEditD8Ms"]["median"].get<double>(), 2.0);
        QCOMPARE(json["rankEditD8Ms"]["max"].get<double>(), 9.0);
        QCOMPARE(json["costsMs"]["max"].get<double>(), 50.0);
        QCOMPARE(json["rankEditMs"]["max"].get<double>(), 0.0);
        QVERIFY(figures.json().find('\n') == std::string::npos);
    }

    void withoutTheBuiltInSetItFailsInsteadOfWaiting() {
        std::filesystem::create_directories(m_home / "data");
        const std::filesystem::path place = m_home / "data" / "rankscope";
        std::ofstream(place) << "no folder";
        MainWindow window;
        LatencyProbe probe(window, 1);
        QSignalSpy failed(&probe, &LatencyProbe::failed), finished(&probe, &LatencyProbe::finished);
        probe.begin();
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
        QVERIFY2(failed.front().front().toString().contains("rankscope"),
                 qPrintable(failed.front().front().toString()));
        QCOMPARE(finished.count(), 0);
        std::filesystem::remove(place);
    }

    /// Every edit of a part is answered by costs, not the first alone.
    void allPartsAreMeasuredManyTimes() {
        MainWindow window;
        LatencyProbe probe(window, 5); // seconds: more than two parts take
        QSignalSpy finished(&probe, &LatencyProbe::finished);
        probe.begin();
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 120'000);
        const LatencyFigures& figures = probe.figures();
        QVERIFY(figures.rankEdits.size() > 2);
        QVERIFY2(figures.costs.size() > 2, qPrintable(QString::number(figures.costs.size())));
        QVERIFY(figures.rankEditsD8.size() >= figures.costs.size());
        QVERIFY(!figures.eventLoop.empty());
    }
};

QTEST_MAIN(TestLatencyProbe)
#include "test_latency_probe_slow.moc"
