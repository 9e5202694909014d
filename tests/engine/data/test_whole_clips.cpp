// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/shown_frames.h"
#include "engine/data/step_plan.h"
#include "tests/engine/data/random_frames.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace rankscope;

namespace {

constexpr int width = 4, height = 3;
const PixelStatistics unit{{0, 0, 0}, {1, 1, 1}};
using Frame = std::vector<std::uint8_t>;

DataSpec wholeSpec(int mostFrames = 1500) {
    DataSpec spec;
    spec.width = width;
    spec.height = height;
    spec.every = 2;
    spec.mostFrames = mostFrames;
    spec.augment = Augmentation::off();
    return spec;
}

LoaderPlan planOf(const FrameSource& source, bool training = false) {
    LoaderPlan plan;
    plan.clips.resize(static_cast<std::size_t>(source.clips()));
    std::iota(plan.clips.begin(), plan.clips.end(), 0);
    plan.batch = 3;
    plan.training = training;
    plan.seed = 5;
    return plan;
}

/// What each clip shows, frame after frame.
std::map<int, std::vector<Frame>> shownBy(const FrameSource& source, const DataSpec& spec,
                                          const LoaderPlan& plan, int threads) {
    std::map<int, std::vector<Frame>> shown;
    BatchLoader loader(source, spec, unit, plan, threads);
    for (Batch batch; loader.next(batch);) {
        const TimeSteps steps = stepsOf(batch.frames);
        for (std::size_t b = 0; b < batch.clips.size(); ++b)
            for (Index t = 0; t < steps.length(static_cast<Index>(b)); ++t) {
                const auto first =
                    batch.frames.bytes.begin() + (steps.first(t) + static_cast<Index>(b)) * batch.frames.size;
                shown[batch.clips[b]].emplace_back(first, first + batch.frames.size);
            }
    }
    return shown;
}

} // namespace

class TestWholeClips : public QObject {
    Q_OBJECT
private slots:
    void everyFrameOfEachClipIsShownOnceInOrder() {
        const RandomFrames source({7, 3, 1, 12, 5}, width, height);
        const auto shown = shownBy(source, wholeSpec(), planOf(source), 2);
        for (int clip = 0; clip < source.clips(); ++clip) {
            const auto& frames = shown.at(clip);
            QCOMPARE(static_cast<int>(frames.size()), source.candidates(clip));
            for (std::size_t t = 0; t < frames.size(); ++t)
                QVERIFY(std::ranges::equal(frames[t], source.frame(clip, static_cast<int>(t))));
        }
        QCOMPARE(shownBy(source, wholeSpec(4), planOf(source), 1).at(3).size(), std::size_t{4});
    }

    void longestClipsStandFirstAndPlacesTellTheOrder() {
        const RandomFrames source({2, 7, 3, 1, 12}, width, height);
        BatchLoader loader(source, wholeSpec(), unit, planOf(source), 2);
        QCOMPARE(loader.batches(), 2);
        Batch batch;
        QVERIFY(loader.next(batch));
        QCOMPARE(batch.clips, (std::vector<int>{1, 2, 0}));
        QCOMPARE(batch.places, (std::vector<int>{1, 2, 0}));
        const TimeSteps steps = stepsOf(batch.frames);
        QCOMPARE(steps.clips(), Index{3});
        QVERIFY(steps.length(0) == 7 && steps.length(1) == 3 && steps.length(2) == 2);
        QCOMPARE(batch.frames.count, Index{12});
        QVERIFY(batch.endsStep);
        QVERIFY(loader.next(batch));
        QCOMPARE(batch.clips, (std::vector<int>{4, 3}));
        QCOMPARE(batch.places, (std::vector<int>{4, 3}));
        QVERIFY(!loader.next(batch));
    }

