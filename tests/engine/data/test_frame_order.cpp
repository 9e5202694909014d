// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/batches.h"
#include "engine/data/frame_order.h"
#include "engine/model/sequence_model.h"
#include "tests/engine/data/random_frames.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace rankscope;

namespace {

DataSpec specOf(int width, int height, FrameLayout layout, int patchWidth = 2, int patchHeight = 2) {
    DataSpec spec;
    spec.width = width;
    spec.height = height;
    spec.frames = 3;
    spec.layout = layout;
    spec.patchWidth = patchWidth;
    spec.patchHeight = patchHeight;
    spec.augment = Augmentation::off();
    return spec;
}

/// Where each value of the vector x comes from in the decoded frame.
std::vector<int> sources(const DataSpec& spec) {
    std::vector<int> frame(static_cast<std::size_t>(spec.width * spec.height * DataSpec{}.channels));
    std::iota(frame.begin(), frame.end(), 0);
    const FrameOrder order(spec);
    if (order.isIdentity()) return frame;
    std::vector<int> laidOut(frame.size(), -1);
    order.apply(frame.data(), laidOut.data());
    return laidOut;
}

constexpr FrameLayout layouts[] = {FrameLayout::ChannelLast, FrameLayout::ChannelFirst, FrameLayout::Patches};

/// x of all frames of the first batch, as the map sees them.
std::vector<double> loaded(const FrameSource& source, const DataSpec& spec, const PixelStatistics& statistics,
                           const LoaderPlan& plan) {
    Batch batch;
    BatchLoader(source, spec, statistics, plan, 2).next(batch);
    std::vector<double> x(static_cast<std::size_t>(batch.frames.count * batch.frames.size));
    batch.frames.convert(0, batch.frames.count, x.data());
    return x;
}

std::vector<double> permuted(const std::vector<double>& x, const std::vector<int>& from) {
    std::vector<double> result;
    for (std::size_t first = 0; first < x.size(); first += from.size())
        for (const int value : from) result.push_back(x[first + static_cast<std::size_t>(value)]);
    return result;
}

} // namespace

class TestFrameOrder : public QObject {
    Q_OBJECT
private slots:
    void writtenOutByHand() {
        // a frame of 4 x 2 pixels, values numbered [row][column][channel]: row 0 is 0..11, row 1 is 12..23
        QCOMPARE(sources(specOf(4, 2, FrameLayout::ChannelFirst)),
                 (std::vector<int>{0, 3, 6, 9,  12, 15, 18, 21,    // red
                                   1, 4, 7, 10, 13, 16, 19, 22,    // green
                                   2, 5, 8, 11, 14, 17, 20, 23})); // blue
        QCOMPARE(sources(specOf(4, 2, FrameLayout::Patches)),
                 (std::vector<int>{0, 1, 2, 3, 4,  5,  12, 13, 14, 15, 16, 17,    // left patch, row by row
                                   6, 7, 8, 9, 10, 11, 18, 19, 20, 21, 22, 23})); // right patch
        QCOMPARE(sources(specOf(4, 2, FrameLayout::Patches, 1, 2)),
                 (std::vector<int>{0, 1, 2, 12, 13, 14, 3, 4,  5,  15, 16, 17,
                                   6, 7, 8, 18, 19, 20, 9, 10, 11, 21, 22, 23})); // columns
    }

