// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QTest>

using namespace rankscope;

/// A dense run is compressed, evaluated, trained on, and compared in four formats; from the command line.
class TestCompress : public QObject, private CliFolder {
    Q_OBJECT

    CliResult trainDense(const QString& run, const QStringList& more = {}) const {
        return runCli(QStringList{"train", path("clips"), "--out", path(run), "--preset", "shapes-dense-lstm",
                                  "--epochs", "3", "--validate", "random:0.34", "--size", "16x12", "--in",
                                  "6,8,12", "--out-modes", "2,4,2", "--cache", path("cache"), "--json"} +
                      more);
    }
    CliResult compress(const QString& run, const QStringList& options) const {
        return runCli(QStringList{"compress", path(run), "--cache", path("cache"), "--json"} + options);
    }
    const QJsonObject validation(const QString& run) const {
        return runCli({"eval", path(run), path("clips"), "--split", "validation", "--cache", path("cache"),
                       "--json"})
            .object();
    }
    const QJsonObject show(const QString& run) const {
        return runCli({"show", path(run), "--json"}).object();
    }

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
        const CliResult run = trainDense("dense");
        QVERIFY2(run.exitCode == 0, run.all());
    }

    void atFullRankNothingChanges() {
        const CliResult result = compress("dense", {"--format", "tt", "--in", "24,24", "--out-modes", "4,4",
                                                    "--ranks", "96", "--out", path("full")});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject told = result.events("compressed")[0];
        QVERIFY(told["weightError"].toDouble() < 1e-6);
        QVERIFY(told["outputError"].toDouble() < 1e-5);
        QVERIFY(std::abs(told["lossAfter"].toDouble() - told["lossBefore"].toDouble()) < 1e-5);
        QCOMPARE(told["split"].toString(), QString("validation"));
        QCOMPARE(told["clips"].toInt(), 8);
        const QJsonObject before = validation("dense"), after = validation("full");
        QVERIFY(std::abs(told["lossBefore"].toDouble() - before["loss"].toDouble()) < 1e-9);
        QVERIFY(std::abs(told["lossAfter"].toDouble() - after["loss"].toDouble()) < 1e-9);
        QCOMPARE(told["accuracyBefore"].toDouble(), before["accuracy"].toDouble());
        QCOMPARE(told["accuracyAfter"].toDouble(), after["accuracy"].toDouble());
    }

    void theNewRunIsARun() {
        const CliResult result =
            compress("dense", {"--format", "tt", "--ranks", "4", "--out", path("small"), "--epochs", "2"});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject told = result.events("compressed")[0];
        QVERIFY(told["weightError"].toDouble() > 0.1 && told["weightError"].toDouble() < 1);
        QCOMPARE(result.events("epoch").size(), 2);
        const QJsonObject shown = show("small");
        QCOMPARE(shown["state"].toString(), QString("done"));
        QCOMPARE(shown["inputToHidden"].toInt(), told["parameters"].toInt());
        QCOMPARE(told["parameters"].toInt(), 4 * 6 * 8 + 4 * 4 * 8 * 4 + 4 * 12 * 2);
        QVERIFY(shown["spec"]["training"]["learningRate"].isNull()); // that of a compressed map
        const QString video = path("clips/left/") + QDir(path("clips/left")).entryList(QDir::Files).first();
        QCOMPARE(runCli({"classify", path("small"), video}).exitCode, 0);
        const CliResult more = runCli({"train", path("clips"), "--out", path("small"), "--resume", "--epochs",
                                       "3", "--cache", path("cache"), "--json"});
        QVERIFY2(more.exitCode == 0, more.all());
        QCOMPARE(more.events("epoch").size(), 1);
    }

    void aToleranceChoosesRanks() {
        const QJsonObject wide =
            compress("dense", {"--format", "ht", "--tolerance", "0.2", "--max-rank", "500"}).object();
        QVERIFY(wide["weightError"].toDouble() <= 0.2 && wide["weightError"].toDouble() > 0);
        QVERIFY(wide["toleranceMet"].toBool());
        const QJsonObject narrow =
            compress("dense", {"--format", "tucker", "--tolerance", "0.2", "--max-rank", "3"}).object();
        QVERIFY(narrow["weightError"].toDouble() > 0.2);
        QVERIFY(!narrow["toleranceMet"].toBool());
        for (const QJsonValue rank : narrow["tuckerRanks"].toArray()) QVERIFY(rank.toInt() <= 3);
    }

    void separateGatesShareTheirRanks() {
        const CliResult run = trainDense("separate", {"--gates", "separate", "--cell", "gru"});
        QVERIFY2(run.exitCode == 0, run.all());
        const CliResult result = compress("separate", {"--format", "tt", "--tolerance", "0.1", "--max-rank",
                                                       "500", "--out", path("gates")});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject told = result.events("compressed")[0];
        QVERIFY(told["weightError"].toDouble() <= 0.1);
        QVERIFY(std::abs(told["lossAfter"].toDouble() - validation("gates")["loss"].toDouble()) < 1e-9);
    }

    void aCompressedRecurrentMapStays() {
        const CliResult run = trainDense("recurrent", {"--hidden-format", "tt", "--hidden-ranks", "2"});
        QVERIFY2(run.exitCode == 0, run.all());
        const CliResult result = compress("recurrent", {"--format", "tt", "--in", "24,24", "--out-modes",
                                                        "4,4", "--ranks", "96", "--out", path("both")});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject told = result.events("compressed")[0];
        QVERIFY(std::abs(told["lossAfter"].toDouble() - told["lossBefore"].toDouble()) < 1e-5);
        QVERIFY(std::abs(told["lossAfter"].toDouble() - validation("both")["loss"].toDouble()) < 1e-9);
    }

    void comparesAtEqualParameters() {
        const CliResult result = compress("dense", {"--compare", "--parameters", "300,900"});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject table = result.events("comparison")[0];
        QCOMPARE(table["dense"]["parameters"].toInt(), 576 * 64);
        const QJsonArray fits = table["fits"].toArray();
        QCOMPARE(fits.size(), 8);
        for (const QJsonValue fit : fits) QVERIFY(fit["parameters"].toInt() <= fit["budget"].toInt());
        for (int i = 0; i < 4; ++i) { // more parameters, a smaller error
            QCOMPARE(fits[i]["format"], fits[i + 4]["format"]);
            QVERIFY(fits[i + 4]["weightError"].toDouble() < fits[i]["weightError"].toDouble());
        }
        // a single fit at those ranks is the same
        const QJsonObject alone =
            compress("dense", {"--format", "cp", "--blocks", QString::number(fits[3]["blocks"].toInt())})
                .object();
        QCOMPARE(alone["weightError"].toDouble(), fits[3]["weightError"].toDouble());
    }

    void badUse_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("names");
        QTest::newRow("no ranks") << QStringList{"--format", "tt"} << "needs ranks";
        QTest::newRow("ring") << QStringList{"--format", "tr", "--ranks", "2"} << "\"tr\"";
        QTest::newRow("modes of another frame")
            << QStringList{"--format", "tt", "--ranks", "2", "--in", "7,7,7"} << "7,7,7";
        QTest::newRow("epochs without a run")
            << QStringList{"--format", "tt", "--ranks", "2", "--epochs", "2"} << "--out";
        QTest::newRow("folder in use")
            << QStringList{"--format", "tt", "--ranks", "2", "--out", "."} << "exists";
        QTest::newRow("terms to a tolerance")
            << QStringList{"--format", "cp", "--tolerance", "0.1"} << "\"cp\"";
    }
    void badUse() {
        QFETCH(QStringList, options);
        QFETCH(QString, names);
        const CliResult result = compress("dense", options);
        QVERIFY2(result.exitCode == 2, result.all());
        QVERIFY2(result.events("error")[0]["what"].toString().contains(names), result.all());
        QVERIFY(!result.events("error")[0]["hint"].toString().isEmpty());
    }

    void onlyDenseRunsAreCompressed() {
        const CliResult result = compress("small", {"--format", "tt", "--ranks", "2"});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.events("error")[0]["what"].toString().contains("\"tt\""), result.all());
    }
};

QTEST_GUILESS_MAIN(TestCompress)
#include "test_compress_slow.moc"
