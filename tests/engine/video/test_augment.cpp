// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/video/augment.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rankscope;

namespace {

constexpr int width = 23, height = 17;
using Picture = std::vector<std::uint8_t>;

/// Smooth, so that places between pixels have one clear value.
Picture waves() {
    Picture picture;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                picture.push_back(
                    static_cast<std::uint8_t>(std::lround(128 + 60 * std::sin(0.3 * x + 0.2 * y + c))));
    return picture;
}

double pixel(const Picture& picture, int x, int y, int c) {
    x = std::clamp(x, 0, width - 1);
    y = std::clamp(y, 0, height - 1);
    return picture[static_cast<std::size_t>((y * width + x) * 3 + c)];
}

/// The definition, in floating point, pixel by pixel; near black and white it matters a little that clipping
/// comes last here.
double expected(const Picture& in, int x, int y, int c, const FrameTransform& transform) {
    const double centreX = 0.5 * (width - 1), centreY = 0.5 * (height - 1);
    double fromX = std::clamp((x - centreX - transform.shiftX) / transform.zoom + centreX, 0.0, width - 1.0);
    const double fromY =
        std::clamp((y - centreY - transform.shiftY) / transform.zoom + centreY, 0.0, height - 1.0);
    if (transform.mirror) fromX = width - 1 - fromX;
    const int lowX = static_cast<int>(fromX), lowY = static_cast<int>(fromY);
    const double shareX = fromX - lowX, shareY = fromY - lowY;
    const double value =
        (1 - shareY) * ((1 - shareX) * pixel(in, lowX, lowY, c) + shareX * pixel(in, lowX + 1, lowY, c)) +
        shareY * ((1 - shareX) * pixel(in, lowX, lowY + 1, c) + shareX * pixel(in, lowX + 1, lowY + 1, c));
    return std::clamp(transform.gain * (value - 128) + 128 + transform.bias, 0.0, 255.0);
}

Picture transformed(const Picture& in, const FrameTransform& transform) {
    Picture out(in.size());
    transformFrame(in, out, width, height, transform);
    return out;
}

} // namespace

class TestAugment : public QObject {
    Q_OBJECT

private slots:
    void nothingChangesNothing() { QVERIFY(transformed(waves(), {}) == waves()); }

    void matchesItsDefinition() {
        const Picture in = waves();
        Random random{5};
        for (int trial = 0; trial < 40; ++trial) {
            FrameTransform transform;
            if (trial % 4 != 0) {
                transform.shiftX = random.uniform(-6, 6);
                transform.shiftY = random.uniform(-6, 6);
                transform.zoom = random.uniform(0.7, 1.4);
                transform.mirror = trial % 2;
            }
            if (trial % 3 != 0) {
                transform.gain = random.uniform(0.6, 1.4);
                transform.bias = random.uniform(-80, 80);
            }
            const Picture out = transformed(in, transform);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    for (int c = 0; c < 3; ++c)
                        QVERIFY(std::abs(pixel(out, x, y, c) - expected(in, x, y, c, transform)) <= 4);
        }
    }

    void wholePixelsMoveExactly() {
        const Picture in = waves();
        const Picture out = transformed(in, {3, -2, 1, 1, 0, false});
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) QCOMPARE(pixel(out, x, y, 1), pixel(in, x - 3, y + 2, 1));
    }

    void mirroringTwiceGivesTheSame() {
        const Picture in = waves();
        const FrameTransform mirror{0, 0, 1, 1, 0, true};
        QVERIFY(transformed(in, mirror) != in);
        QVERIFY(transformed(transformed(in, mirror), mirror) == in);
    }

    void brightnessIsClipped() {
        const Picture in = waves();
        QVERIFY(std::ranges::all_of(transformed(in, {0, 0, 1, 1, 300, false}),
                                    [](auto value) { return value == 255; }));
        QVERIFY(std::ranges::all_of(transformed(in, {1, 1, 1, 1, -300, false}),
                                    [](auto value) { return value == 0; }));
    }

    void tinyFramesAndLargeMovesStayInside() {
        for (const auto& [w, h] : {std::pair{1, 1}, {1, 5}, {2, 1}}) {
            Picture in(static_cast<std::size_t>(w * h * 3), 90), out(in.size());
            transformFrame(in, out, w, h, {500, -500, 0.5, 1, 0, true});
            QVERIFY(out == in);
        }
    }
};

QTEST_APPLESS_MAIN(TestAugment)
#include "test_augment.moc"
