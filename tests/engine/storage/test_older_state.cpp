// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/metrics_csv.h"
#include "engine/storage/state_file.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;

/// Files of versions that knew neither gradient norm nor gate saturation, or no mean average precision.
class TestOlderState : public QObject {
    Q_OBJECT
private slots:
    void missesWhatWasNotRecorded_data() {
        QTest::addColumn<int>("batch");
        QTest::newRow("between epochs") << 0;
        QTest::newRow("in the middle of one") << 2;
    }
    void missesWhatWasNotRecorded() {
        QFETCH(int, batch);
        QTemporaryDir folder;
        const std::filesystem::path path = (folder.path() + "/last.state").toStdString();
        TrainerState state = stateAfter(3, 2);
        state.batch = batch;
        writeState(path, state);
        writeOlder(path, 8, 4);
        const TrainerState read = readState(TensorReader(path));
        QVERIFY(!read.startSaturation);
        for (EpochRecord& record : state.history)
            record.gradientNorm = record.gateSaturation = record.validationMeanPrecision = {};
        state.startSaturation = {};
        state.gradientNormSum = read.gradientNormSum;
        state.gateSaturationSum = read.gateSaturationSum;
        verifySame(read, state);
        // an epoch of which a part was not measured has no mean
        QCOMPARE(std::isnan(read.gradientNormSum), batch > 0);
        QCOMPARE(QByteArray::fromStdString(metricsRow(read.history[0])).count(','), 10);
        QVERIFY(metricsRow(read.history[0]).ends_with(",,\n"));
    }

    void missesTheMeanPrecisionAlone() {
        QTemporaryDir folder;
        const std::filesystem::path path = (folder.path() + "/last.state").toStdString();
        TrainerState state = stateAfter(3, 2);
        writeState(path, state);
        writeOlder(path, 10, 7);
        for (EpochRecord& record : state.history) record.validationMeanPrecision = {};
        verifySame(readState(TensorReader(path)), state);
    }

    void mixedWidthsAreRefused() {
        QTemporaryDir folder;
        const std::filesystem::path path = (folder.path() + "/last.state").toStdString();
        for (const auto& [columns, sums] : {std::pair{8, 7}, {10, 4}, {10, 5}, {9, 7}, {0, 4}}) {
            writeState(path, stateAfter(3, 2));
            writeOlder(path, columns, sums);
            QVERIFY_EXCEPTION_THROWN(readState(TensorReader(path)), Error);
        }
    }

private:
    /// The same file with only the first columns of the history and the first sums.
    static void writeOlder(const std::filesystem::path& path, int columns, int sums) {
        std::vector<TensorSource> sources;
        std::vector<std::vector<float>> floats;
        std::vector<double> history, values;
        std::map<std::string, std::string> metadata;
        {
            const TensorReader reader(path);
            metadata = reader.metadata();
            floats.reserve(reader.tensors().size());
            for (const auto& [name, entry] : reader.tensors()) {
                if (entry.type == TensorType::F64) continue;
                reader.read(name, std::span<float>(floats.emplace_back(entry.count)));
                sources.push_back({name, entry.shape, std::span<const float>(floats.back())});
            }
            std::vector<double> rows(reader.entry("history").count);
            reader.read("history", std::span<double>(rows));
            for (std::size_t row = 0; row < rows.size() / 11; ++row)
                history.insert(history.end(), rows.begin() + std::ptrdiff_t(row) * 11,
                               rows.begin() + std::ptrdiff_t(row) * 11 + columns);
            values.resize(reader.entry("sums").count);
            reader.read("sums", std::span<double>(values));
        }
        values.resize(size_t(sums));
        sources.push_back({"history", {3, columns}, std::span<const double>(history)});
        sources.push_back({"sums", {sums}, std::span<const double>(values)});
        writeTensors(path, sources, metadata);
    }
};

QTEST_APPLESS_MAIN(TestOlderState)
#include "test_older_state.moc"
