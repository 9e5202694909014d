// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace rankscope;

/// The commands that say how far a number can be trusted, on a tiny set.
class TestTrust : public QObject, private CliFolder {
    Q_OBJECT

    QStringList train(const QString& run, const QStringList& more) const {
        return QStringList{"train",          path("clips"), "--out",       path(run),  "--preset",
                           "shapes-tt-lstm", "--cache",     path("cache"), "--epochs", "6",
                           "--json",         "--validate",  "random:0.34"} +
               more;
    }

private slots:
    void initTestCase() {
        QCOMPARE(runCli({"synth", path("clips"), "--clips", "3", "--seed", "7"}).exitCode, 0);
        for (const auto& [run, more] : {std::pair<QString, QStringList>{"a", {}},
                                        {"b", {"--seed", "2"}},
                                        {"still", {"--frame-order", "repeated"}}}) {
            const CliResult result = runCli(train(run, more));
            QVERIFY2(result.exitCode == 0, result.all());
        }
    }

    void seedsAreGroupedAndConditionsApart() {
        const CliResult result = runCli({"compare", path("a"), path("b"), path("still"), "--json"});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonArray settings = result.object()["settings"].toArray();
        QCOMPARE(settings.size(), 2);
        QCOMPARE(settings[0]["seeds"].toInt(), 2);
        QVERIFY(settings[0]["deviation"].isDouble());
        QCOMPARE(settings[1]["seeds"].toInt(), 1);
        QVERIFY(settings[1]["toFirst"]["clips"].toInt() > 0);
        QVERIFY(!result.object()["hasBaseline"].toBool());
        QVERIFY(runCli({"compare", path("a"), path("still")}).out.contains("lstm tt"));
    }

    void theTestIsShownWhateverPredictionsAreKept() {
        const CliResult trained = runCli(train("tested", {"--test", "random:0.34"}));
        QVERIFY2(trained.exitCode == 0, trained.all());
        QVERIFY(trained.events("done")[0]["testAccuracy"].isDouble());
        QVERIFY(runCli({"show", path("tested")}).out.contains("Test accuracy"));
        QVERIFY(QFile::remove(path("tested/predictions.csv")));
        QVERIFY(runCli({"show", path("tested")}).out.contains("Test accuracy"));
        const CliResult evaluated = runCli(
            {"eval", path("tested"), path("clips"), "--split", "validation", "--cache", path("cache")});
        QVERIFY2(evaluated.exitCode == 0, evaluated.all());
        const QByteArray shown = runCli({"show", path("tested")}).out;
        QVERIFY2(shown.contains("Validation accuracy") && shown.contains("Test accuracy"), shown);
    }

    void robustness() {
        const QStringList command{"robust",      path("a"),  path("clips"), "--cache",
                                  path("cache"), "--noise",  "0,0.3",       "--occlusion",
                                  "0.25",        "--repeat", "--shuffle"};
        const CliResult result = runCli(command + QStringList{"--json"});
        QVERIFY2(result.exitCode == 0, result.all());
        const QJsonArray rows = result.object()["rows"].toArray();
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows[0]["disturbance"].toString(), QString("none"));
        const CliResult plain = runCli(
            {"eval", path("a"), path("clips"), "--cache", path("cache"), "--split", "validation", "--json"});
        QCOMPARE(rows[0]["accuracy"], plain.object()["accuracy"]);
        QCOMPARE(rows[1]["accuracy"], rows[0]["accuracy"]);
        QCOMPARE(rows[1]["difference"].toDouble(), 0.0);
        QCOMPARE(rows[2]["amount"].toDouble(), 0.3);
        QCOMPARE(runCli(command + QStringList{"--json", "--threads", "1"}).out, result.out);
        QVERIFY(runCli(command).out.contains("repeat"));
        QCOMPARE(runCli({"robust", path("a"), path("clips"), "--noise", "2"}).exitCode, 2);
    }

    void startsAndRates() {
        const QStringList command{
            "start-study",     path("clips"), "--out",      path("starts"), "--models", "tt-lstm", "--starts",
            "matched,bt-code", "--rates",     "1e-3,1e-2",  "--epochs",     "1",        "--size",  "64x48",
            "--cache",         path("cache"), "--validate", "random:0.34",  "--json"};
        const CliResult result = runCli(command);
        QVERIFY2(result.exitCode == 0, result.all());
        QCOMPARE(result.events("run").size(), 4);
        const QJsonArray rows = result.events("table")[0]["rows"].toArray();
        QCOMPARE(rows.size(), 4);
        for (const QJsonValue row : rows) {
            QCOMPARE(row["Runs done"].toInt(), 1);
            const double saturated = row["Saturated gates at the start"].toDouble(-1);
            QVERIFY(saturated >= 0 && saturated <= 1);
            QVERIFY(row["Validation accuracy"].isDouble());
        }
        QFile table(path("starts/starts.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count('\n'), 5);
        const CliResult again = runCli(command); // all is done already
        QCOMPARE(again.events("epoch").size(), 0);
        QCOMPARE(again.events("table")[0], result.events("table")[0]);

        QVERIFY(QDir().mkpath(path("taken/lr-0.01/tt-lstm-matched-seed1/in the way")));
        const CliResult failed = runCli({"start-study", path("clips"), "--out", path("taken"), "--models",
                                         "tt-lstm", "--starts", "matched", "--rates", "0.01", "--epochs", "1",
                                         "--size", "64x48", "--cache", path("cache"), "--json"});
        QCOMPARE(failed.exitCode, 1); // as after reproduce
        QCOMPARE(failed.events("error").size(), 1);
        QVERIFY(failed.events("table")[0]["rows"].toArray().at(0).toObject()["Training accuracy"].isNull());
    }

    void learningRates() {
        const QStringList command{"lr-test", path("clips"), "--preset",  "shapes-tt-lstm",
                                  "--cache", path("cache"), "--batches", "30"};
        const CliResult result = runCli(command + QStringList{"--json"});
        QVERIFY2(result.exitCode == 0, result.all());
        const auto batches = result.events("batch");
        QVERIFY(batches.size() > 5 && batches.size() <= 30);
        QCOMPARE(batches[0]["rate"].toDouble(), 1e-6);
        QCOMPARE(result.events("done").size(), 1);
        QVERIFY(runCli(command).out.contains("rate"));
        QCOMPARE(runCli(command + QStringList{"--lowest", "-1"}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "test_trust_slow.moc"