    void stepsOfManyFramesComeInParts() {
        // 1 x 1 pixel: so small that the bound is on frames
        const RandomFrames source(
            {1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 200}, 1, 1);
        DataSpec spec = wholeSpec();
        spec.width = spec.height = 1;
        LoaderPlan plan = planOf(source, true);
        plan.batch = 12;
        const StepPlan steps = planSteps(source, spec, plan);
        QVERIFY(steps.parts.size() > 2);
        Index frames = 0;
        std::size_t next = 0;
        for (const StepPart& part : steps.parts) {
            QCOMPARE(part.first, next);
            next += static_cast<std::size_t>(part.clips);
            const auto* first = steps.lengths.data() + part.first;
            const Index held = std::accumulate(first, first + part.clips, Index{0});
            QVERIFY(held <= mostFramesOfPart(spec));
            frames += held;
        }
        QCOMPARE(next, std::size_t{13});
        QCOMPARE(frames, Index{12 * 1500 + 200});
        QCOMPARE(std::ranges::count(steps.parts, true, &StepPart::endsStep), std::ptrdiff_t{2});
        QCOMPARE(steps.parts.front().stepClips, 12);
        QCOMPARE(steps.parts.back().stepClips, 1);

        const auto all = shownBy(source, spec, plan, 1);
        QVERIFY(all == shownBy(source, spec, plan, 3));
        plan.firstBatch = 1; // goes on after a whole step
        const auto rest = shownBy(source, spec, plan, 2);
        QCOMPARE(rest.size(), std::size_t{1});
        QVERIFY(rest.begin()->second == all.at(rest.begin()->first));
    }

    void partsKeepToTheMemoryWhateverTheInput() {
        const RandomFrames source({64}, width, height);
        DataSpec spec = wholeSpec();
        for (const InputForm input : {InputForm::Raw, InputForm::FirstDifference, InputForm::MeanDifference})
            for (const bool absolute : {false, true}) {
                spec.input = input;
                spec.absolute = absolute;
                spec.width = width;
                spec.height = height;
                BatchLoader loader(source, spec, unit, planOf(source), 1);
                Batch batch;
                QVERIFY(loader.next(batch));
                const FrameBlock& block = batch.frames;
                const auto bytes = static_cast<double>(block.bytes.size() + 4 * block.values.size()) / 64;
                spec.width = spec.height = 512; // where memory bounds the frames
                const double large = bytes * 512 * 512 / (width * height);
                const auto most = static_cast<double>(mostFramesOfPart(spec));
                QVERIFY2(most * large <= 128e6 * 1.1 && (most + 1) * large > 128e6,
                         qPrintable(QString("%1 frames of %2 bytes").arg(most).arg(large)));
            }
    }

    void jitterTakesAPartAndIsReproducible() {
        DataSpec spec = wholeSpec();
        spec.augment.jitter = 0.2;
        std::map<std::size_t, int> counts;
        for (int epoch = 0; epoch < 50; ++epoch) {
            const auto frames = drawnFrames(40, spec, 3, epoch, 1);
            QCOMPARE(frames, drawnFrames(40, spec, 3, epoch, 1));
            QCOMPARE(static_cast<int>(frames.size()), drawnCount(40, spec, 3, epoch, 1));
            QVERIFY(frames.front() <= 8 && frames.back() >= 40 - 9);
            for (std::size_t t = 1; t < frames.size(); ++t) QCOMPARE(frames[t], frames[t - 1] + 1);
            ++counts[frames.size()];
        }
        QVERIFY(counts.size() > 5);
        QCOMPARE(shownFrames(40, spec).size(), std::size_t{40}); // evaluation shows all
        QCOMPARE(drawnFrames(1, spec, 3, 0, 1), std::vector<int>{0});

        spec.every = 0; // T of the part
        spec.frames = 4;
        int earliest = 40, latest = 0;
        for (int epoch = 0; epoch < 50; ++epoch) {
            const auto frames = drawnFrames(40, spec, 3, epoch, 1);
            QCOMPARE(frames.size(), std::size_t{4});
            QVERIFY(std::ranges::is_sorted(frames));
            QCOMPARE(frames, drawnFrames(40, spec, 3, epoch, 1));
            // the first of four segments: without jitter it ends at frame 9 and the last begins at 30
            earliest = std::min(earliest, frames.back());
            latest = std::max(latest, frames.front());
        }
        QVERIFY2(latest > 9 && earliest < 30, qPrintable(QString("%1 %2").arg(latest).arg(earliest)));
    }

    void readersKeepWhatTheSpecificationShows() {
        DataSpec spec = wholeSpec(700);
        spec.every = 5;
        ReadOptions options = readOptionsOf(spec);
        QCOMPARE(options.candidates, 0);
        QCOMPARE(options.stride, 5);
        QCOMPARE(options.mostKept, 700);
        spec.every = 0;
        options = readOptionsOf(spec);
        QCOMPARE(options.candidates, 24);
        QCOMPARE(options.stride, 1);
        QCOMPARE(options.mostKept, 0);
    }
};

QTEST_APPLESS_MAIN(TestWholeClips)
#include "test_whole_clips.moc"
