// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/evaluation/robustness.h"
#include "tests/engine/data/random_frames.h"
#include "tests/engine/training/walking_bars.h"

#include <QTest>

#include <cmath>
#include <set>
#include <thread>

using namespace rankscope;
using namespace rankscope::testing;

namespace {

/// Frames of one grey value.
class GreyFrames final : public FrameSource {
public:
    explicit GreyFrames(std::uint8_t grey) : m_pixels(60 * 40 * 3, grey) {}
    int clips() const override { return 3; }
    int candidates(int) const override { return 4; }
    void read(int, int, std::span<std::uint8_t> out) const override {
        std::ranges::copy(m_pixels, out.begin());
    }
    int width() const override { return 60; }
    int height() const override { return 40; }

private:
    std::vector<std::uint8_t> m_pixels;
};

std::vector<std::uint8_t> frameOf(const FrameSource& source, int clip, int candidate) {
    std::vector<std::uint8_t> frame(source.frameBytes());
    source.read(clip, candidate, frame);
    return frame;
}

} // namespace

class TestRobustness : public QObject {
    Q_OBJECT

    const DataSpec m_spec{};

private slots:
    void noiseHasItsDeviation() {
        const GreyFrames grey(128);
        for (const double sigma : {0.05, 0.1}) {
            const DisturbedFrames noisy(grey, m_spec, {DisturbanceKind::Noise, sigma}, 1);
            double sum = 0, squares = 0;
            const auto frame = frameOf(noisy, 1, 2);
            for (const int value : frame) {
                sum += value - 128;
                squares += (value - 128) * (value - 128);
            }
            const double n = double(frame.size()), wanted = 255 * sigma; // 7200 values: error of 1 %
            QVERIFY(std::abs(sum / n) < 4 * wanted / std::sqrt(n));
            QVERIFY(std::abs(std::sqrt(squares / n) / wanted - 1) < 0.04);
        }
    }

    void noiseIsCutAtTheEndsOfTheScale() {
        const GreyFrames white(255);
        const DisturbedFrames noisy(white, m_spec, {DisturbanceKind::Noise, 0.2}, 1);
        const auto frame = frameOf(noisy, 0, 0);
        const auto full = std::ranges::count(frame, 255); // half of the draws lie above
        QVERIFY(std::abs(double(full) / double(frame.size()) - 0.5) < 0.03);
    }