    void everyValueOnce_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("patchWidth");
        QTest::addColumn<int>("patchHeight");
        QTest::newRow("even") << 8 << 4 << 2 << 4;
        QTest::newRow("odd") << 9 << 35 << 3 << 5;
        QTest::newRow("one patch") << 6 << 4 << 6 << 4;
        QTest::newRow("pixels") << 6 << 4 << 1 << 1;
        QTest::newRow("one pixel") << 1 << 1 << 1 << 1;
        QTest::newRow("UCF11") << 160 << 120 << 20 << 8;
    }

    void everyValueOnce() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, patchWidth);
        QFETCH(int, patchHeight);
        for (const FrameLayout layout : layouts) {
            const DataSpec spec = specOf(width, height, layout, patchWidth, patchHeight);
            validate(spec);
            std::vector<int> from = sources(spec);
            const Index run = FrameOrder(spec).channelRun();
            for (std::size_t i = 0; i < from.size(); ++i) // what scale and offset rely on
                QCOMPARE(from[i] % DataSpec{}.channels, static_cast<Index>(i) / run % DataSpec{}.channels);
            std::ranges::sort(from);
            for (std::size_t i = 0; i < from.size(); ++i) QCOMPARE(from[i], static_cast<int>(i));
        }
    }

    void batchesArePermuted_data() {
        QTest::addColumn<InputForm>("input");
        QTest::addColumn<bool>("absolute");
        QTest::addColumn<bool>("augmented");
        for (const auto& input : Names<InputForm>::all)
            for (const bool absolute : {false, true})
                for (const bool augmented : {false, true})
                    QTest::addRow("%s %d %d", input.id, absolute, augmented)
                        << input.value << absolute << augmented;
    }

    void batchesArePermuted() {
        QFETCH(InputForm, input);
        QFETCH(bool, absolute);
        QFETCH(bool, augmented);
        const RandomFrames source({7, 9, 5}, 6, 4);
        const PixelStatistics statistics{{10, 20, 30}, {2, 5, 11}};
        LoaderPlan plan;
        plan.clips = {0, 1, 2};
        plan.training = augmented;
        const auto spec = [&](FrameLayout layout) {
            DataSpec made = specOf(6, 4, layout, 3, 2);
            made.input = input;
            made.absolute = absolute;
            if (augmented) made.augment = {0.2, 0.1, 0.2, 0.2, true};
            return made;
        };
        const auto plain = loaded(source, spec(FrameLayout::ChannelLast), statistics, plan);
        for (const FrameLayout layout : {FrameLayout::ChannelFirst, FrameLayout::Patches})
            QVERIFY(loaded(source, spec(layout), statistics, plan) == permuted(plain, sources(spec(layout))));
    }

    void statisticsDoNotDependOnIt() {
        const RandomFrames source({7, 9, 5}, 6, 4);
        const auto wanted = measurePixels(source, {0, 1, 2}, specOf(6, 4, FrameLayout::ChannelLast));
        for (const FrameLayout layout : {FrameLayout::ChannelFirst, FrameLayout::Patches})
            QVERIFY(measurePixels(source, {0, 1, 2}, specOf(6, 4, layout)) == wanted);
    }

    /// A dense map whose columns are permuted as the frames are learns the same.
    void trainingIsThatOfPermutedWeights() {
        const RandomFrames source({7, 9, 5}, 6, 4);
        const PixelStatistics statistics{{127, 127, 127}, {70, 80, 90}};
        const std::vector<std::vector<int>> targets{{0}, {1}, {0}};
        ModelSpec model;
        model.map = {"dense", {72}, {5}, {}, {}, 1};
        model.classes = 2;
        LoaderPlan plan;
        plan.clips = {0, 1, 2};
        ThreadPool pool(1);
        Batch plain;
        QVERIFY(BatchLoader(source, specOf(6, 4, FrameLayout::ChannelLast), statistics, plan, 1).next(plain));
        for (const FrameLayout layout : {FrameLayout::ChannelFirst, FrameLayout::Patches}) {
            const DataSpec spec = specOf(6, 4, layout, 3, 2);
            const std::vector<int> from = sources(spec);
            Batch other;
            QVERIFY(BatchLoader(source, spec, statistics, plan, 1).next(other));
            SequenceModel<double> a(model, 9), b(model, 9);
            const auto permutedWeights = [&] {
                AlignedVector<double> weights = a.weights();
                for (std::size_t row = 0; row < 4 * 5; ++row)
                    for (std::size_t i = 0; i < from.size(); ++i)
                        weights[row * 72 + i] = a.weights()[row * 72 + static_cast<std::size_t>(from[i])];
                return weights;
            };
            a.start(1, plain.frames, pool);
            b.weights() = permutedWeights();
            const double before = [&] {
                a.forward(plain.frames, pool);
                return a.score(targets).loss;
            }();
            for (int step = 0; step < 20; ++step) {
                AlignedVector<double> slopeA, slopeB;
                a.forward(plain.frames, pool, true);
                b.forward(other.frames, pool, true);
                a.backward(plain.frames, targets, slopeA, pool);
                b.backward(other.frames, targets, slopeB, pool);
                for (std::size_t i = 0; i < slopeA.size(); ++i) {
                    a.weights()[i] -= 0.05 * slopeA[i];
                    b.weights()[i] -= 0.05 * slopeB[i];
                }
            }
            a.forward(plain.frames, pool);
            QVERIFY(a.score(targets).loss < 0.9 * before);
            QVERIFY(testing::relativeDifference(b.weights(), permutedWeights()) < 1e-10);
            QVERIFY(testing::relativeDifference(b.forward(other.frames, pool),
                                                a.forward(plain.frames, pool)) < 1e-10);
        }
    }

    void patchesMustDivideTheFrame() {
        DataSpec spec = specOf(160, 120, FrameLayout::Patches, 30, 20);
        try {
            validate(spec);
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString(failure.what()).contains("30x20"), failure.what());
            QVERIFY2(QString::fromStdString(failure.hint()).contains("32x20"), failure.hint().c_str());
        }
        spec.patchWidth = 0;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec.patchWidth = 161;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec.layout = FrameLayout::ChannelFirst; // then the patches do not count
        validate(spec);
    }
};

QTEST_APPLESS_MAIN(TestFrameOrder)
#include "test_frame_order.moc"
