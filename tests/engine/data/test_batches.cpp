// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/clip_writer.h"
#include "tests/engine/data/batch_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rankscope;

namespace {

/// Value i of frame number `frame` of a block, before scale and offset.
double rawValue(const FrameBlock& block, Index frame, Index i) {
    const auto at = static_cast<std::size_t>(frame * block.size + i);
    return block.bytes.empty() ? block.values[at] : block.bytes[at];
}

/// The definition of the input forms, written out once more.
double expectedValue(const RandomFrames& source, int clip, const std::vector<int>& shown, std::size_t t,
                     Index i, const DataSpec& spec) {
    const auto pixel = [&](std::size_t k) {
        return static_cast<double>(source.frame(clip, shown[k])[static_cast<std::size_t>(i)]);
    };
    double reference = 0;
    switch (spec.input) {
    case InputForm::Raw:
        return pixel(t);
    case InputForm::FirstDifference:
        reference = pixel(0);
        break;
    case InputForm::PreviousDifference:
        reference = pixel(t == 0 ? 0 : t - 1);
        break;
    case InputForm::MeanDifference:
        for (std::size_t k = 0; k < shown.size(); ++k)
            reference += pixel(k) / static_cast<double>(shown.size());
    }
    const double difference = pixel(t) - reference;
    return spec.absolute ? std::abs(difference) : difference;
}

} // namespace

