// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "tests/app/cli_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>

using namespace rankscope;

/// Kills at random moments: every run opens, none loses an epoch that it has told of, and what comes out in
/// the end is what comes out without them. RANKSCOPE_KILLS is their number.
class TestKills : public QObject, private CliFolder {
    Q_OBJECT

    QStringList train(const QString& run, int epochs, const QStringList& more = {}) const {
        return QStringList{
                   "train",          path("clips"), "--out",       path(run),  "--preset",
                   "shapes-tt-lstm", "--cache",     path("cache"), "--json",   "--validate",
                   "random:0.34",    "--threads",   "1",           "--epochs", QString::number(epochs)} +
               more;
    }

    bool isRun(const QString& run) const { return QFile::exists(path(run + "/run.json")); }

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
    }

    void killedAtAnyMoment() {
        const int asked = qEnvironmentVariableIntValue("RANKSCOPE_KILLS");
        const int kills = asked > 0 ? asked : 8;
        const int epochs = 5 * kills;
        QElapsedTimer timer;
        timer.start();
        const CliResult straight = runCli(train("straight", epochs));
        QVERIFY2(straight.exitCode == 0, straight.all());
        const double epochMilliseconds = double(timer.elapsed()) / epochs;

        Random random{20, static_cast<std::uint64_t>(kills)};
        int finished = 0, duringStart = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess process;
            process.start(cliProgram(),
                          train("killed", epochs, isRun("killed") ? QStringList{"--resume"} : QStringList{}));
            QVERIFY(process.waitForStarted());
            // some while it starts, most in the first epochs after the first one that it tells of
            const bool early = random.below(4) == 0;
            QByteArray told;
            while (!early && !told.contains("\"epoch\"") && process.waitForReadyRead(60'000))
                told += process.readAllStandardOutput();
            QThread::usleep(static_cast<unsigned long>(
                random.below(static_cast<std::uint64_t>(early ? 150'000 : 1 + 4'000 * epochMilliseconds))));
            process.kill();
            CliResult result = rankscope::finished(process);
            result.out.prepend(told);
            duringStart += result.events("epoch").isEmpty() ? 1 : 0;
            for (const QJsonObject& epoch : result.events("epoch"))
                finished = std::max(finished, epoch["epoch"].toInt());
            if (!isRun("killed")) continue; // killed before there was one
            const CliResult shown = runCli({"show", path("killed"), "--json"});
            QVERIFY2(shown.exitCode == 0, shown.all());
            const auto rows = shown.object()["epochs"].toArray().size();
            QVERIFY2(rows >= finished, qPrintable(QString("%1 of %2 epochs").arg(rows).arg(finished)));
            finished = static_cast<int>(rows);
        }
        qInfo("%d kills, %d of them before an epoch ended; %d of %d epochs in pieces", kills, duringStart,
              finished, epochs);
        const CliResult rest = runCli(train("killed", epochs, {"--resume"}));
        QVERIFY2(rest.exitCode == 0, rest.all());
        for (const char* name : {"/last.safetensors", "/best.safetensors"})
            QVERIFY(content(QString("killed") + name) == content(QString("straight") + name));
        const QByteArray metrics = content("killed/metrics.csv");
        QCOMPARE(metrics.count('\n'), epochs + 1);
        for (const QString& name : QDir(path("killed")).entryList(QDir::Files | QDir::Hidden))
            QVERIFY2(!name.endsWith(".part"), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestKills)
#include "test_kills_slow.moc"
