// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QTest>

using namespace rankscope;

/// Ranks of trained runs from the command line.
class TestRanks : public QObject, private CliFolder {
    Q_OBJECT

    CliResult ranks(const QString& run, const QStringList& options) const {
        return runCli(QStringList{"ranks", path(run), "--json", "--cache", path("cache")} + options);
    }

private slots:
    void initTestCase() {
        QCOMPARE(runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"}).exitCode, 0);
        const auto train = [&](const char* run, const QStringList& model) {
            const CliResult result =
                runCli(QStringList{"train", path("clips"), "--out", path(run), "--preset", "shapes-tt-lstm",
                                   "--epochs", "2", "--cache", path("cache"), "--validate", "random:0.34"} +
                       model);
            QVERIFY2(result.exitCode == 0, result.all());
        };
        train("tt", {"--ranks", "4"});
        train("bt", {"--format", "bt", "--tucker", "3", "--blocks", "2", "--cell", "gru"});
        train("separate", {"--ranks", "3", "--gates", "separate"});
        train("ring", {"--format", "tr", "--ranks", "3"});
        train("dense", {"--format", "dense"});
    }

    void aSmallerRunCanBeEvaluatedAndTrained() {
        const CliResult result = ranks("tt", {"--set", "2,3,2", "--out", path("small")});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonObject after = result.object()["after"].toObject();
        QCOMPARE(after["ranks"].toString(), QString("2,3,2"));
        QVERIFY(after["error"].toDouble() > 0 && after["error"].toDouble() < 1);
        QVERIFY(result.object()["before"].toObject()["error"].toDouble() < 1e-12);
        const CliResult eval = runCli({"eval", path("small"), path("clips"), "--split", "validation",
                                       "--json", "--cache", path("cache")});
        QVERIFY2(eval.exitCode == 0, eval.all());
        QCOMPARE(eval.object()["accuracy"].toDouble(), after["accuracy"].toDouble());
        const CliResult train = runCli(
            {"train", path("clips"), "--out", path("small"), "--resume", "--json", "--cache", path("cache")});
        QVERIFY2(train.exitCode == 0 && train.events("epoch").size() == 2, train.all());
        const QJsonObject show = runCli({"show", path("small"), "--json"}).object();
        QCOMPARE(show["inputToHidden"].toInt(), after["inputToHidden"].toInt());
        QVERIFY(ranks("tt", {"--set", "2", "--out", path("small")}).exitCode != 0); // it is there already
    }

    void growingKeepsWhatTheModelSays() {
        for (const char* run : {"tt", "bt", "separate", "ring"}) {
            const CliResult result = ranks(run, {"--set", "5"});
            QVERIFY2(result.exitCode == 0, result.all());
            const QJsonObject before = result.object()["before"].toObject(),
                              after = result.object()["after"].toObject();
            QVERIFY(after["inputToHidden"].toInt() > before["inputToHidden"].toInt());
            QVERIFY(after["error"].toDouble() < 1e-7);
            QVERIFY(after["outputError"].toDouble() < 1e-5);
            QCOMPARE(after["accuracy"].toDouble(), before["accuracy"].toDouble());
        }
    }

    void toleranceAndBudgetHold() {
        for (const char* run : {"tt", "bt", "separate"}) {
            const QJsonObject close = ranks(run, {"--tolerance", "0.4"}).object()["after"].toObject();
            QVERIFY(close["error"].toDouble() <= 0.4);
            const QJsonObject cheap = ranks(run, {"--parameters", "900"}).object()["after"].toObject();
            QVERIFY2(cheap["inputToHidden"].toInt() <= 900 && cheap["inputToHidden"].toInt() > 0, run);
        }
    }

    void sweepsRise() {
        for (const QStringList& options : {QStringList{"--sweep"}, QStringList{"--sweep", "--path"}}) {
            const CliResult result = ranks("tt", options);
            QVERIFY2(result.exitCode == 0, result.all());
            QCOMPARE(result.object()["clips"].toString(), QString("validation"));
            const QJsonArray rows = result.object()["sweep"].toArray();
            QVERIFY(rows.size() >= 4);
            for (int i = 1; i < rows.size(); ++i) {
                const QJsonObject less = rows[i - 1].toObject(), more = rows[i].toObject();
                QVERIFY(less["inputToHidden"].toInt() < more["inputToHidden"].toInt());
                QVERIFY(less["error"].toDouble() > more["error"].toDouble());
            }
            QVERIFY(rows.last().toObject()["error"].toDouble() < 1e-12);
        }
    }

    void aRingHasOnlyItself() {
        for (const QStringList& options : {QStringList{"--sweep"}, QStringList{"--sweep", "--path"}}) {
            const CliResult result = ranks("ring", options);
            QVERIFY2(result.exitCode == 0, result.all());
            QCOMPARE(result.object()["sweep"].toArray().size(), 1);
            QCOMPARE(result.object()["sweep"][0]["ranks"].toString(), QString("3,3,3,3"));
        }
    }

    void gaugesTellEveryRank() {
        for (const char* run : {"tt", "bt", "separate", "ring"}) {
            const bool ring = QByteArray(run) == "ring";
            const CliResult result = ranks(run, QStringList{"--gauges", "--spend", "600"} +
                                                    (ring ? QStringList() : QStringList{"--save", "100"}));
            QVERIFY2(result.exitCode == 0, result.all());
            const QJsonObject all = result.object();
            const int present = all["inputToHidden"].toInt();
            for (const QJsonValue& value : all["gauges"].toArray()) {
                const QJsonObject gauge = value.toObject();
                QVERIFY(gauge["gain"].toDouble() > 0);
                QCOMPARE(gauge["cost"].isNull(), ring);
                QCOMPARE(gauge["outputCost"].isNull(), ring);
                QVERIFY(gauge["added"].toInt() > 0);
            }
            const int spent = all["spend"].toObject()["inputToHidden"].toInt();
            QVERIFY(spent > present && spent <= present + 600);
            if (!ring) QVERIFY(all["save"].toObject()["inputToHidden"].toInt() <= present - 100);
        }
    }

    void clipsAreNotNeededToChangeRanks() {
        QVERIFY(QDir().rename(path("clips"), path("moved")));
        const CliResult blind = ranks("tt", {"--set", "2"});
        QVERIFY2(blind.exitCode == 0 && blind.err.contains("not measured"), blind.all());
        QVERIFY(blind.object()["after"].toObject()["accuracy"].isNull());
        QVERIFY(ranks("tt", {"--sweep"}).exitCode != 0);
        const CliResult found = ranks("tt", {"--set", "2", "--data", path("moved")});
        QVERIFY2(found.object()["after"].toObject()["accuracy"].isDouble(), found.all());
        QVERIFY(QDir().rename(path("moved"), path("clips")));
    }

    void badUseIsExplained_data() {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << "tt" << QStringList{} << "--sweep";
        QTest::newRow("two") << "tt" << QStringList{"--set", "2", "--sweep"} << "Only one";
        QTest::newRow("too large") << "tt" << QStringList{"--set", "1000"} << "nearest valid rank";
        QTest::newRow("too many") << "tt" << QStringList{"--set", "2,2"} << "3 of them";
        QTest::newRow("budget") << "tt" << QStringList{"--parameters", "3"} << "smallest it can have";
        QTest::newRow("tolerance") << "tt" << QStringList{"--tolerance", "2"} << "0.05";
        QTest::newRow("ring") << "ring" << QStringList{"--set", "2"} << "loop";
        QTest::newRow("dense") << "dense" << QStringList{"--sweep"} << "no ranks";
        QTest::newRow("blocks") << "tt" << QStringList{"--blocks", "2"} << "no blocks";
        QTest::newRow("no run") << "clips" << QStringList{"--sweep"} << "no run";
    }

    void badUseIsExplained() {
        QFETCH(QString, run);
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        const CliResult result = ranks(run, options);
        QVERIFY2(result.exitCode != 0 && result.all().contains(says.toUtf8()), result.all());
    }
};

QTEST_GUILESS_MAIN(TestRanks)
#include "test_ranks.moc"