class TestBatches : public QObject {
    Q_OBJECT

private slots:
    void evaluationTakesTheMiddleOfEachSegment() {
        QCOMPARE(evaluationFrames(24, 6), (std::vector<int>{2, 6, 10, 14, 18, 22}));
        QCOMPARE(evaluationFrames(6, 6), (std::vector<int>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(evaluationFrames(7, 3), (std::vector<int>{1, 3, 5}));
        QCOMPARE(evaluationFrames(2, 6), (std::vector<int>{0, 0, 0, 1, 1, 1}));
        QCOMPARE(evaluationFrames(1, 3), (std::vector<int>{0, 0, 0}));
    }

    void trainingTakesOneFrameOfEachSegment() {
        std::set<std::vector<int>> draws;
        std::vector<std::set<int>> seen(6);
        for (int epoch = 0; epoch < 200; ++epoch) {
            const auto chosen = trainingFrames(20, 6, 1, epoch, 5);
            QCOMPARE(chosen.size(), std::size_t{6});
            for (int k = 0; k < 6; ++k) {
                const int frame = chosen[static_cast<std::size_t>(k)];
                QVERIFY(frame >= k * 20 / 6 && frame < (k + 1) * 20 / 6);
                seen[static_cast<std::size_t>(k)].insert(frame);
            }
            draws.insert(chosen);
        }
        QVERIFY(draws.size() > 100);
        QCOMPARE(std::accumulate(seen.begin(), seen.end(), std::size_t{0},
                                 [](auto sum, auto& set) { return sum + set.size(); }),
                 std::size_t{20});
        QVERIFY(trainingFrames(20, 6, 1, 0, 5) == trainingFrames(20, 6, 1, 0, 5));
        QCOMPARE(trainingFrames(2, 6, 1, 0, 5), evaluationFrames(2, 6));
    }

    void everyFormMatchesItsDefinition_data() {
        QTest::addColumn<InputForm>("input");
        QTest::addColumn<bool>("absolute");
        QTest::addColumn<bool>("bytes");
        QTest::newRow("raw") << InputForm::Raw << false << true;
        QTest::newRow("mean") << InputForm::MeanDifference << false << false;
        QTest::newRow("mean absolute") << InputForm::MeanDifference << true << false;
        QTest::newRow("first") << InputForm::FirstDifference << false << false;
        QTest::newRow("first absolute") << InputForm::FirstDifference << true << true;
        QTest::newRow("previous") << InputForm::PreviousDifference << false << false;
        QTest::newRow("previous absolute") << InputForm::PreviousDifference << true << true;
    }
    void everyFormMatchesItsDefinition() {
        QFETCH(InputForm, input);
        QFETCH(bool, absolute);
        QFETCH(bool, bytes);
        const DataSpec spec = specOf(input, absolute);
        const RandomFrames source({7, 3, 1, 12, 5}, width, height);
        LoaderPlan plan;
        plan.clips = {3, 0, 2, 4};
        plan.batch = 3;
        BatchLoader loader(source, spec, unit, plan, 2);
        QCOMPARE(loader.batches(), 2);
        Batch batch;
        std::vector<int> seen;
        while (loader.next(batch)) {
            for (std::size_t b = 0; b < batch.places.size(); ++b)
                QCOMPARE(batch.places[b], static_cast<int>(seen.size() + b));
            QVERIFY(batch.endsStep && batch.stepClips == static_cast<int>(batch.clips.size()));
            const auto clips = static_cast<Index>(batch.clips.size());
            QCOMPARE(batch.frames.clips, clips);
            QCOMPARE(batch.frames.count, clips * spec.frames);
            QCOMPARE(batch.frames.size, Index{frameSize});
            QCOMPARE(batch.frames.bytes.empty(), !bytes);
            QCOMPARE(batch.frames.values.empty(), bytes);
            for (Index b = 0; b < clips; ++b) {
                const int clip = batch.clips[static_cast<std::size_t>(b)];
                const auto shown = evaluationFrames(source.candidates(clip), spec.frames);
                for (std::size_t t = 0; t < shown.size(); ++t)
                    for (Index i = 0; i < frameSize; ++i)
                        QVERIFY(std::abs(rawValue(batch.frames, static_cast<Index>(t) * clips + b, i) -
                                         expectedValue(source, clip, shown, t, i, spec)) < 1e-4);
                seen.push_back(clip);
            }
        }
        QCOMPARE(seen, plan.clips);
    }

    void statisticsStandardiseTheInput_data() { everyFormMatchesItsDefinition_data(); }
    void statisticsStandardiseTheInput() {
        QFETCH(InputForm, input);
        QFETCH(bool, absolute);
        const DataSpec spec = specOf(input, absolute);
        const RandomFrames source(std::vector<int>(9, 10), width, height);
        const PixelStatistics statistics = measurePixels(source, allClips(source), spec);
        LoaderPlan plan;
        plan.clips = allClips(source);
        BatchLoader loader(source, spec, statistics, plan, 1);
        Batch batch;
        QVERIFY(loader.next(batch));
        for (Index c = 0; c < 3; ++c) {
            double sum = 0, squares = 0, count = 0;
            for (Index frame = 0; frame < batch.frames.count; ++frame)
                for (Index i = c; i < frameSize; i += 3) {
                    const auto channel = static_cast<std::size_t>(c);
                    const double x = batch.frames.scale[channel] * rawValue(batch.frames, frame, i) +
                                     batch.frames.offset[channel];
                    sum += x;
                    squares += x * x;
                    ++count;
                }
            QVERIFY(std::abs(sum / count) < 1e-4);
            QVERIFY(std::abs(squares / count - 1) < 1e-4);
        }
    }

    void aFixedScaleReplacesTheStatistics() {
        const RandomFrames source({4}, width, height);
        LoaderPlan plan;
        plan.clips = {0};
        plan.inputScale = 0.5;
        Batch batch;
        QVERIFY(BatchLoader(source, specOf(InputForm::Raw), unit, plan, 1).next(batch));
        QCOMPARE(batch.frames.scale, std::vector<float>(3, 0.5f));
        QCOMPARE(batch.frames.offset, std::vector<float>(3, -64.0f));
        QVERIFY(BatchLoader(source, specOf(InputForm::FirstDifference), unit, plan, 1).next(batch));
        QCOMPARE(batch.frames.scale, std::vector<float>(3, 0.5f));
        QCOMPARE(batch.frames.offset, std::vector<float>(3, 0.0f));
    }

    void constantChannelsAreNotBlownUp() {
        const RandomFrames source({4}, width, height);
        LoaderPlan plan;
        plan.clips = {0};
        Batch batch;
        QVERIFY(BatchLoader(source, specOf(InputForm::Raw), {{7, 7, 7}, {0, 0, 0}}, plan, 1).next(batch));
        QCOMPARE(batch.frames.scale, std::vector<float>(3, 1.0f));
        QVERIFY_EXCEPTION_THROWN(BatchLoader(source, specOf(InputForm::Raw), {{7}, {1}}, plan, 1), Error);
    }

    void oneClipLooksAsInEvaluation() {
        const DataSpec spec = specOf(InputForm::MeanDifference, true);
        const RandomFrames source({9}, width, height);
        std::vector<std::vector<std::uint8_t>> candidates;
        for (int k = 0; k < 9; ++k)
            candidates.emplace_back(source.frame(0, k).begin(), source.frame(0, k).end());
        const PixelStatistics statistics{{1, 2, 3}, {4, 5, 6}};
        const FrameBlock block = evaluationBlock(candidates, spec, statistics);
        LoaderPlan plan;
        plan.clips = {0};
        Batch batch;
        QVERIFY(BatchLoader(source, spec, statistics, plan, 1).next(batch));
        QVERIFY(block.values == batch.frames.values);
        QVERIFY(block.scale == batch.frames.scale && block.offset == batch.frames.offset);
        QCOMPARE(block.count, Index{3});

        DataSpec shuffled = specOf(InputForm::Raw); // by its number in the data set
        shuffled.frameOrder = TimeOrder::Shuffled;
        bool differs = false;
        for (int clip = 0; clip < 8; ++clip) {
            const RandomFrames nine(std::vector<int>(8, 9), width, height);
            plan.clips = {clip};
            QVERIFY(BatchLoader(nine, shuffled, statistics, plan, 1).next(batch));
            for (int k = 0; k < 9; ++k)
                candidates[static_cast<std::size_t>(k)].assign(nine.frame(clip, k).begin(),
                                                               nine.frame(clip, k).end());
            QVERIFY(evaluationBlock(candidates, shuffled, statistics, 0, clip).bytes == batch.frames.bytes);
            differs |= evaluationBlock(candidates, shuffled, statistics).bytes != batch.frames.bytes;
        }
        QVERIFY(differs);

        candidates[4].pop_back();
        QVERIFY_EXCEPTION_THROWN(evaluationBlock(candidates, spec, statistics), Error);
        QVERIFY_EXCEPTION_THROWN(evaluationBlock({}, spec, statistics), Error);
    }
};

QTEST_APPLESS_MAIN(TestBatches)
#include "test_batches.moc"
