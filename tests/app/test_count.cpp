// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

/// The published counts, with the data set's modes written out as a user would.
class TestCount : public QObject {
    Q_OBJECT

    static QStringList model(const char* in, const char* cell, const QStringList& map,
                             const char* out = "4,4,4,4") {
        return QStringList{"count", "--json", "--in", in, "--out-modes", out, "--cell", cell} + map;
    }

private slots:
    void inputToHidden_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<double>("parameters");
        QTest::addColumn<double>("dense");
        const auto row = [](const char* name, const QStringList& arguments, double parameters, double dense) {
            QTest::newRow(name) << arguments << parameters << dense;
        };
        const char *ucf = "8,20,20,18", *hollywood = "10,18,13,30", *faces = "4,20,20,36";
        const QStringList tt{"--format", "tt", "--ranks", "4"};
        const auto bt = [](const char* rank) {
            return QStringList{"--format", "bt", "--blocks", "2", "--tucker", rank};
        };
        row("UCF11 TT-SRNN", model(ucf, "srnn", tt), 2976, 14745600);
        row("UCF11 TT-GRU", model(ucf, "gru", tt), 3232, 44236800);
        row("UCF11 TT-LSTM", model(ucf, "lstm", tt), 3360, 58982400);
        row("UCF11 BT-SRNN R=4", model(ucf, "srnn", bt("4")), 2624, 14745600);
        row("UCF11 BT-GRU R=4", model(ucf, "gru", bt("4")), 3136, 44236800);
        row("UCF11 BT-LSTM R=1", model(ucf, "lstm", bt("1")), 722, 58982400);
        row("UCF11 BT-LSTM R=2", model(ucf, "lstm", bt("2,2,2,2")), 1472, 58982400);
        row("UCF11 BT-LSTM R=4", model(ucf, "lstm", bt("4")), 3392, 58982400);
        row("UCF11 dense GRU", model(ucf, "gru", {"--format", "dense"}), 44236800, 44236800);
        row("UCF11 dense LSTM", model(ucf, "lstm", {"--format", "dense"}), 58982400, 58982400);
        row("Hollywood2 TT-SRNN", model(hollywood, "srnn", tt), 2624, 17971200);
        row("Hollywood2 TT-GRU", model(hollywood, "gru", tt), 2944, 53913600);
        row("Hollywood2 TT-LSTM", model(hollywood, "lstm", {"--ranks", "4,4,4"}), 3104, 71884800);
        row("Faces TT-SRNN", model(faces, "srnn", tt), 3200, 14745600);
        row("Faces TT-GRU", model(faces, "gru", tt), 3328, 44236800);
        row("Faces TT-LSTM", model(faces, "lstm", tt), 3392, 58982400);
        const struct {
            const char *in, *out;
            double counts[4];
        } orders[] = {{"320,180", "16,16", {46722, 93448, 140178, 186912}},
                      {"36,40,40", "8,4,8", {3266, 6544, 9846, 13184}},
                      {"8,10,10,9,8", "4,2,2,4,4", {474, 1008, 1902, 3936}}};
        for (const auto& order : orders)
            for (int r = 1; r <= 4; ++r)
                row(qPrintable(QString("BT-LSTM %1 R=%2").arg(order.in).arg(r)),
                    model(order.in, "lstm", bt(qPrintable(QString::number(r))), order.out),
                    order.counts[r - 1], 58982400);
    }

    void inputToHidden() {
        QFETCH(QStringList, arguments);
        const CliResult result = runCli(arguments);
        QVERIFY2(result.exitCode == 0, result.all());
        QTEST(result.object()["inputToHidden"].toDouble(), "parameters");
        QTEST(result.object()["inputToHiddenDense"].toDouble(), "dense");
        double sum = 0;
        for (const QJsonValue core : result.object()["cores"].toArray()) {
            double size = 1;
            for (const QJsonValue one : core["shape"].toArray()) size *= one.toDouble();
            QCOMPARE(core["parameters"].toDouble(), size);
            QVERIFY(!core["name"].toString().isEmpty());
            sum += size;
        }
        QCOMPARE(sum, result.object()["inputToHidden"].toDouble());
    }

    void ratios_data() {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<double>("ratio");
        const auto row = [](const char* preset, double ratio) { QTest::newRow(preset) << preset << ratio; };
        row("ucf11-tt-lstm", 17554);
        row("ucf11-tt-gru", 13687);
        row("ucf11-bt-lstm", 17388);
        row("ucf11-bt-lstm-r2", 40069);
        row("ucf11-bt-lstm-r1", 81693);
    }

    void ratios() {
        QFETCH(QString, preset);
        const CliResult result = runCli({"count", "--preset", preset, "--json"});
        QTEST(std::floor(result.object()["inputToHiddenRatio"].toDouble()), "ratio");
    }

    void layerAndModel() {
        const QJsonObject counts = runCli({"count", "--preset", "ucf11-tt-lstm", "--json"}).object();
        QCOMPARE(counts["layer"].toDouble(), 266528.0);
        QCOMPARE(counts["layerDense"].toDouble(), 59245568.0);
        QCOMPARE(std::floor(counts["layerRatio"].toDouble()), 222.0);
        QCOMPARE(counts["model"].toDouble(), 269355.0);
        QCOMPARE(counts["modelDense"].toDouble(), 59248395.0);
        QCOMPARE(std::round(counts["modelRatio"].toDouble()), 220.0);
        const CliResult text = runCli({"count"}); // the same model is the default
        for (const char* number : {"3 360", "58 982 400", "17 554x", "266 528", "222x", "269 355", "225x"})
            QVERIFY2(text.out.contains(number), text.all());
    }

    void singleOptionsChangeThePreset() {
        const QJsonObject counts = runCli({"count", "--preset", "ucf11-tt-lstm", "--format", "bt", "--tucker",
                                           "1", "--classes", "2", "--json"})
                                       .object();
        QCOMPARE(counts["inputToHidden"].toDouble(), 722.0);
        QCOMPARE(counts["model"].toDouble() - counts["layer"].toDouble(), 2.0 * 256 + 2);
    }
};

QTEST_GUILESS_MAIN(TestCount)
#include "test_count.moc"
