// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <functional>

using namespace rankscope;

/// What a user's machine does to a training while it runs: it goes on to the same bits, or ends with a
/// message that names the file.
class TestFaults : public QObject, private CliFolder {
    Q_OBJECT

    QStringList train(const QString& run, const QString& clips, int epochs = 40) const {
        return {"train",      path(clips),
                "--out",      path(run),
                "--preset",   "shapes-tt-lstm",
                "--cache",    path(run + "-cache"),
                "--validate", "random:0.34",
                "--threads",  "1",
                "--epochs",   QString::number(epochs),
                "--json"};
    }

    /// Trains; after the first epoch `fault` happens.
    CliResult trainWith(const QStringList& arguments, const std::function<void()>& fault) const {
        QProcess process;
        process.start(cliProgram(), arguments);
        QByteArray told;
        while (!told.contains("\"epoch\"") && process.waitForReadyRead(60'000))
            told += process.readAllStandardOutput();
        const auto running = static_cast<pid_t>(process.processId());
        if (running > 0) ::kill(running, SIGSTOP); // the fault falls between two of its steps; 0 is ourselves
        fault();
        if (running > 0) ::kill(running, SIGCONT);
        CliResult result = finished(process);
        result.out.prepend(told);
        return result;
    }

    void copyClips(const QString& to) const {
        for (const QString& name : QDir(path("clips")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QVERIFY(QDir().mkpath(path(to + "/" + name)));
            for (const QString& file : QDir(path("clips/" + name)).entryList(QDir::Files))
                QVERIFY(QFile::copy(path("clips/" + name + "/" + file), path(to + "/" + name + "/" + file)));
        }
    }

    QString cacheFile(const QString& run) const {
        const QDir folder(path(run + "-cache"));
        return folder.filePath(folder.entryList({"*.frames"}, QDir::Files).value(0));
    }

    QString firstClip(const QString& clips) const {
        return QDir(path(clips + "/left")).entryList(QDir::Files).value(0);
    }

    void verifySameAsStraight(const QString& run) const {
        for (const char* name : {"/last.safetensors", "/best.safetensors"})
            QVERIFY(content(run + name) == content(QString("straight") + name));
    }

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
        const CliResult run = runCli(train("straight", "clips"));
        QVERIFY2(run.exitCode == 0, run.all());
    }

    void theCacheIsDeletedWhileItTrains() {
        const CliResult result =
            trainWith(train("deleted", "clips"), [&] { QDir(path("deleted-cache")).removeRecursively(); });
        QVERIFY2(result.exitCode == 0, result.all());
        verifySameAsStraight("deleted");
    }

    void theCacheIsCutWhileItTrains() {
        QString file;
        const CliResult result = trainWith(train("cut", "clips"), [&] {
            file = cacheFile("cut");
            QVERIFY(QFile::resize(file, 5000));
        });
        QVERIFY2(result.exitCode == 0, result.all());
        QCOMPARE(result.out.count("cache was damaged"), 1);
        QVERIFY(!QFile::exists(file));
        verifySameAsStraight("cut");
    }

    void clipsAreDeletedAndReplacedWhileItTrains() {
        copyClips("moving");
        const QString clip = path("moving/left/") + firstClip("moving");
        const CliResult result = trainWith(train("moving-run", "moving"), [&] {
            QVERIFY(QDir(path("moving/up")).removeRecursively());
            QFile replaced(clip);
            QVERIFY(replaced.open(QIODevice::WriteOnly) && replaced.write("another file") > 0);
        });
        QVERIFY2(result.exitCode == 0, result.all());
        verifySameAsStraight("moving-run"); // it has its frames
        const CliResult resumed = runCli(train("moving-run", "moving", 41) << "--resume");
        QCOMPARE(resumed.exitCode, 1);
        QVERIFY2(resumed.events("error")[0]["what"].toString().contains("The clip up/"), resumed.all());
    }

    void theCacheIsCutAndAClipIsGone() {
        copyClips("gone");
        const CliResult result = trainWith(train("gone-run", "gone"), [&] {
            QVERIFY(QFile::resize(cacheFile("gone-run"), 5000));
            QVERIFY(QDir(path("gone/up")).removeRecursively());
        });
        QVERIFY2(result.exitCode > 0, result.all());
        const QString what = result.events("error")[0]["what"].toString();
        QVERIFY2(what.contains(path("gone/up/")) && what.contains("gone or has changed"), result.all());
        const CliResult shown = runCli({"show", path("gone-run"), "--json"});
        QVERIFY2(shown.exitCode == 0, shown.all());
        QVERIFY(!shown.object()["epochs"].toArray().isEmpty());
    }

    void twoProcessesOnOneRun() {
        const CliResult first = trainWith(train("two", "clips"), [&] {
            const CliResult second = runCli(train("two", "clips") << "--resume");
            QCOMPARE(second.exitCode, 1);
            const QString what = second.events("error")[0]["what"].toString();
            QVERIFY2(what.contains("Another program is writing the run") && what.contains(path("two")),
                     second.all());
        });
        QVERIFY2(first.exitCode == 0, first.all());
        verifySameAsStraight("two");
    }

    void namesInAnyUnicode() {
        copyClips("names");
        const QString strange = QString::fromUtf8("прыжок\n\"跳\" \u202e,;%s 🎬");
        QVERIFY(QDir().rename(path("names/left"), path("names/" + strange)));
        QFile bad(path("names/up/x")); // QFile cannot write such a name
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.close();
        const QByteArray other = path("names/up/").toUtf8() + "\xff\xfe.avi";
        QCOMPARE(std::rename(qPrintable(path("names/up/x")), other.constData()), 0);
        const CliResult result = runCli(train("names-run", "names", 1));
        QVERIFY2(result.exitCode == 0, result.all());
        QCOMPARE(result.events("skipped").size(), 1);
        QVERIFY(result.events("skipped")[0]["reason"].toString().contains("UTF-8"));
        const CliResult all =
            runCli({"eval", path("names-run"), path("names"), "--cache", path("names-run-cache"), "--json"});
        QVERIFY2(all.exitCode == 0, all.all());
        bool named = false;
        for (const QJsonValue row : all.object()["perClass"].toArray())
            named = named || row["class"].toString() == strange;
        QVERIFY2(named, all.all());
        std::remove(other.constData()); // the temporary folder could not
    }

    void tenThousandFiles() {
        for (int k = 0; k < 10'000; ++k) {
            const QString folder = path(QString("many/%1").arg(k % 4));
            if (k < 4) QVERIFY(QDir().mkpath(folder));
            QFile file(folder + QString("/clip %1.avi").arg(k));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no video") > 0);
        }
        const CliResult result = runCli(train("many-run", "many"));
        QCOMPARE(result.exitCode, 1);
        QCOMPARE(result.events("error").size(), 1);
        QVERIFY2(!result.events("error")[0]["what"].toString().isEmpty(), result.all());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults_slow.moc"
