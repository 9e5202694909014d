// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;

class TestBadUse : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init() {
        QDir folder(m_folder.path());
        folder.mkdir("used");
        QFile file(folder.filePath("used/notes.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        QFile spec(folder.filePath("spec.json"));
        QVERIFY(spec.open(QIODevice::WriteOnly));
        spec.write(R"({"training": {"epoch": 3}})");
    }

    void codes_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* line, int code, const char* said) {
            QTest::newRow(line) << line << code << said;
        };
        row("", 2, "subcommand");
        row("cuont", 2, "subcommand");
        row("--version", 0, "rankscope-cli ");
        row("count --nope", 2, "--nope");
        row("count --cell lstn", 2, "lstm, gru");
        row("count --format ttt", 2, "tt");
        row("count --in 8,x", 2, "--in");
        row("count --blocks many", 2, "--blocks");
        row("count --in 8,20 --out-modes 4,4,4", 2, "4x4x4");
        row("count --ranks 4,4", 2, "3");
        row("count --preset ucf11-tt-lstn", 2, "ucf11-tt-lstm");
        row("count --preset ucf11-tt-lstm --spec spec.json", 2, "--spec");
        row("count --spec missing.json", 2, "missing.json");
        row("count --spec spec.json", 2, "training.epochs");
        row("plan --frames 0", 2, "--frames");
        row("reproduce ucf12 clips --out study", 2, "ucf11");
        row("reproduce folder clips", 2, "--out");
        row("reproduce folder clips --out study --seed 3", 2, "--seeds");
        row("reproduce folder clips --out study --protocol fair", 2, "grouped, tt-code, bt-code");
        row("reproduce ucf11 clips --out study --list a.csv", 2, "--list");
        row("reproduce folder clips --out study --models tt-lstx", 2, "tt-lstx");
        row("reproduce folder clips --out study --models mean,mean", 2, "twice");
        row("reproduce folder clips --out study --models mean --rank-sensitivity", 2, "--rank-sensitivity");
        row("reproduce folder clips --out study --epochs 0", 2, "poch");
        row("reproduce folder missing --out study", 1, "missing");
        row("reproduce mnist-sequence missing --out study", 1, "train-images-idx3-ubyte");
        row("train clips", 2, "--out");
        row("train --out run", 2, "DATA");
        row("train clips --out used", 2, "--resume");
        row("train clips --out run --size 160", 2, "160x120");
        row("train clips --out run --size 64x48", 2, "would fit");
        row("train clips --out run --in 8,12,8,12", 2, "4 800");
        row("train clips --out run --validate sometimes", 2, "sometimes");
        row("train clips --out run --augment much", 2, "default");
        row("train clips --out run --epochs 0", 2, "poch");
        row("train clips --out run --lr fast", 2, "--lr");
        row("train clips --out run --dropout 1.5", 2, "1.5");
        row("train clips --out run", 1, "clips");
        row("eval used clips --split most", 2, "--split");
        row("eval used clips", 1, "run.json");
        row("classify used", 2, "VIDEO");
        row("classify used video.avi", 1, "run.json");
        row("show used", 1, "run.json");
        row("synth", 2, "DIR");
        row("synth set --clips 0", 2, "--clips");
        row("synth spec.json", 1, "spec.json");
    }

    void codes() {
        QFETCH(QString, line);
        QFETCH(QString, said);
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(cliProgram(), line.split(' ', Qt::SkipEmptyParts));
        const CliResult result = finished(process);
        QTEST(result.exitCode, "code");
        QVERIFY2(result.all().contains(said.toUtf8()), result.all());
        QCOMPARE(result.err.isEmpty(), result.exitCode == 0);
        QVERIFY(!QDir(m_folder.filePath("run")).exists()); // nothing was begun
    }

    void errorsAsJson() {
        const CliResult result = runCli({"show", m_folder.filePath("used"), "--json"});
        QCOMPARE(result.exitCode, 1);
        const QList<QJsonObject> errors = result.events("error");
        QCOMPARE(errors.size(), 1);
        QVERIFY(errors[0]["what"].toString().contains("run.json"));
        QVERIFY(!errors[0]["hint"].toString().isEmpty());
        QVERIFY(result.err.isEmpty());
    }

    void helpShowsExamples() {
        const QByteArray all = runCli({"--help"}).out;
        for (const char* command : {"count", "plan", "synth", "train", "eval", "classify", "show", "demo"}) {
            QVERIFY(all.contains(command));
            const CliResult help = runCli({command, "--help"});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.out.contains(QByteArray("Example:\n  rankscope-cli ") + command), help.all());
        }
    }
};

QTEST_GUILESS_MAIN(TestBadUse)
#include "test_bad_use.moc"
