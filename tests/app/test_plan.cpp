// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QTest>

using namespace rankscope;

/// The costs of section 5 of the mathematics: MACs per frame of an LSTM on UCF11.
class TestPlan : public QObject {
    Q_OBJECT

    static const QJsonObject plan(const QStringList& options) {
        const CliResult result = runCli(QStringList{"plan", "--json"} + options);
        if (result.exitCode != 0) qWarning("%s", result.all().constData());
        return result.object();
    }

private slots:
    void optimum_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<double>("forward"); // millions
        QTest::addColumn<double>("within");
        const auto row = [](const char* name, const QStringList& options, double forward, double within) {
            QTest::newRow(name) << options << forward << within;
        };
        const auto tt = [](const char* rank, const char* frames = "96") {
            return QStringList{"--preset", "ucf11-tt-lstm", "--ranks", rank, "--frames", frames};
        };
        const auto block = [](const char* rank) {
            return QStringList{"--preset", "ucf11-bt-lstm", "--blocks", "1", "--tucker", rank};
        };
        row("TT r=4", tt("4"), 1.937408, 0);
        row("TT r=2", tt("2"), 0.723, 0.0005);
        row("TT r=8", tt("8"), 5.841, 0.0005);
        row("TT r=16", tt("16"), 17.41, 0.005);
        row("TT r=16, 16 frames", tt("16", "16"), 17.59, 0.005);
        row("TT r=16, 6 frames", tt("16", "6"), 17.74, 0.005);
        row("BT R=4 N=2", {"--preset", "ucf11-bt-lstm"}, 4.563328, 0);
        row("BT block R=1", block("1"), 0.294, 0.0005);
        row("BT block R=2", block("2"), 0.735, 0.0005);
        row("BT block R=4", block("4"), 2.282, 0.0005);
        row("BT block R=5", block("5"), 3.497, 0.0005);
        row("BT block R=8", block("8"), 9.580, 0.0005);
        row("dense", {"--preset", "ucf11-dense-lstm"}, 58.9824, 0);
    }

    void optimum() {
        QFETCH(QStringList, options);
        QFETCH(double, forward);
        QFETCH(double, within);
        const QJsonObject report = plan(options);
        const double found = report["macsPerFrame"]["forward"].toDouble();
        QVERIFY2(std::abs(found - forward * 1e6) <= within * 1e6 + 0.5,
                 qPrintable(QString::number(found, 'f')));
        QCOMPARE(report["dense"]["forward"].toDouble(), 58982400.0);
        QCOMPARE(report["peakIntermediate"].toDouble() > 0,
                 !options.contains("ucf11-dense-lstm")); // one product has none
    }

    void training() {
        const double tt = plan({"--preset", "ucf11-tt-lstm"})["macsPerFrame"]["training"].toDouble();
        const double bt = plan({"--preset", "ucf11-bt-lstm"})["macsPerFrame"]["training"].toDouble();
        QVERIFY2(std::abs(tt - 4.891e6) < 500, qPrintable(QString::number(tt, 'f')));
        QVERIFY2(std::abs(bt - 11.85e6) < 5000, qPrintable(QString::number(bt, 'f')));
    }

    void trees() {
        QCOMPARE(plan({"--preset", "ucf11-bt-lstm"})["tree"].toString(),
                 QString("(A1 (((X A2) A3) (C A4)))"));
        QCOMPARE(plan({"--preset", "ucf11-tt-lstm", "--ranks", "16"})["tree"].toString(),
                 QString("((G1 G2) (X (G3 G4)))"));
        QCOMPARE(plan({"--preset", "ucf11-tt-lstm", "--ranks", "16", "--frames", "6"})["tree"].toString(),
                 QString("(G1 (G2 (X (G3 G4))))"));
    }

    void stepsAddUpToTheWhole() {
        const QJsonObject report = plan({"--preset", "ucf11-bt-lstm"});
        double forward = 0, training = 0;
        int weightsOnly = 0;
        for (const QJsonValue step : report["steps"].toArray()) {
            forward += step["macsPerFrame"]["forward"].toDouble();
            training += step["macsPerFrame"]["training"].toDouble();
            if (!step["weightsOnly"].toBool()) continue;
            ++weightsOnly;
            QCOMPARE(step["left"].toString(), QString("C"));
            QCOMPARE(step["right"].toString(), QString("A4"));
            QCOMPARE(step["values"].toInt(), 2 * 4 * 4 * 4 * 18 * 4);
        }
        QCOMPARE(weightsOnly, 1);
        QCOMPARE(forward, report["macsPerFrame"]["forward"].toDouble());
        QCOMPARE(training, report["macsPerFrame"]["training"].toDouble());
        QCOMPARE(report["savingOverDense"]["forward"].toDouble(), 58982400.0 / forward);
        const CliResult text = runCli({"plan", "--preset", "ucf11-bt-lstm"});
        for (const char* part : {"C x A4", "#2 x #3", "weights, once a batch", "bt-authors", "28.44x"})
            QVERIFY2(text.out.contains(part), text.all());
    }

    void productsKeepToTheirBound() {
        const QStringList preset{"--preset", "ucf11-tt-lstm", "--ranks", "16"};
        const QJsonObject free = plan(preset), bound = plan(preset + QStringList{"--largest", "150000"});
        QVERIFY(free["peakIntermediate"].toDouble() > 150000);
        QVERIFY(bound["peakIntermediate"].toDouble() <= 150000);
        QVERIFY(bound["macsPerFrame"]["training"].toDouble() > free["macsPerFrame"]["training"].toDouble());
        const CliResult refused = runCli(QStringList{"plan", "--largest", "100"} + preset);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("100"), refused.all());
    }

    void namedOrders_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("forward"); // millions, to one decimal
        const auto row = [](const char* preset, const char* name, double forward) {
            QTest::newRow(name) << preset << name << forward;
        };
        row("ucf11-tt-lstm", "tt-last-first", 1.9);
        row("ucf11-tt-lstm", "tt-first-first", 12.6);
        row("ucf11-bt-lstm", "bt-authors", 129.8);
        row("ucf11-bt-lstm", "bt-gate-first", 43.9);
        row("ucf11-bt-lstm", "bt-best-sequential", 9.2);
        row("ucf11-bt-lstm", "optimal", 4.6);
    }

    void namedOrders() {
        QFETCH(QString, preset);
        QFETCH(QString, name);
        QFETCH(double, forward);
        for (const QJsonValue order : plan({"--preset", preset, "--frames", "96"})["orders"].toArray()) {
            if (order["name"] != name) continue;
            QCOMPARE(std::round(order["macsPerFrame"]["forward"].toDouble() / 1e5) / 10, forward);
            return;
        }
        QFAIL("not listed");
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
