// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/batches.h"
#include "engine/video/augment.h"
#include "tests/engine/data/random_frames.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rankscope;

namespace {

constexpr int side = 32, count = 3;

/// Frames in which red tells the column and green the row.
class Ramps final : public FrameSource {
public:
    Ramps() {
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                for (const int value : {8 * x, 8 * y, 128})
                    m_frame.push_back(static_cast<std::uint8_t>(value));
    }
    int clips() const override { return 4; }
    int candidates(int) const override { return count; }
    void read(int, int, std::span<std::uint8_t> out) const override {
        std::ranges::copy(m_frame, out.begin());
    }
    int width() const override { return side; }
    int height() const override { return side; }

private:
    std::vector<std::uint8_t> m_frame;
};

DataSpec specOf() {
    DataSpec spec;
    spec.width = spec.height = side;
    spec.frames = count;
    spec.candidates = count;
    spec.augment = Augmentation::off();
    return spec;
}

/// Clips 0 and 1 as training shows them: [clip][frame] bytes.
std::vector<std::vector<std::vector<std::uint8_t>>> shown(const DataSpec& spec, int epoch = 0,
                                                          std::uint64_t seed = 1, int threads = 2) {
    const Ramps source;
    LoaderPlan plan;
    plan.clips = {0, 1};
    plan.batch = 2;
    plan.training = true;
    plan.seed = seed;
    plan.epoch = epoch;
    BatchLoader loader(source, spec, {{0, 0, 0}, {1, 1, 1}}, plan, threads);
    Batch batch;
    loader.next(batch);
    std::vector<std::vector<std::vector<std::uint8_t>>> clips(2);
    for (std::size_t b = 0; b < 2; ++b)
        for (Index t = 0; t < count; ++t) {
            const auto first =
                batch.frames.bytes.begin() + (t * 2 + static_cast<Index>(b)) * batch.frames.size;
            clips[static_cast<std::size_t>(batch.clips[b])].emplace_back(first, first + batch.frames.size);
        }
    return clips;
}

int red(const std::vector<std::uint8_t>& frame, int x, int y) {
    return frame[static_cast<std::size_t>((y * side + x) * 3)];
}
int green(const std::vector<std::uint8_t>& frame, int x, int y) {
    return frame[static_cast<std::size_t>((y * side + x) * 3 + 1)];
}

} // namespace

class TestAugmentation : public QObject {
    Q_OBJECT
private slots:
    void sameDrawForSeedEpochAndClip_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"crop", "noise", "mirror", "shift"}) QTest::newRow(what) << what;
    }
    void sameDrawForSeedEpochAndClip() {
        QFETCH(QString, what);
        DataSpec spec = specOf();
        const auto plain = shown(spec);
        Augmentation& augment = spec.augment;
        if (what == "crop") augment.crop = 0.3;
        if (what == "noise") augment.noise = 0.05;
        if (what == "mirror") augment.mirror = true;
        if (what == "shift") augment.shift = 0.2;
        QVERIFY(augment.any());
        QVERIFY(augment.changesPixels());
        const auto once = shown(spec);
        QVERIFY(once == shown(spec));
        QVERIFY(once == shown(spec, 0, 1, 1));
        std::set<std::vector<std::vector<std::uint8_t>>> different{plain[0]};
        for (int epoch = 0; epoch < 8; ++epoch)
            for (const auto& clip : shown(spec, epoch, 1)) different.insert(clip);
        QVERIFY(different.size() > (what == "mirror" ? 1u : 12u));
        QVERIFY(what == "mirror" || shown(spec, 0, 2) != once);
    }

    void cropsAreWindowsOfTheFrame() {
        DataSpec spec = specOf();
        spec.augment.crop = 0.4;
        double least = 1, most = 0;
        for (int epoch = 0; epoch < 40; ++epoch)
            for (const auto& clip : shown(spec, epoch)) {
                QVERIFY(clip[0] == clip[1] && clip[1] == clip[2]); // one draw for all frames of a clip
                const int left = red(clip[0], 0, 9), right = red(clip[0], side - 1, 9);
                const double share = (right - left) / (8.0 * (side - 1));
                least = std::min(least, share);
                most = std::max(most, share);
                // as much of the height, and a steady slope up to the rim: no border is repeated
                QVERIFY(std::abs((green(clip[0], 9, side - 1) - green(clip[0], 9, 0)) - (right - left)) <= 2);
                QVERIFY(red(clip[0], side - 1, 9) - red(clip[0], side - 2, 9) >= std::floor(8 * share) - 1);
                QVERIFY(red(clip[0], 1, 9) - red(clip[0], 0, 9) >= std::floor(8 * share) - 1);
            }
        QVERIFY2(least > 0.57 && least < 0.66 && most > 0.93 && most <= 1,
                 qPrintable(QString("%1 %2").arg(least).arg(most)));
    }

    void noiseHasItsDeviationAndIsDrawnForEveryFrame() {
        DataSpec spec = specOf();
        spec.augment.noise = 0.04; // 10.2 grey levels
        const auto clips = shown(spec);
        QVERIFY(clips[0][0] != clips[0][1]);
        QVERIFY(clips[0][0] != clips[1][0]);
        double sum = 0, squares = 0;
        int values = 0;
        for (int epoch = 0; epoch < 10; ++epoch)
            for (const auto& clip : shown(spec, epoch))
                for (const auto& frame : clip)
                    for (std::size_t i = 2; i < frame.size(); i += 3, ++values) { // blue: 128 everywhere
                        const double noise = frame[i] - 128.0;
                        sum += noise;
                        squares += noise * noise;
                    }
        const double mean = sum / values, deviation = std::sqrt(squares / values - mean * mean);
        QVERIFY2(std::abs(mean) < 0.2, qPrintable(QString::number(mean)));
        QVERIFY2(std::abs(deviation - 10.2) < 0.2, qPrintable(QString::number(deviation)));
    }

    void noiseIsNormalAndClipped() {
        std::vector<std::uint8_t> values(300'000, 128);
        addNoise(values, 20, Random{7});
        for (const double limit : {0.5, 1.0, 2.0}) {
            const auto inside =
                std::ranges::count_if(values, [&](int value) { return std::abs(value - 128) < 20 * limit; });
            // whole numbers within the limit, each standing for half a level to either side
            const double expected = std::erf((20 * limit - 0.5) / 20 / std::sqrt(2.0));
            QVERIFY2(std::abs(static_cast<double>(inside) / 300'000 - expected) < 0.005,
                     qPrintable(QString("%1 %2").arg(inside / 3e5).arg(expected)));
        }
        std::vector<std::uint8_t> dark(1000, 0);
        addNoise(dark, 100, Random{8});
        QVERIFY(std::ranges::count(dark, 0) > 400);
        std::vector<std::uint8_t> same(1000, 7);
        addNoise(same, 0, Random{8});
        QVERIFY(std::ranges::count(same, 7) == 1000);
    }
};

QTEST_APPLESS_MAIN(TestAugmentation)
#include "test_augmentation.moc"
