// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "tests/engine/data/batch_samples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rankscope;

class TestBatchLoader : public QObject {
    Q_OBJECT

private slots:
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

QTEST_APPLESS_MAIN(TestBatchLoader)
#include "test_batch_loader.moc"
