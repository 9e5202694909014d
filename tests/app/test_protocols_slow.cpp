// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_process.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace rankscope;

/// Lists, folds, groups, several labels, whole clips and augmentation from the command line to the scores.
class TestProtocols : public QObject, private CliFolder {
    Q_OBJECT

    void write(const QString& name, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    CliResult train(const QString& data, const QString& run, const QStringList& more) const {
        return runCli(QStringList{"train", path(data), "--out", path(run), "--preset", "shapes-tt-lstm",
                                  "--cache", path("cache"), "--epochs", "2", "--json"} +
                      more);
    }

private slots:
    /// Eight movements, four clips each, once in class folders and once as films in one folder.
    void initTestCase() {
        const CliResult synth = runCli({"synth", path("clips"), "--clips", "4", "--seed", "7"});
        QVERIFY2(synth.exitCode == 0, synth.all());
        QDir().mkpath(path("films/AVIClips"));
        QByteArray lists[2][2]; // up or left, train or test
        const QStringList classes =
            QDir(path("clips")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& name : classes) {
            const QStringList clips = QDir(path("clips/" + name)).entryList(QDir::Files, QDir::Name);
            for (int clip = 0; clip < clips.size(); ++clip) {
                const QString film = name + "_" + QString::number(clip);
                QVERIFY(QFile::copy(path("clips/" + name + "/" + clips[clip]),
                                    path("films/AVIClips/" + film + ".avi")));
                const bool both = name == "growing", marks[] = {both || name == "up", both || name == "left"};
                for (int k = 0; k < 2; ++k)
                    lists[k][clip == 3] += film.toUtf8() + (marks[k] ? "  1\n" : " -1\n");
            }
        }
        for (int k = 0; k < 2; ++k)
            for (int half = 0; half < 2; ++half)
                write(QString("films/ClipSets/%1_%2.txt").arg(k ? "Left" : "Up", half ? "test" : "train"),
                      lists[k][half]);
    }

    void severalLabelsFromClassFiles() {
        const CliResult trained =
            train("films", "films-run", {"--list", path("films/ClipSets"), "--validate", "random:0.3"});
        QVERIFY2(trained.exitCode == 0, trained.all());
        const auto epochs = trained.events("epoch");
        QCOMPARE(epochs.size(), 2);
        const QJsonObject done = trained.events("done").front();
        double best = 0;
        for (const QJsonObject& epoch : epochs) {
            QVERIFY2(epoch["validationMeanPrecision"].isDouble(), trained.all());
            best = std::max(best, epoch["validationMeanPrecision"].toDouble());
        }
        QCOMPARE(done["bestValidationMeanPrecision"].toDouble(), best);
        QVERIFY(done["testMeanPrecision"].toDouble() > 0);

        const QStringList eval{"eval", path("films-run"), path("films"), "--cache", path("cache"), "--split"};
        const QJsonObject test = runCli(eval + QStringList{"test", "--json"}).object();
        QCOMPARE(test["meanAveragePrecision"].toDouble(), done["testMeanPrecision"].toDouble());
        QCOMPARE(test["clips"].toInt(), 8);
        QVERIFY(test["confusion"].toArray().isEmpty());
        const QJsonArray perClass = test["perClass"].toArray();
        QCOMPARE(perClass.size(), 2);
        QCOMPARE((perClass[0]["averagePrecision"].toDouble() + perClass[1]["averagePrecision"].toDouble()) /
                     2,
                 test["meanAveragePrecision"].toDouble());
        QCOMPARE(perClass[0]["support"].toInt(), 2);
        const QByteArray shown = runCli(eval + QStringList{"validation"}).out;
        QVERIFY2(shown.contains("mean average precision ") && shown.contains("average precision\n"), shown);
        QVERIFY(!shown.contains("Confusion"));
    }

    void wholeClipsWithAugmentationAreReproducible() {
        const QStringList options{"--every",       "2",
                                  "--most-frames", "10",
                                  "--augment",     "crop=0.2,jitter=0.1,noise=0.02",
                                  "--groups",      "pattern:^0*(\\d)",
                                  "--validate",    "group-kfold:4/3"};
        const CliResult trained = train("clips", "whole", options);
        QVERIFY2(trained.exitCode == 0, trained.all());
        const CliResult again = train("clips", "whole-again", options + QStringList{"--threads", "3"});
        QFile one(path("whole/best.safetensors")), other(path("whole-again/best.safetensors"));
        QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
        QVERIFY2(one.readAll() == other.readAll(), again.all());
        QFile header(path("whole/run.json"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QJsonObject data = QJsonDocument::fromJson(header.readAll())["spec"]["data"].toObject();
        QCOMPARE(data["every"].toInt(), 2);
        QCOMPARE(data["groups"].toString(), "pattern");
        QCOMPARE(data["augment"]["crop"].toDouble(), 0.2);
        QCOMPARE(data["augment"]["shift"].toDouble(), 0.0); // of the preset
        const CliResult classified =
            runCli({"classify", path("whole"), path("films/AVIClips/left_0.avi"), "--json"});
        QVERIFY2(classified.exitCode == 0, classified.all());
    }

    void leaksAreCounted() {
        const CliResult trained =
            train("clips", "leaky", {"--groups", "pattern:^0*(\\d)", "--validate", "kfold:4/1"});
        QVERIFY2(trained.exitCode == 0, trained.all());
        QVERIFY2(trained.all().contains("of 4 stand in training and validation"), trained.all());
    }

    void wrongValuesAreNamed_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("named");
        QTest::newRow("fold") << QStringList{"--validate", "kfold:5/6"} << "Split: fold: 6";
        QTest::newRow("pattern") << QStringList{"--groups", "pattern:(a"} << "Group pattern";
        QTest::newRow("groups") << QStringList{"--groups", "persons"} << "persons";
        QTest::newRow("augment") << QStringList{"--augment", "blur=1"} << "blur=1";
        QTest::newRow("crop") << QStringList{"--augment", "crop=2"} << "crop: 2";
        QTest::newRow("every") << QStringList{"--every", "-1"} << "k-th frame: -1";
        QTest::newRow("list") << QStringList{"--list", "nowhere.txt"} << "no such list";
    }
    void wrongValuesAreNamed() {
        QFETCH(QStringList, options);
        QFETCH(QString, named);
        const CliResult refused = train("clips", "refused", options);
        QVERIFY2(refused.exitCode > 0 && refused.all().contains(named.toUtf8()), refused.all());
    }
};

QTEST_GUILESS_MAIN(TestProtocols)
#include "test_protocols_slow.moc"
