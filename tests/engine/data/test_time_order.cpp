// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/batches.h"
#include "engine/data/time_order.h"
#include "tests/engine/data/random_frames.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace rankscope;

class TestTimeOrder : public QObject {
    Q_OBJECT
private slots:
    void trueOrderChangesNothing() {
        std::vector<int> frames{1, 4, 9};
        orderFrames(frames, TimeOrder::True, 1, 2, 3);
        QCOMPARE(frames, (std::vector<int>{1, 4, 9}));
    }

    void repeatedShowsTheMiddleOne() {
        std::vector<int> frames{1, 4, 9, 11};
        orderFrames(frames, TimeOrder::Repeated, 1, 2, 3);
        QCOMPARE(frames, (std::vector<int>{9, 9, 9, 9}));
    }

    void shuffledIsAPermutationOfItsOwnDraw() {
        const auto shuffled = [](std::uint64_t seed, int epoch, int clip) {
            std::vector<int> frames{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
            orderFrames(frames, TimeOrder::Shuffled, seed, epoch, clip);
            return frames;
        };
        const auto one = shuffled(1, 2, 3);
        QCOMPARE(shuffled(1, 2, 3), one);
        auto sorted = one;
        std::ranges::sort(sorted);
        QVERIFY(sorted != one);
        for (int i = 0; i < 12; ++i) QCOMPARE(sorted[size_t(i)], i);
        QVERIFY(shuffled(2, 2, 3) != one && shuffled(1, 3, 3) != one && shuffled(1, 2, 4) != one);
    }

    void everyOrderIsEquallyLikely() {
        std::map<std::vector<int>, int> seen;
        constexpr int draws = 6000;
        for (int clip = 0; clip < draws; ++clip) {
            std::vector<int> frames{0, 1, 2};
            orderFrames(frames, TimeOrder::Shuffled, 1, 0, clip);
            ++seen[frames];
        }
        QCOMPARE(seen.size(), size_t(6));
        for (const auto& [order, count] : seen) QVERIFY2(std::abs(count - 1000) < 150, "not uniform");
    }

    void theLoaderShowsThatOrder() {
        const RandomFrames source({12, 12, 12}, 4, 3);
        DataSpec spec;
        spec.width = 4;
        spec.height = 3;
        spec.frames = 6;
        spec.augment = Augmentation::off();
        for (const bool training : {false, true}) {
            spec.frameOrder = TimeOrder::True;
            const auto inOrder = framesOf(source, spec, training);
            spec.frameOrder = TimeOrder::Shuffled;
            const auto shuffled = framesOf(source, spec, training);
            QVERIFY(shuffled != inOrder);
            QCOMPARE(std::multiset(shuffled.begin(), shuffled.end()),
                     std::multiset(inOrder.begin(), inOrder.end()));
            spec.frameOrder = TimeOrder::Repeated;
            const auto repeated = framesOf(source, spec, training);
            QCOMPARE(repeated, std::vector(6, inOrder[3]));
        }
    }

private:
    /// The frames of one clip as a loader shows them.
    static std::vector<std::vector<std::uint8_t>> framesOf(const FrameSource& source, const DataSpec& spec,
                                                           bool training) {
        LoaderPlan plan;
        plan.clips = {2};
        plan.training = training;
        plan.seed = 4;
        BatchLoader loader(source, spec, {{0, 0, 0}, {1, 1, 1}}, plan, 1);
        Batch batch;
        loader.next(batch);
        std::vector<std::vector<std::uint8_t>> frames;
        for (Index t = 0; t < batch.frames.count; ++t) {
            const auto first = batch.frames.bytes.begin() + t * batch.frames.size;
            frames.emplace_back(first, first + batch.frames.size);
        }
        return frames;
    }
};

QTEST_APPLESS_MAIN(TestTimeOrder)
#include "test_time_order.moc"
