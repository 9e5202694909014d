// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QFile>
#include <QTest>

using namespace rankscope;

/// The format of the hidden-to-hidden map and the layout of frames, from the command line to the run folder.
class TestRecurrentAndLayout : public QObject, private CliFolder {
    Q_OBJECT

    QStringList train(const QString& run, const QStringList& more = {}, const char* epochs = "2") const {
        return QStringList{"train",          path("clips"), "--out",       path(run),  "--preset",
                           "shapes-tt-lstm", "--cache",     path("cache"), "--epochs", epochs,
                           "--json",         "--validate",  "random:0.5"} +
               more;
    }

    const QStringList m_choice{"--cell",          "gru",     "--hidden-format", "bt",
                               "--hidden-tucker", "2",       "--hidden-blocks", "3",
                               "--layout",        "patches", "--patch",         "16x8"};

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "2", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
    }

    void counts() {
        const CliResult tt = runCli({"count", "--json", "--hidden-format", "tt", "--hidden-ranks", "4"});
        QVERIFY2(tt.exitCode == 0, tt.all());
        QCOMPARE(tt.object()["hiddenToHidden"].toInt(), 832);
        QCOMPARE(tt.object()["hiddenToHiddenDense"].toInt(), 262144);
        QCOMPARE(tt.object()["inputToHidden"].toInt(), 3360);
        QCOMPARE(tt.object()["layer"].toInt(), 5216);
        QCOMPARE(tt.object()["recurrentCores"].toArray().size(), 4);
        const CliResult two = runCli({"count", "--json", "--hidden-format", "tt", "--hidden-ranks", "3",
                                      "--hidden-in", "16,16", "--hidden-out-modes", "8,32"});
        QVERIFY2(two.exitCode == 0, two.all());
        QCOMPARE(two.object()["hiddenToHidden"].toInt(), 16 * 32 * 3 + 3 * 16 * 32);
        QCOMPARE(runCli({"count", "--json"}).object()["hiddenToHidden"].toInt(), 262144);
    }

    void costs() {
        const QJsonObject dense = runCli({"plan", "--json"}).object()["recurrent"].toObject();
        QCOMPARE(dense["macsPerFrame"]["forward"].toDouble(), 262144.0);
        QCOMPARE(dense["macsPerFrame"]["training"].toDouble(), 3 * 262144.0);
        const QJsonObject tt =
            runCli({"plan", "--json", "--hidden-format", "tt"}).object()["recurrent"].toObject();
        QVERIFY(tt["tree"].toString().contains("G4"));
        QVERIFY(tt["macsPerFrame"]["forward"].toDouble() < 262144.0);
        QCOMPARE(tt["dense"]["forward"].toDouble(), 262144.0);
    }

    void wrongValuesAreNamed_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("named");
        QTest::newRow("format") << QStringList{"--hidden-format", "ttt"} << "ttt";
        QTest::newRow("ranks") << QStringList{"--hidden-format", "tt", "--hidden-ranks", "4,4"}
                               << "Hidden to hidden";
        QTest::newRow("modes") << QStringList{"--hidden-format", "tt", "--hidden-in", "8,8"} << "64";
    }

    void wrongValuesAreNamed() {
        QFETCH(QStringList, options);
        QFETCH(QString, named);
        const CliResult result = runCli(QStringList{"count"} + options);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(QString::fromUtf8(result.err).contains(named), result.all());
    }

    void wrongLayoutsAreNamed() {
        const CliResult patches = runCli(train("none", {"--layout", "patches", "--patch", "30x8"}));
        QCOMPARE(patches.exitCode, 2);
        QVERIFY2(patches.out.contains("32x8"), patches.all());
        const CliResult name = runCli(train("none", {"--layout", "rows"}));
        QCOMPARE(name.exitCode, 2);
        QVERIFY2(name.out.contains("channel-first"), name.all());
    }

    void trainsTheSameForAnyNumberOfThreads() {
        for (const char* threads : {"1", "2"}) {
            const CliResult result =
                runCli(train(QString("run") + threads, m_choice + QStringList{"--threads", threads}));
            QVERIFY2(result.exitCode == 0, result.all());
        }
        QVERIFY(content("run1/last.safetensors") == content("run2/last.safetensors"));
        const QJsonObject spec =
            QJsonDocument::fromJson(content("run1/run.json")).object()["spec"].toObject();
        QCOMPARE(spec["data"]["layout"].toString(), "patches");
        QCOMPARE(spec["data"]["patchWidth"].toInt(), 16);
        QCOMPARE(spec["model"]["recurrent"]["format"].toString(), "bt");
        QCOMPARE(spec["model"]["recurrent"]["blocks"].toInt(), 3);
    }

    void theRunIsReadAsItWasTrained() {
        const QJsonObject unseen = runCli({"eval", path("run1"), path("clips"), "--cache", path("cache"),
                                           "--split", "validation", "--json"})
                                       .object();
        const QJsonObject shown = runCli({"show", path("run1"), "--json"}).object();
        const int best = shown["bestEpoch"].toInt();
        QVERIFY(best >= 1);
        QCOMPARE(unseen["accuracy"].toDouble(), shown["epochs"][best - 1]["validationAccuracy"].toDouble());
        const CliResult classified = runCli({"classify", path("run1"), path("clips/left/000.avi"), "--json"});
        QVERIFY2(classified.exitCode == 0, classified.all());
    }

    void resumesWithTheSameOnly() {
        const CliResult other = runCli(train("run1", {"--cell", "gru", "--hidden-format", "tt", "--resume"}));
        QCOMPARE(other.exitCode, 2);
        const CliResult same = runCli(train("run1", m_choice + QStringList{"--resume"}, "3"));
        QVERIFY2(same.exitCode == 0, same.all());
        QCOMPARE(same.events("epoch").size(), 1);
    }

    /// Runs written before formats of U and layouts could be chosen.
    void olderRunsOpen() {
        const CliResult trained = runCli(train("old"));
        QVERIFY2(trained.exitCode == 0, trained.all());
        const auto evaluated = [this] {
            return runCli({"eval", path("old"), path("clips"), "--cache", path("cache"), "--json"});
        };
        const CliResult before = evaluated();
        QVERIFY2(before.exitCode == 0, before.all());
        QJsonObject run = QJsonDocument::fromJson(content("old/run.json")).object();
        QJsonObject spec = run["spec"].toObject(), model = spec["model"].toObject(),
                    data = spec["data"].toObject();
        QVERIFY(model.contains("recurrent") && data.contains("layout"));
        model.remove("recurrent");
        for (const char* key : {"layout", "patchWidth", "patchHeight"}) data.remove(QLatin1String(key));
        spec["model"] = model;
        spec["data"] = data;
        run["spec"] = spec;
        QFile file(path("old/run.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(run).toJson()) > 0);
        file.close();
        QCOMPARE(evaluated().out, before.out);
        QCOMPARE(runCli(train("old", {"--resume"}, "3")).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestRecurrentAndLayout)
#include "test_recurrent_and_layout.moc"