    void drawsAreOfSeedClipAndFrame() {
        const GreyFrames grey(100);
        const DisturbedFrames one(grey, m_spec, {DisturbanceKind::Noise, 0.1}, 1),
            again(grey, m_spec, {DisturbanceKind::Noise, 0.1}, 1),
            other(grey, m_spec, {DisturbanceKind::Noise, 0.1}, 2);
        std::set<std::vector<std::uint8_t>> different;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&] {
                    for (int clip = 2; clip >= 0; --clip)
                        for (int frame = 3; frame >= 0; --frame) frameOf(again, clip, frame);
                });
        }
        for (int clip = 0; clip < 3; ++clip)
            for (int frame = 0; frame < 4; ++frame) {
                QCOMPARE(frameOf(one, clip, frame), frameOf(again, clip, frame));
                different.insert(frameOf(one, clip, frame));
                different.insert(frameOf(other, clip, frame));
            }
        QCOMPARE(different.size(), size_t(24));
    }

    void theBoxCoversItsShareAtOnePlace() {
        const GreyFrames black(0);
        for (const double share : {0.0, 0.1, 0.25, 1.0}) {
            const DisturbedFrames occluded(black, m_spec, {DisturbanceKind::Occlusion, share}, 3);
            const auto frame = frameOf(occluded, 1, 0);
            int pixels = 0, left = 60, right = -1, top = 40, bottom = -1;
            for (int i = 0; i < 60 * 40; ++i) {
                const auto at = [&](int c) { return frame[size_t(3 * i + c)]; };
                QVERIFY(at(0) == at(1) && at(1) == at(2) && (at(0) == 0 || at(0) == 128));
                if (at(0) == 0) continue;
                ++pixels;
                left = std::min(left, i % 60);
                right = std::max(right, i % 60);
                top = std::min(top, i / 60);
                bottom = std::max(bottom, i / 60);
            }
            QVERIFY2(std::abs(pixels / 2400.0 - share) < 0.01, qPrintable(QString::number(pixels)));
            if (pixels > 0)
                QCOMPARE(pixels, (right - left + 1) * (bottom - top + 1)); // no hole, no corner missing
            QCOMPARE(frameOf(occluded, 1, 3), frame);
        }
        const DisturbedFrames occluded(black, m_spec, {DisturbanceKind::Occlusion, 0.1}, 3);
        QVERIFY(frameOf(occluded, 0, 0) != frameOf(occluded, 2, 0));
    }

    void droppedFramesAreGoneAndTheOthersInOrder() {
        const RandomFrames source({12, 5, 1}, 4, 3);
        const DisturbedFrames half(source, m_spec, {DisturbanceKind::Drop, 0.5}, 1),
            all(source, m_spec, {DisturbanceKind::Drop, 1}, 1);
        QCOMPARE(half.candidates(0), 6);
        QCOMPARE(half.candidates(2), 1);
        for (int clip = 0; clip < 3; ++clip) QCOMPARE(all.candidates(clip), 1);
        int next = 0;
        for (int k = 0; k < 6; ++k) {
            while (next < 12 && frameOf(source, 0, next) != frameOf(half, 0, k)) ++next;
            QVERIFY(next < 12);
            ++next;
        }
    }

    void repeatedAndShuffledFramesAreTheShownOnes() {
        const RandomFrames source({24, 9}, 4, 3);
        DataSpec spec;
        spec.frames = 6;
        const DisturbedFrames repeated(source, spec, {DisturbanceKind::Repeat, 0}, 1),
            shuffled(source, spec, {DisturbanceKind::Shuffle, 0}, 1),
            other(source, spec, {DisturbanceKind::Shuffle, 0}, 2);
        using Frames = std::vector<std::vector<std::uint8_t>>;
        for (int clip = 0; clip < 2; ++clip) {
            const auto framesOf = [clip](const FrameSource& from) {
                Frames frames; // evaluation shows floor((k + 0.5) n / 6)
                for (int k = 0; k < 6; ++k)
                    frames.push_back(frameOf(from, clip, (2 * k + 1) * from.candidates(clip) / 12));
                return frames;
            };
            const Frames plain = framesOf(source);
            QCOMPARE(framesOf(repeated), Frames(6, plain[3]));
            QVERIFY(framesOf(shuffled) != plain && framesOf(shuffled) != framesOf(other));
            Frames sorted = framesOf(shuffled), wanted = plain;
            std::ranges::sort(sorted);
            std::ranges::sort(wanted);
            QCOMPARE(sorted, wanted);
        }
    }

    void shortClipsAreShuffledAsWholeFrames() {
        const RandomFrames source(std::vector<int>(6, 3), 4, 3); // fewer candidates than are shown
        DataSpec spec;
        spec.frames = 6;
        const DisturbedFrames shuffled(source, spec, {DisturbanceKind::Shuffle, 0}, 1);
        bool differs = false;
        for (int clip = 0; clip < 6; ++clip) {
            std::vector<std::vector<std::uint8_t>> plain, after;
            for (int k = 0; k < 3; ++k) {
                plain.push_back(frameOf(source, clip, k));
                after.push_back(frameOf(shuffled, clip, k));
            }
            differs |= plain != after;
            std::ranges::sort(plain);
            std::ranges::sort(after);
            QCOMPARE(after, plain); // each frame once
        }
        QVERIFY(differs);
    }

    void whereMovementTellsTheClassOneFrameTellsNothing() {
        Bench bench;
        bench.training.epochs = 40;
        bench.training.learningRate = 0.01;
        const TrainerState state = bench.train();
        SequenceModel<float> model(bench.model, 40);
        model.weights().assign(state.weights.begin(), state.weights.end());
        ThreadPool pool(1);
        const ClipSet set{bench.source, bench.data, bench.statistics, bench.source.labels};
        const auto scores = [&](DisturbanceKind kind, double amount, int batch = 7, std::uint64_t seed = 1) {
            return scoreDisturbed(model, set, bench.split.train, batch, {kind, amount}, seed, pool);
        };
        const auto accuracy = [&](DisturbanceKind kind, double amount) {
            return scores(kind, amount).score.correct / double(bench.split.train.size());
        };
        const ClipScores plain = scoreClips(model, set, bench.split.train, 7, pool);
        QCOMPARE(scores(DisturbanceKind::None, 0).probabilities, plain.probabilities);
        QCOMPARE(scores(DisturbanceKind::Noise, 0).probabilities, plain.probabilities);
        QVERIFY(accuracy(DisturbanceKind::None, 0) > 0.9);
        QVERIFY(accuracy(DisturbanceKind::Repeat, 0) < 0.75);
        QVERIFY(accuracy(DisturbanceKind::Shuffle, 0) < 0.9);
        QVERIFY(accuracy(DisturbanceKind::Occlusion, 1) < 0.75);
        QVERIFY(accuracy(DisturbanceKind::Noise, 0.02) > 0.8);
        // what is drawn is of (seed, clip), whatever the batches
        for (const DisturbanceKind kind : {DisturbanceKind::Noise, DisturbanceKind::Shuffle}) {
            const auto one = scores(kind, 0.1).probabilities;
            const auto other = scores(kind, 0.1, 30).probabilities; // sums of other lengths round otherwise
            for (size_t i = 0; i < one.size(); ++i) QVERIFY(std::abs(other[i][0] - one[i][0]) < 1e-4f);
            QVERIFY(scores(kind, 0.1, 7, 2).probabilities != one);
        }
    }

    void amountsOutsideTheScaleAreRefused() {
        for (const double amount : {-0.1, 1.1, double(NAN)})
            QVERIFY_EXCEPTION_THROWN(validate(Disturbance{DisturbanceKind::Noise, amount}), Error);
    }
};

QTEST_APPLESS_MAIN(TestRobustness)
#include "test_robustness.moc"
