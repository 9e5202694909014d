// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QTest>

using namespace rankscope;

class TestFit : public QObject {
    Q_OBJECT

    /// Counts or plans a candidate as a user would who takes it over.
    static const QJsonObject asked(const char* command, const QJsonObject& candidate) {
        const auto list = [&](const char* key) {
            QStringList sizes;
            for (const QJsonValue size : candidate[QLatin1String(key)].toArray())
                sizes << QString::number(size.toInt());
            return sizes.join(',');
        };
        QStringList arguments{command,       "--json",
                              "--format",    candidate["format"].toString(),
                              "--in",        list("inModes"),
                              "--out-modes", list("outModes"),
                              "--blocks",    QString::number(candidate["blocks"].toInt())};
        if (!list("ranks").isEmpty()) arguments << "--ranks" << list("ranks");
        if (!list("tuckerRanks").isEmpty()) arguments << "--tucker" << list("tuckerRanks");
        return runCli(arguments).object();
    }

private slots:
    void candidatesCostWhatTheySay() {
        const CliResult result =
            runCli({"fit", "--params", "4000", "--input", "57600", "--hidden", "256", "--json"});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonArray candidates = result.object()["candidates"].toArray();
        QVERIFY(candidates.size() > 20);
        for (const qsizetype i : {qsizetype{0}, candidates.size() / 2, candidates.size() - 1}) {
            const QJsonObject one = candidates.at(i).toObject();
            QVERIFY(one["parameters"].toInt() <= 4000);
            QCOMPARE(asked("count", one)["inputToHidden"].toDouble(), one["parameters"].toDouble());
            QCOMPARE(asked("plan", one)["macsPerFrame"]["forward"].toDouble(),
                     one["macsPerFrame"].toDouble());
        }
    }

    void optionsNarrowTheSearch() {
        const QJsonArray some =
            runCli({"fit", "--macs", "2e6", "--params", "5000", "--image", "120x160x3", "--format", "tt,cp",
                    "--modes", "4", "--each", "2", "--cell", "gru", "--json"})
                .object()["candidates"]
                .toArray();
        QCOMPARE(some.size(), qsizetype{4});
        for (const QJsonValue one : some) {
            QVERIFY(one["macsPerFrame"].toDouble() <= 2e6 && one["parameters"].toInt() <= 5000);
            QVERIFY(one["format"] == "tt" || one["format"] == "cp");
            QCOMPARE(one["inModes"].toArray().size(), qsizetype{4});
        }
    }

    void badBudgetsAreExplained_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << ""
                              << "budget";
        QTest::newRow("zero") << "--params 0"
                              << "0";
        QTest::newRow("format") << "--params 10 --format tx"
                                << "tt";
        QTest::newRow("modes") << "--params 10 --modes 99"
                               << "8";
        QTest::newRow("hidden") << "--params 10 --hidden 100000"
                                << "32 768";
        QTest::newRow("image") << "--params 10 --image 0x4"
                               << "--image";
    }

    void badBudgetsAreExplained() {
        QFETCH(QString, options);
        QFETCH(QString, said);
        const CliResult result = runCli(QStringList{"fit"} + options.split(' ', Qt::SkipEmptyParts));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains(said.toUtf8()), result.all());
    }

    void nothingThatFitsIsSaid() {
        const CliResult result = runCli({"fit", "--params", "1"});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.out.contains("Nothing fits"), result.all());
    }
};

QTEST_GUILESS_MAIN(TestFit)
#include "test_fit.moc"
