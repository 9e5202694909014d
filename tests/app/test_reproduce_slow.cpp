// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace rankscope;

/// A study from the command line: interrupted, gone on with, asked for with other settings.
class TestReproduce : public QObject, private CliFolder {
    Q_OBJECT

    QStringList study(const QString& out, const QStringList& more = {}) const {
        return QStringList{"reproduce",   "folder",       path("clips"), "--out", path(out),    "--cache",
                           path("cache"), "--json",       "--size",      "16x12", "--protocol", "bt-code",
                           "--models",    "tt-lstm,mean", "--seeds",     "2",     "--epochs",   "20"} +
               more;
    }

    QByteArray table(const QString& out) const {
        QFile file(path(out + "/table.csv"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "4", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
    }

    void anInterruptedStudyGoesOn() {
        QProcess process;
        process.start(cliProgram(), study("study"));
        QByteArray seen;
        while (!seen.contains("\"epoch\"") && process.waitForReadyRead(60'000)) seen += process.peek(1 << 20);
        QVERIFY2(seen.contains("\"epoch\""), seen);
        QVERIFY(process.processId() > 0); // 0 is ourselves
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const CliResult first = finished(process);
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.events("table").size(), 1); // of what there is

        const CliResult second = runCli(study("study"));
        QVERIFY2(second.exitCode == 0, second.all());
        const auto runs = second.events("run");
        QCOMPARE(runs.size(), 4);
        QVERIFY2(runs[0]["step"] == "resumed" || runs[0]["step"] == "kept", second.all());
        QCOMPARE(runs[3]["step"].toString(), QString("begun"));
        const QByteArray rows = table("study");
        QCOMPARE(rows.count('\n'), 3);

        const CliResult again = runCli(study("study"));
        for (const QJsonObject& run : again.events("run")) QCOMPARE(run["step"].toString(), QString("kept"));
        QCOMPARE(table("study"), rows);
        const CliResult shown = runCli({"show", path("study/tt-lstm-seed2"), "--json"});
        QCOMPARE(shown.object()["state"].toString(), QString("done"));
    }

    void otherSettingsAreRefused() {
        const CliResult other = runCli(study("study", {"--batch", "8"}));
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.events("error").at(0)["what"].toString().contains("training.batch 16, and 8"),
                 other.all());
    }
};

QTEST_GUILESS_MAIN(TestReproduce)
#include "test_reproduce_slow.moc"
