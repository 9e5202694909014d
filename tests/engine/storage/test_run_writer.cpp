// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "tests/engine/storage/run_fixture.h"
#include "tests/support/safetensors.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rankscope;
namespace fs = std::filesystem;

class TestRunWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_runs = 0;
    fs::path newRun() { return m_folder.filePath(QString("run%1").arg(++m_runs)).toStdString(); }
    const RunHeader m_header = smallHeader();

private slots:
    void headerComesBack() {
        const auto run = newRun();
        RunWriter::create(run, m_header);
        const RunHeader back = readHeader(run);
        QVERIFY(back.spec == m_header.spec);
        QCOMPARE(back.dataRoot, m_header.dataRoot);
        QCOMPARE(back.dataIdentity, m_header.dataIdentity);
        QCOMPARE(back.classes, m_header.classes);
        QCOMPARE(back.multiLabel, m_header.multiLabel);
        QVERIFY(back.statistics == m_header.statistics);
        QCOMPARE(back.trainClips, m_header.trainClips);
        QCOMPARE(back.validationClips, m_header.validationClips);
        QCOMPARE(back.testClips, m_header.testClips);
        QVERIFY(!readState(run));
        QVERIFY_EXCEPTION_THROWN(readBest(run), Error);
    }

    void statesComeBackBitForBit() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        TrainerState state = stateAfter(3, 2);
        state.batch = 7;
        state.lossSum = 0.1;
        state.correct = 1e-320; // denormal
        state.clipsSeen = 112;
        state.secondsSpent = std::nextafter(2.0, 3.0);
        state.stopped = true;
        writer.commit(state);
        verifySame(*readState(run), state);
    }

    void bestAndLastFollowTheCommits() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        TrainerState stoppedEarly = stateAfter(0, 0);
        stoppedEarly.batch = 2;
        writer.commit(stoppedEarly);
        QCOMPARE(readBest(run).weights, stoppedEarly.weights); // nothing better yet
        writer.commit(stateAfter(1, 1));
        writer.commit(stateAfter(2, 1));
        QCOMPARE(readBest(run).weights, stateAfter(1, 1).weights);
        const TensorFile last = readSafetensors(run / "last.safetensors");
        const auto weights = stateAfter(2, 1).weights;
        QCOMPARE(last.tensors.at("map.G2").values,
                 std::vector<float>(weights.begin() + 64, weights.begin() + 88));
        QCOMPARE(last.tensors.at("map.G2").shape, (Shape{2, 6, 2}));
        QCOMPARE(last.tensors.size(), smallLayout().tensors.size());
        QVERIFY(!contentOf(run / "last.safetensors").contains(m_folder.path().toUtf8()));
        QVERIFY(last.metadata.contains("spec") && last.metadata.contains("classes") &&
                last.metadata.contains("statistics"));
    }

    void metricsHaveOneRowAnEpoch() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        for (int epoch = 1; epoch <= 3; ++epoch) writer.commit(stateAfter(epoch, 1));
        const auto lines = contentOf(run / "metrics.csv").trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0],
                 QByteArray("epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,learningRate,"
                            "clipsPerSecond,seconds,gradientNorm,gateSaturation,validationMeanPrecision"));
        QVERIFY(lines[2].startsWith("2,"));
        QCOMPARE(lines[2].split(',').at(3), QByteArray()); // no validation in this epoch
        QVERIFY(sameBits(lines[1].split(',').at(7).toDouble(), record(1).seconds));
    }

    void reopeningRepairsWhatAKillLeft() {
        const auto run = newRun();
        const auto cleanRun = newRun();
        {
            auto writer = RunWriter::create(cleanRun, m_header);
            for (int epoch = 1; epoch <= 3; ++epoch) writer.commit(stateAfter(epoch, epoch));
        }
        {
            auto writer = RunWriter::create(run, m_header);
            for (int epoch = 1; epoch <= 2; ++epoch) writer.commit(stateAfter(epoch, epoch));
        }
        // As if killed right after the commit point of epoch 3: nothing is derived, a row is torn, a
        // temporary file is left.
        fs::copy_file(cleanRun / "last.state", run / "last.state", fs::copy_options::overwrite_existing);
        putContent(run / "metrics.csv", contentOf(run / "metrics.csv") + "3,0.1");
        putContent(run / ".best.safetensors.123.part", "half");
        QCOMPARE(readBest(run).weights, stateAfter(3, 3).weights); // right even before the repair
        { auto writer = RunWriter::reopen(run, m_header.spec); }
        for (const char* name : {"metrics.csv", "last.safetensors", "best.safetensors", "run.json"})
            QCOMPARE(contentOf(run / name), contentOf(cleanRun / name));
        QVERIFY(!fs::exists(run / ".best.safetensors.123.part"));
    }

    void rowsBeyondTheCommitPointAreTrimmed() {
        const auto run = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(2, 1)); }
        const QByteArray right = contentOf(run / "metrics.csv");
        putContent(run / "metrics.csv", right + "3,1,1,1,1,1,1,1\n");
        { auto writer = RunWriter::reopen(run, m_header.spec); }
        QCOMPARE(contentOf(run / "metrics.csv"), right);
    }

    void resumingGoesOn() {
        const auto run = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(2, 1)); }
        ExperimentSpec longer = m_header.spec;
        longer.training.epochs = 50;
        auto writer = RunWriter::reopen(run, longer);
        writer.commit(stateAfter(3, 3));
        QCOMPARE(readHeader(run).spec.training.epochs, 50);
        QCOMPARE(readHeader(run).trainClips, m_header.trainClips);
        QCOMPARE(contentOf(run / "metrics.csv").count('\n'), 4);
        QCOMPARE(readBest(run).weights, stateAfter(3, 3).weights);
    }

    void oneWriterAtATime() {
        const auto run = newRun();
        {
            auto writer = RunWriter::create(run, m_header);
            writer.commit(stateAfter(1, 1));
            QVERIFY_EXCEPTION_THROWN(RunWriter::reopen(run, m_header.spec), Error);
            QVERIFY(readState(run)); // reading goes on
            auto moved = std::move(writer);
            QVERIFY_EXCEPTION_THROWN(RunWriter::reopen(run, m_header.spec), Error);
        }
        RunWriter::reopen(run, m_header.spec);
    }

    void createRefusesWhatIsThere() {
        const auto run = newRun();
        { RunWriter::create(run, m_header); }
        QVERIFY_EXCEPTION_THROWN(RunWriter::create(run, m_header), Error);
        const auto foreign = newRun();
        fs::create_directory(foreign);
        putContent(foreign / "notes.txt", "mine");
        QVERIFY_EXCEPTION_THROWN(RunWriter::create(foreign, m_header), Error);
        QCOMPARE(QDir(QString::fromStdString(foreign.string()))
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                     .size(),
                 1);
        const auto file = newRun();
        putContent(file, "a file");
        QVERIFY_EXCEPTION_THROWN(RunWriter::create(file, m_header), Error);
        // What a start leaves that was killed before run.json is no obstacle.
        const auto killed = newRun();
        fs::create_directory(killed);
        putContent(killed / ".lock", "");
        putContent(killed / "clips.json", "{");
        RunWriter::create(killed, m_header).commit(stateAfter(1, 1));
    }

    void aFullDiskLosesNothing() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        writer.commit(stateAfter(1, 1));
        const QByteArray before = contentOf(run / "last.state");
        // A limit on the size of files stands in for a full disk.
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        rlimit tight{1000, old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        QString message;
        try {
            writer.commit(stateAfter(2, 2));
        } catch (const Error& failure) {
            message = failure.what();
        }
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY2(message.contains("last.state"), qPrintable(message));
        QCOMPARE(contentOf(run / "last.state"), before);
        verifySame(*readState(run), stateAfter(1, 1));
        QCOMPARE(readBest(run).weights, stateAfter(1, 1).weights);
        writer.commit(stateAfter(2, 2)); // space is back
        QCOMPARE(readState(run)->epoch, 2);
    }

    void aRemovedFolderIsSaid() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        fs::remove_all(run);
        QVERIFY_EXCEPTION_THROWN(writer.commit(stateAfter(1, 1)), Error);
    }

    void killedAtAnyMoment() {
        for (int delay :
             {0, 300, 700, 1500, 3000, 6000}) { // microseconds: wherever it hits, the run must open
            const auto run = newRun();
            { RunWriter::create(run, m_header).commit(stateAfter(1, 1)); }
            const pid_t child = fork();
            if (child == 0) {
                auto writer = RunWriter::reopen(run, m_header.spec);
                for (int epoch = 2;; ++epoch) writer.commit(stateAfter(epoch, epoch));
            }
            usleep(static_cast<useconds_t>(delay));
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            const auto state = readState(run);
            QVERIFY(state);
            QCOMPARE(state->weights, stateAfter(state->epoch, state->epoch).weights);
            QCOMPARE(readBest(run).weights, state->weights);
            { auto writer = RunWriter::reopen(run, m_header.spec); }
            QCOMPARE(contentOf(run / "metrics.csv").count('\n'), state->epoch + 1);
            QCOMPARE(readBest(run).weights, state->weights);
        }
    }

    void damagedRunsAreErrors_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char* name, const char* file, const char* from, const char* to) {
            QTest::newRow(name) << file << QByteArray(from) << QByteArray(to);
        };
        row("absolute clip", "clips.json", "jump/1.avi", "/etc/passwd");
        row("clip outside", "clips.json", "jump/1.avi", "a/../../b.avi");
        row("unknown key", "run.json", "\"dataRoot\"", "\"dataroot\"");
        row("later format", "run.json", "\"format\": 1", "\"format\": 2");
        row("too many classes", "run.json", "\"classes\": 2", "\"classes\": 3");
        row("hostile spec", "run.json", "\"frames\": 6", "\"frames\": -6");
        row("frames that do not fit the modes", "run.json", "\"width\": 4", "\"width\": 400");
        row("no statistics", "run.json", "\"deviation\"", "\"deviations\"");
        row("torn", "run.json", "\"version\"", "");
    }

    void damagedRunsAreErrors() {
        QFETCH(QString, file);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto run = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(1, 1)); }
        const auto path = run / file.toStdString();
        const QByteArray good = contentOf(path);
        QVERIFY(good.contains(from));
        putContent(path, QByteArray(good).replace(from, to));
        try {
            readHeader(run);
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString(failure.what()).contains(file), failure.what());
        }
    }

    void damagedStatesAreErrors() {
        const auto run = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(2, 1)); }
        const QByteArray good = contentOf(run / "last.state");
        const auto refused = [&](const QByteArray& from, const QByteArray& to) {
            if (!good.contains(from)) return false;
            putContent(run / "last.state", QByteArray(good).replace(from, to));
            try {
                readState(run);
                return false;
            } catch (const Error&) {
                return true;
            }
        };
        QVERIFY(refused("\\\"epoch\\\":2", "\\\"epoch\\\":3"));
        QVERIFY(refused("\\\"bestEpoch\\\":1", "\\\"bestEpoch\\\":9"));
        QVERIFY(refused("\\\"batch\\\":0", "\\\"batch\\\":-1"));
        QVERIFY(refused("m0.cell.b", "m2.cell.b"));
        QVERIFY(refused("w.map.G1", "w.map.G9"));
        QVERIFY(refused("rankscope-state-2", "rankscope-state-3"));
        putContent(run / "last.state", good.left(good.size() - 1));
        QVERIFY_EXCEPTION_THROWN(readState(run), Error);
        putContent(run / "last.state", good);
        verifySame(*readState(run), stateAfter(2, 1));
    }
};

QTEST_APPLESS_MAIN(TestRunWriter)
#include "test_run_writer.moc"
