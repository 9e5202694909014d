// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/experiment/compare_runs.h"
#include "engine/storage/predictions_file.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;
namespace fs = std::filesystem;

/// Runs whose predictions are chosen, so that every number of the comparison is known.
class TestCompareRuns : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_runs = 0;

    /// Eight test clips of four groups; `right[i]`: whether clip i is told right.
    fs::path run(const RunHeader& header, const std::string& right, double validation = 0.5,
                 const char* set = "test", std::optional<double> precision = {}) {
        const fs::path folder = fs::path(m_folder.path().toStdString()) / std::to_string(++m_runs);
        TrainerState state = stateAfter(1, 1);
        state.model = completedModel(header.spec.model);
        state.weights.assign(size_t(layoutOf(state.model).size), 0.0f);
        state.optimizer = {};
        state.history[0].validationAccuracy = validation;
        state.history[0].validationMeanPrecision = precision;
        RunWriter::create(folder, header).commit(state);
        Predictions predictions{1, header.classes, {}};
        for (size_t i = 0; i < right.size(); ++i)
            predictions.clips.push_back(
                {set,
                 "clip " + std::to_string(i),
                 "group " + std::to_string(i / 2),
                 {0},
                 right[i] == '1' ? std::vector{0.9f, 0.1f} : std::vector{0.1f, 0.9f}});
        writePredictions(folder, predictions);
        return folder;
    }
    static RunHeader seeded(std::uint64_t seed, double rate = 0.1) {
        RunHeader header = smallHeader();
        header.spec.training.seed = seed;
        header.spec.training.learningRate = rate;
        return header;
    }

private slots:
    void seedsAreOneLine() {
        RunHeader other = seeded(1);
        other.spec.model.cell.kind = CellKind::Mean;
        const auto first = run(other, "11110000");
        const RunComparison result = compareRuns(
            {first, run(seeded(1), "11111100"), run(seeded(2), "11111000"), run(seeded(3), "11111110")});
        QCOMPARE(result.set, "test");
        QVERIFY(result.hasBaseline);
        QCOMPARE(result.settings.size(), size_t(2));
        QVERIFY(!result.settings[0].toFirst);
        QCOMPARE(result.settings[0].accuracy.mean, 0.5);
        QCOMPARE(result.settings[0].accuracy.count, 1);
        const ComparedSetting& seeds = result.settings[1];
        QCOMPARE(seeds.runs.size(), size_t(3));
        QCOMPARE(seeds.accuracy.count, 3);
        QCOMPARE(seeds.accuracy.mean, 0.75);
        QCOMPARE(seeds.accuracy.deviation, 0.125);
        QCOMPARE(seeds.estimate.accuracy, 0.75);
        QCOMPARE(seeds.estimate.units, 4);
        QVERIFY(seeds.estimate.groups);
        QCOMPARE(seeds.toFirst->clips, 8);
        QCOMPARE(seeds.toFirst->difference, 0.25);
        QVERIFY(!seeds.toFirst->mcNemar);
        QCOMPARE(seeds.counts.inputToHidden, countParameters(seeded(1).spec.model).inputToHidden);
    }

    void seedsWithOtherClipsAreTwoEstimates() {
        // the second run saw two clips alone, and told them wrong
        const RunComparison result = compareRuns({run(seeded(1), "11111111"), run(seeded(2), "00")});
        const ComparedSetting& setting = result.settings.at(0);
        QCOMPARE(setting.accuracy.mean, 0.5);                   // of 1 and 0
        QCOMPARE(setting.estimate.accuracy, (6 + 2 * 0.5) / 8); // over the clips of both
        QVERIFY(setting.estimate.interval->low <= setting.estimate.accuracy &&
                setting.estimate.accuracy <= setting.estimate.interval->high);
    }

    void theRateIsChosenOnValidation() {
        // the second rate is better on validation, and worse on the test
        const auto low = run(seeded(1, 0.1), "11111111", 0.6), high = run(seeded(1, 0.2), "10000000", 0.7),
                   highAgain = run(seeded(2, 0.2), "11000000", 0.6);
        const RunComparison result = compareRuns({low, high, highAgain});
        QCOMPARE(result.settings.size(), size_t(1));
        const ComparedSetting& setting = result.settings[0];
        QCOMPARE(setting.learningRate, 0.2);
        QCOMPARE(setting.runs, (std::vector<fs::path>{high, highAgain}));
        QCOMPARE(setting.accuracy.mean, 1.5 / 8);
        QCOMPARE(setting.rates.size(), size_t(2));
        QCOMPARE(setting.rates[0].runs, 1);
        QCOMPARE(*setting.rates[1].validation, 0.65);
    }

    void ofSeveralLabelsThePrecisionChooses() {
        // by the share of clips told without any mistake the first rate would be better
        const auto low = run(seeded(1, 0.1), "1111", 0.6, "test", 0.3),
                   high = run(seeded(1, 0.2), "1000", 0.2, "test", 0.8);
        const RunComparison result = compareRuns({low, high});
        QCOMPARE(result.settings.at(0).learningRate, 0.2);
        QCOMPARE(*result.settings[0].rates[1].validation, 0.8);
    }

    void singleRunsArePaired() {
        RunHeader grown = seeded(1);
        grown.spec.model.map.ranks = {3};
        const RunComparison result = compareRuns({run(seeded(1), "11110000"), run(grown, "11001111")});
        const auto& paired = *result.settings[1].toFirst;
        QCOMPARE(paired.onlyFirst, 2);
        QCOMPARE(paired.onlySecond, 4);
        QCOMPARE(*paired.mcNemar, exactMcNemar(2, 4));
        QVERIFY(!result.hasBaseline);
    }

    void validationWhereOneHasNoTest() {
        const auto tested = run(seeded(1), "1100"), validated = run(seeded(2), "1000", 0.5, "validation");
        QVERIFY_EXCEPTION_THROWN(compareRuns({tested, validated}), Error);
        QCOMPARE(compareRuns({validated}).set, "validation");
    }

    void othersAreRefused() {
        RunHeader header = seeded(1);
        header.dataIdentity = "ffff";
        const auto mine = run(seeded(1), "10"), other = run(header, "10"), none = run(seeded(1), "");
        QVERIFY_EXCEPTION_THROWN(compareRuns({mine, other}), Error);
        QVERIFY_EXCEPTION_THROWN(compareRuns({mine, none}), Error);
        QVERIFY_EXCEPTION_THROWN(compareRuns({}), Error);
        QVERIFY_EXCEPTION_THROWN(compareRuns({"nowhere"}), Error);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(compareRuns({mine}, stop.get_token()), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestCompareRuns)
#include "test_compare_runs.moc"
