// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/spec_json.h"
#include "engine/storage/state_file.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>

#include <limits>

using namespace rankscope;
namespace fs = std::filesystem;

/// Runs whose ranks changed on the way.
class TestRunRanks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_runs = 0;
    fs::path newRun() { return m_folder.filePath(QString("run%1").arg(++m_runs)).toStdString(); }
    const RunHeader m_header = smallHeader();

private slots:
    void ranksOfTheCommittedStateHold() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        writer.commit(stateAfter(1, 1));
        const TrainerState grown = grownStateAfter(2, 1);
        writer.commit(grown);
        verifySame(*readState(run), grown);
        QVERIFY(readHeader(run).spec.model == grown.model);
        QVERIFY(readSpecFile(run / "run.json").model == grown.model);
        const SavedModel best = readBest(run); // of an earlier epoch, with the ranks of that time
        QVERIFY(best.model == m_header.spec.model);
        QCOMPARE(best.weights, stateAfter(1, 1).weights);
        writer.commit(grownStateAfter(3, 3));
        QVERIFY(readBest(run).model == grown.model);
        QCOMPARE(readBest(run).weights, grownStateAfter(3, 3).weights);
    }

    void ranksChangedAfterTheBestEpochAreNotItsWeights() {
        const auto run = newRun();
        auto writer = RunWriter::create(run, m_header);
        writer.commit(stateAfter(2, 2));
        TrainerState stopped = grownStateAfter(2, 2); // before the first batch of the next epoch
        stopped.rankChanges.back().epoch = 2;
        stopped.rankChanges.back().batch = 0;
        writer.commit(stopped);
        QVERIFY(readBest(run).model == m_header.spec.model);
        QCOMPARE(readBest(run).weights, stateAfter(2, 2).weights);
        verifySame(*readState(run), stopped);
    }

    void oneNumberForAllRanksStaysOneNumber() {
        RunHeader header = m_header;
        header.spec.model.map.inModes = {4, 3, 2};
        header.spec.model.map.outModes = {2, 2, 1};
        header.spec.model.map.ranks = {2};
        TrainerState state;
        state.model = completedModel(header.spec.model);
        const auto size = static_cast<std::size_t>(layoutOf(state.model).size);
        state.weights.resize(size);
        state.optimizer.moments.assign(2, std::vector<float>(size));
        const auto run = newRun();
        { RunWriter::create(run, header).commit(state); }
        QVERIFY(readHeader(run).spec == header.spec);
        QVERIFY(readSpecFile(run / "run.json") == header.spec);
        QVERIFY(readBest(run).model == state.model);
    }

    void aKillRightAfterTheCommitOfNewRanks() {
        const auto run = newRun(), cleanRun = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(1, 1)); }
        {
            auto writer = RunWriter::create(cleanRun, m_header);
            writer.commit(stateAfter(1, 1));
            writer.commit(grownStateAfter(2, 2));
        }
        fs::copy_file(cleanRun / "last.state", run / "last.state", fs::copy_options::overwrite_existing);
        QVERIFY(readHeader(run).spec.model == grownStateAfter(2, 2).model);
        QCOMPARE(readBest(run).weights, grownStateAfter(2, 2).weights);
        { auto writer = RunWriter::reopen(run, m_header.spec); } // with the ranks it was begun with
        for (const char* name : {"metrics.csv", "last.safetensors", "best.safetensors", "run.json"})
            QCOMPARE(contentOf(run / name), contentOf(cleanRun / name));
    }

    void weightsOfAnotherModelAreRefused() {
        const auto run = newRun();
        {
            auto writer = RunWriter::create(run, m_header);
            writer.commit(stateAfter(1, 1));
            writer.commit(grownStateAfter(2, 1));
        }
        const QByteArray best = contentOf(run / "best.safetensors"), state = contentOf(run / "last.state");
        const auto refused = [&](const char* file, const QByteArray& good, const QByteArray& from,
                                 const QByteArray& to) {
            if (!good.contains(from) || from.size() != to.size()) return false;
            putContent(run / file, QByteArray(good).replace(from, to));
            bool thrown = false;
            try {
                readBest(run);
                readState(run);
            } catch (const Error&) {
                thrown = true;
            }
            putContent(run / file, good);
            return thrown;
        };
        QVERIFY(refused("best.safetensors", best, "\\\"ranks\\\":[2]", "\\\"ranks\\\":[3]"));
        QVERIFY(refused("best.safetensors", best, "\\\"ranks\\\":[2]", "\\\"ranks\\\":[0]"));
        QVERIFY(refused("best.safetensors", best, "\\\"outModes\\\":[2,2]", "\\\"outModes\\\":[4,1]"));
        QVERIFY(refused("best.safetensors", best, "\\\"lstm\\\"", "\\\"srnn\\\""));
        QVERIFY(refused("last.state", state, "\\\"ranks\\\":[4]", "\\\"ranks\\\":[3]"));
        QVERIFY(refused("last.state", state, "\\\"ranks\\\":[4]", "\\\"ranks\\\":[9]"));
        QVERIFY(refused("last.state", state, "\\\"lstm\\\"", "\\\"srnn\\\""));
        QVERIFY(refused("last.state", state, "momentRanges", "momentRangez"));
        readBest(run);
        verifySame(*readState(run), grownStateAfter(2, 1));
    }

    void rangesOfMomentsMustFit() {
        const auto run = newRun();
        { RunWriter::create(run, m_header).commit(stateAfter(1, 1)); }
        const auto refused = [&](const std::vector<MomentRange>& ranges) {
            TrainerState state = stateAfter(1, 1);
            state.optimizer.ranges = ranges;
            writeState(run / "last.state", state);
            try {
                readState(run);
                return false;
            } catch (const Error&) {
                return true;
            }
        };
        const Index all = smallLayout().size;
        QVERIFY(!refused({{all - 3, 0, 5}, {3, 7, 7}}));
        QVERIFY(refused({{all - 3, 0, 5}, {4, 7, 7}}));
        QVERIFY(refused({{all - 3, 0, 5}, {2, 7, 7}}));
        QVERIFY(refused({{all, 0, std::numeric_limits<std::int64_t>::max()}}));
        QVERIFY(refused({{all, -1, 0}}));
        QVERIFY(refused({{all, 0, 0}, {0, 0, 0}}));
    }
};

QTEST_APPLESS_MAIN(TestRunRanks)
#include "test_run_ranks.moc"
