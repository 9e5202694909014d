// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

using namespace rankscope;

/// The main job from the command line on a tiny set: write clips, train, evaluate, classify; interrupted in
/// all ways.
class TestRoundTrip : public QObject, private CliFolder {
    Q_OBJECT

    QStringList train(const QString& run, const QStringList& more = {}) const {
        return QStringList{"train",          path("clips"), "--out",       path(run),  "--preset",
                           "shapes-tt-lstm", "--cache",     path("cache"), "--epochs", "40",
                           "--json",         "--validate",  "random:0.34"} +
               more;
    }

    /// Starts a training and returns when its first epoch is over.
    void startAndWaitForAnEpoch(QProcess& process, const QString& run) const {
        process.start(cliProgram(), train(run));
        QByteArray seen;
        while (!seen.contains("\"epoch\"") && process.waitForReadyRead(60'000)) seen += process.peek(1 << 20);
        QVERIFY2(seen.contains("\"epoch\""), seen);
    }

    const QJsonObject show(const QString& run) const {
        return runCli({"show", path(run), "--json"}).object();
    }

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
        QCOMPARE(QDir(path("clips")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 8);
        const CliResult run = runCli(train("whole"));
        QVERIFY2(run.exitCode == 0, run.all());
        const QList<QJsonObject> epochs = run.events("epoch");
        QCOMPARE(epochs.size(), 40);
        for (const char* key : {"epoch", "trainLoss", "trainAccuracy", "validationLoss", "validationAccuracy",
                                "clipsPerSecond", "seconds", "gradientNorm", "gateSaturation"})
            QVERIFY2(epochs[0][QLatin1String(key)].isDouble(), key);
        QCOMPARE(run.events("done").size(), 1);
        QVERIFY(run.events("start")[0]["gateSaturation"].isDouble());
        QVERIFY(run.events("done")[0]["bestEpoch"].toInt() >= 1);
        QVERIFY(run.events("done")[0]["testAccuracy"].isNull());
        QVERIFY(epochs.last()["trainLoss"].toDouble() < epochs.first()["trainLoss"].toDouble());
    }

    void anExistingRunIsRefused() {
        const CliResult again = runCli(train("whole"));
        QCOMPARE(again.exitCode, 2);
        QVERIFY(again.events("error")[0]["hint"].toString().contains("--resume"));
    }

    void evaluates() {
        const CliResult all =
            runCli({"eval", path("whole"), path("clips"), "--cache", path("cache"), "--json"});
        QVERIFY2(all.exitCode == 0, all.all());
        QCOMPARE(all.object()["clips"].toInt(), 24);
        QCOMPARE(all.object()["trainedOn"].toInt(), 16);
        QCOMPARE(all.object()["perClass"].toArray().size(), 8);
        int sum = 0;
        for (const QJsonValue row : all.object()["confusion"].toArray())
            for (const QJsonValue count : row.toArray()) sum += count.toInt();
        QCOMPARE(sum, 24);
        const QJsonObject unseen = runCli({"eval", path("whole"), path("clips"), "--cache", path("cache"),
                                           "--split", "validation", "--json"})
                                       .object();
        QCOMPARE(unseen["clips"].toInt(), 8);
        QCOMPARE(unseen["trainedOn"].toInt(), 0);
        const QJsonObject shown = show("whole");
        const int best = shown["bestEpoch"].toInt();
        QCOMPARE(unseen["accuracy"].toDouble(), shown["epochs"][best - 1]["validationAccuracy"].toDouble());
    }

    void predictionsAreKeptAndCompared() {
        QVERIFY(content("whole/predictions.csv").startsWith("epoch,set,clip,group,labels,"));
        QCOMPARE(content("whole/predictions.csv").count('\n'), 9); // eight validation clips
        const QByteArray kept = content("whole/predictions.csv");
        QVERIFY(QFile::remove(path("whole/predictions.csv")));
        QCOMPARE(runCli({"compare", path("whole")}).exitCode, 1);
        const CliResult eval = runCli({"eval", path("whole"), path("clips"), "--cache", path("cache"),
                                       "--split", "validation", "--json"});
        QVERIFY2(eval.exitCode == 0, eval.all());
        QCOMPARE(content("whole/predictions.csv"), kept);
        const QJsonObject estimate = eval.object()["estimate"].toObject();
        QCOMPARE(estimate["accuracy"], eval.object()["accuracy"]);
        QCOMPARE(estimate["units"].toInt(), 8);
        const CliResult compared = runCli({"compare", path("whole"), "--json"});
        QVERIFY2(compared.exitCode == 0, compared.all());
        const QJsonObject line = compared.object()["settings"][0].toObject();
        QCOMPARE(compared.object()["set"].toString(), QString("validation"));
        QCOMPARE(line["mean"], estimate["accuracy"]);
        QCOMPARE(line["estimate"].toObject(), estimate);
        QVERIFY(runCli({"compare", path("whole")}).out.contains("lstm tt"));
    }

    void classifies() {
        const QString video = path("clips/left/") + QDir(path("clips/left")).entryList(QDir::Files).first();
        const QString broken = path("broken.avi");
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no video") > 0);
        file.close();
        const CliResult good = runCli({"classify", path("whole"), video, "--json"});
        QVERIFY2(good.exitCode == 0, good.all());
        const QJsonObject first = good.array()[0].toObject();
        QCOMPARE(first["path"].toString(), video);
        QCOMPARE(first["frames"].toInt(), 24);
        QCOMPARE(first["top"].toArray().size(), 5);
        QVERIFY(first["top"][0]["probability"].toDouble() >= first["top"][1]["probability"].toDouble());
        const CliResult mixed = runCli({"classify", path("whole"), broken, video, "--json"});
        QCOMPARE(mixed.exitCode, 1);
        QVERIFY(mixed.array()[0]["error"].toString().contains("broken.avi"));
        QCOMPARE(mixed.array()[1].toObject(),
                 first); // one bad file does not keep the others from their answer
    }

    void theNumberOfThreadsChangesNothing() {
        for (const char* threads : {"1", "2"}) {
            const QString run = QString("threads") + threads;
            const CliResult result = runCli(train(run, {"--threads", threads}));
            QVERIFY2(result.exitCode == 0, result.all());
            for (const char* name : {"/last.safetensors", "/best.safetensors"})
                QVERIFY(content(run + name) == content(QString("whole") + name));
        }
    }

    void killedAndResumed() {
        QProcess process;
        startAndWaitForAnEpoch(process, "killed");
        process.kill();
        QCOMPARE(finished(process).exitCode, -1);
        const QJsonObject shown = show("killed");
        QCOMPARE(shown["state"].toString(), QString("unfinished"));
        QVERIFY(shown["epochs"].toArray().size() >= 1);
        const CliResult resumed = runCli(train("killed", {"--resume"}));
        QVERIFY2(resumed.exitCode == 0, resumed.all());
        QCOMPARE(show("killed")["state"].toString(), QString("done"));
        for (const char* name : {"/last.safetensors", "/best.safetensors"})
            QVERIFY(content(QString("killed") + name) == content(QString("whole") + name));
    }

    void interruptedAndResumed() {
        QProcess process;
        startAndWaitForAnEpoch(process, "stopped");
        QVERIFY(process.processId() > 0); // 0 is ourselves
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const CliResult stopped = finished(process);
        QVERIFY2(stopped.exitCode == 0, stopped.all());
        QCOMPARE(stopped.events("stopped").size(), 1);
        QCOMPARE(show("stopped")["state"].toString(), QString("stopped"));
        const QString video = path("clips/up/") + QDir(path("clips/up")).entryList(QDir::Files).first();
        QCOMPARE(runCli({"classify", path("stopped"), video}).exitCode, 0);
        const CliResult resumed = runCli({"train", path("clips"), "--out", path("stopped"), "--cache",
                                          path("cache"), "--resume", "--json"});
        QVERIFY2(resumed.exitCode == 0, resumed.all());
        QCOMPARE(show("stopped")["epochs"].toArray().size(), 40);
        for (const char* name : {"/last.safetensors", "/best.safetensors"})
            QVERIFY(content(QString("stopped") + name) == content(QString("whole") + name));
    }

    void resumingKeepsToTheRunsSettings() {
        const CliResult other = runCli(train("whole", {"--resume", "--batch", "5"}));
        QCOMPARE(other.exitCode, 2);
        QVERIFY2(other.events("error")[0]["what"].toString().contains("training.batch"), other.all());
        QVERIFY(QDir().mkpath(path("copy")));
        for (const QString& name : QDir(path("whole")).entryList(QDir::Files | QDir::Hidden))
            QVERIFY(QFile::copy(path("whole/") + name, path("copy/") + name));
        QStringList longer = train("copy", {"--resume"});
        longer[longer.indexOf("40")] = "42";
        const CliResult more = runCli(longer);
        QVERIFY2(more.exitCode == 0, more.all());
        QCOMPARE(more.events("epoch").size(), 2);
        QCOMPARE(show("copy")["epochs"].toArray().size(), 42);
    }

    void badFilesAreListed() {
        QVERIFY(QDir().mkpath(path("mixed/left")));
        QVERIFY(QDir().mkpath(path("mixed/right")));
        for (const char* name : {"left", "right"})
            for (const QString& file : QDir(path("clips/") + name).entryList(QDir::Files))
                QVERIFY(QFile::copy(path("clips/") + name + "/" + file, path("mixed/") + name + "/" + file));
        QFile bad(path("mixed/left/bad.avi"));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("no video") > 0);
        bad.close();
        const CliResult result = runCli({"train", path("mixed"), "--out", path("mixedrun"), "--preset",
                                         "shapes-bt-lstm", "--epochs", "1", "--cache", path("cache"),
                                         "--validate", "none", "--test", "random:0.34", "--json"});
        QVERIFY2(result.exitCode == 0, result.all());
        QCOMPARE(result.events("skipped").size(), 1);
        QCOMPARE(result.events("skipped")[0]["path"].toString(), QString("left/bad.avi"));
        QVERIFY(!result.events("skipped")[0]["reason"].toString().isEmpty());
        QVERIFY(result.events("epoch")[0]["validationLoss"].isNull());
        QVERIFY(result.events("done")[0]["testAccuracy"].isDouble());
        QCOMPARE(show("mixedrun")["testAccuracy"], result.events("done")[0]["testAccuracy"]);
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_round_trip_slow.moc"
