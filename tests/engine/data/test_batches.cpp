// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/batches.h"
#include "engine/data/clip_writer.h"
#include "tests/engine/data/random_frames.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace rankscope;

namespace {

constexpr int width = 5, height = 4, frameSize = width * height * 3;

DataSpec specOf(InputForm input, bool absolute = false, int frames = 3) {
    DataSpec spec;
    spec.width = width;
    spec.height = height;
    spec.frames = frames;
    spec.input = input;
    spec.absolute = absolute;
    spec.augment = Augmentation::off();
    return spec;
}

const PixelStatistics unit{{0, 0, 0}, {1, 1, 1}};

std::vector<int> allClips(const FrameSource& source) {
    std::vector<int> all(static_cast<std::size_t>(source.clips()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

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

struct Collected {
    std::vector<int> clips;
    std::vector<std::uint8_t> bytes;
    std::vector<float> values;
    bool operator==(const Collected&) const = default;
};

Collected collect(const FrameSource& source, const DataSpec& spec, const LoaderPlan& plan, int threads) {
    BatchLoader loader(source, spec, unit, plan, threads);
    Collected all;
    Batch batch;
    while (loader.next(batch)) {
        all.clips.insert(all.clips.end(), batch.clips.begin(), batch.clips.end());
        all.bytes.insert(all.bytes.end(), batch.frames.bytes.begin(), batch.frames.bytes.end());
        all.values.insert(all.values.end(), batch.frames.values.begin(), batch.frames.values.end());
    }
    return all;
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

    void threadsChangeNothing_data() {
        QTest::addColumn<InputForm>("input");
        QTest::addColumn<bool>("absolute");
        QTest::newRow("raw") << InputForm::Raw << false;
        QTest::newRow("signed") << InputForm::PreviousDifference << false;
        QTest::newRow("mean") << InputForm::MeanDifference << true;
    }
    void threadsChangeNothing() {
        QFETCH(InputForm, input);
        QFETCH(bool, absolute);
        DataSpec spec = specOf(input, absolute);
        spec.augment = Augmentation{0.2, 0.1, 0.2, 0.2, true};
        const RandomFrames source(std::vector<int>(50, 12), width, height);
        LoaderPlan plan;
        plan.clips = allClips(source);
        plan.batch = 7;
        plan.training = true;
        plan.seed = 4;
        plan.epoch = 2;
        const Collected one = collect(source, spec, plan, 1);
        QCOMPARE(one.clips.size(), std::size_t{50});
        for (const int threads : {2, 5}) QVERIFY(collect(source, spec, plan, threads) == one);
        plan.epoch = 3;
        const Collected later = collect(source, spec, plan, 2);
        QVERIFY(later.clips != one.clips);
        plan.seed = 5;
        QVERIFY(collect(source, spec, plan, 2).clips != later.clips);
    }

    void anEpochShowsEachClipOnce() {
        const RandomFrames source(std::vector<int>(23, 6), width, height);
        LoaderPlan plan;
        plan.clips = {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21};
        plan.batch = 4;
        plan.training = true;
        std::vector<int> shown = collect(source, specOf(InputForm::Raw), plan, 3).clips;
        QVERIFY(shown != plan.clips);
        std::ranges::sort(shown);
        QCOMPARE(shown, plan.clips);
    }

    void aClipIsDrawnAlikeWhateverItsBatch() {
        DataSpec spec = specOf(InputForm::Raw);
        spec.augment = Augmentation{};
        const RandomFrames source(std::vector<int>(8, 12), width, height);
        LoaderPlan plan;
        plan.training = true;
        plan.clips = {5};
        const Collected alone = collect(source, spec, plan, 1);
        plan.clips = {2, 5, 6};
        plan.batch = 1;
        const Collected among = collect(source, spec, plan, 1);
        const auto place =
            static_cast<std::ptrdiff_t>(std::ranges::find(among.clips, 5) - among.clips.begin());
        const std::ptrdiff_t bytes = 3 * frameSize;
        QVERIFY(std::equal(alone.bytes.begin(), alone.bytes.end(), among.bytes.begin() + place * bytes));
    }

    void resumesInTheMiddleOfAnEpoch() {
        const RandomFrames source(std::vector<int>(20, 6), width, height);
        LoaderPlan plan;
        plan.clips = allClips(source);
        plan.batch = 6;
        plan.training = true;
        const Collected whole = collect(source, specOf(InputForm::Raw), plan, 2);
        plan.firstBatch = 2;
        const Collected rest = collect(source, specOf(InputForm::Raw), plan, 2);
        QCOMPARE(rest.clips, std::vector<int>(whole.clips.begin() + 12, whole.clips.end()));
        QVERIFY(std::equal(rest.bytes.begin(), rest.bytes.end(), whole.bytes.begin() + 12 * 3 * frameSize));
        BatchLoader loader(source, specOf(InputForm::Raw), unit, plan, 2);
        QCOMPARE(loader.batches(), 4);
        Batch batch;
        QVERIFY(loader.next(batch));
        QCOMPARE(batch.places.front(), 12);
        plan.firstBatch = 99;
        QVERIFY(collect(source, specOf(InputForm::Raw), plan, 2).clips.empty());
    }

    void augmentationChangesTheWholeClipAlike() {
        DataSpec spec = specOf(InputForm::FirstDifference, true, 4);
        spec.augment = Augmentation{0.3, 0.1, 0.3, 0.3, true};
        const RandomFrames source({1, 1, 1}, width, height); // every frame of a clip is the same
        LoaderPlan plan;
        plan.clips = {0, 1, 2};
        plan.training = true;
        const Collected still = collect(source, spec, plan, 2);
        QVERIFY(std::ranges::all_of(still.bytes, [](std::uint8_t byte) { return byte == 0; }));
        spec.input = InputForm::Raw;
        const Collected changed = collect(source, spec, plan, 2);
        spec.augment = Augmentation::off();
        QVERIFY(changed.bytes != collect(source, spec, plan, 2).bytes);
    }

    void evaluationIsNotAugmented() {
        DataSpec spec = specOf(InputForm::Raw);
        spec.augment = Augmentation{};
        const RandomFrames source({9, 9}, width, height);
        LoaderPlan plan;
        plan.clips = {0, 1};
        const Collected shown = collect(source, spec, plan, 2);
        spec.augment = Augmentation::off();
        QVERIFY(collect(source, spec, plan, 2) == shown);
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

    void failuresReachTheReader() {
        RandomFrames source(std::vector<int>(30, 6), width, height);
        source.broken = 17;
        LoaderPlan plan;
        plan.clips = allClips(source);
        plan.batch = 5;
        BatchLoader loader(source, specOf(InputForm::Raw), unit, plan, 2);
        Batch batch;
        QVERIFY_EXCEPTION_THROWN(while (loader.next(batch)){}, std::runtime_error);
        const RandomFrames empty({4, 0}, width, height);
        plan.clips = {1};
        BatchLoader none(empty, specOf(InputForm::Raw), unit, plan, 1);
        QVERIFY_EXCEPTION_THROWN(none.next(batch), Error);
    }

    void framesOfAnotherSizeAreRefused() {
        const RandomFrames source({4}, width + 1, height);
        LoaderPlan plan;
        plan.clips = {0};
        QVERIFY_EXCEPTION_THROWN(BatchLoader(source, specOf(InputForm::Raw), unit, plan, 1), Error);
        QVERIFY_EXCEPTION_THROWN(measurePixels(source, {0}, specOf(InputForm::Raw)), Error);
    }

    void aLoaderCanBeDroppedAtAnyTime() {
        const RandomFrames source(std::vector<int>(100, 6), width, height);
        LoaderPlan plan;
        plan.clips = allClips(source);
        plan.batch = 3;
        for (int used = 0; used < 5; ++used) {
            BatchLoader loader(source, specOf(InputForm::Raw), unit, plan, 3);
            Batch batch;
            for (int i = 0; i < used; ++i) QVERIFY(loader.next(batch));
        }
    }

    void memoryGoesRound() {
        const RandomFrames source(std::vector<int>(64, 6), width, height);
        LoaderPlan plan;
        plan.clips = allClips(source);
        plan.batch = 4;
        BatchLoader loader(source, specOf(InputForm::Raw), unit, plan, 1);
        std::set<const std::uint8_t*> places;
        Batch batch;
        while (loader.next(batch)) places.insert(batch.frames.bytes.data());
        QVERIFY(places.size() <= 4);
    }
};

QTEST_APPLESS_MAIN(TestBatches)
#include "test_batches.moc"
