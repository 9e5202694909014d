// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/synthetic.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace rankscope;

namespace {

constexpr int width = MovingShapes::width, height = MovingShapes::height;

/// Where the bright pixels lie, as an angle on the torus per axis, and how many they are.
struct Seen {
    double x = 0, y = 0, area = 0;
};

Seen look(const std::vector<std::uint8_t>& frame) {
    std::array<double, 4> sums{};
    Seen seen;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const std::uint8_t* pixel = frame.data() + (y * width + x) * 3;
            if (std::max({pixel[0], pixel[1], pixel[2]}) < 120) continue;
            const double angleX = 2 * std::numbers::pi * x / width,
                         angleY = 2 * std::numbers::pi * y / height;
            sums[0] += std::cos(angleX);
            sums[1] += std::sin(angleX);
            sums[2] += std::cos(angleY);
            sums[3] += std::sin(angleY);
            ++seen.area;
        }
    seen.x = std::atan2(sums[1], sums[0]) / (2 * std::numbers::pi) * width;
    seen.y = std::atan2(sums[3], sums[2]) / (2 * std::numbers::pi) * height;
    return seen;
}

double around(double difference, double length) {
    return difference - length * std::round(difference / length);
}

/// The class that the movement between neighbouring frames tells.
std::string judge(const MovingShapes& shapes, int classIndex, int clip) {
    std::vector<Seen> seen;
    for (int t = 0; t < MovingShapes::frames; ++t)
        seen.push_back(look(movingShapeFrame(shapes, classIndex, clip, t)));
    double sumX = 0, sumY = 0, bend = 0, grows = 0, path = 0;
    for (std::size_t t = 1; t < seen.size(); ++t) {
        const double dx = around(seen[t].x - seen[t - 1].x, width),
                     dy = around(seen[t].y - seen[t - 1].y, height);
        sumX += dx;
        sumY += dy;
        path += std::hypot(dx, dy);
        const double ratio = seen[t].area / seen[t - 1].area;
        grows += ratio > 2 || ratio < 0.5 ? 0 : std::log(ratio); // beyond: the scale goes round
        if (t < 2) continue;
        const double beforeX = around(seen[t - 1].x - seen[t - 2].x, width);
        const double beforeY = around(seen[t - 1].y - seen[t - 2].y, height);
        bend += beforeX * dy - beforeY * dx;
    }
    if (path < 10) return grows > 0 ? "growing" : "shrinking";
    if (std::abs(bend) > 5) return bend > 0 ? "clockwise" : "anticlockwise";
    if (std::abs(sumX) > std::abs(sumY)) return sumX > 0 ? "right" : "left";
    return sumY > 0 ? "down" : "up";
}

} // namespace

class TestSynthetic : public QObject {
    Q_OBJECT

private slots:
    void framesDependOnTheirNumbersAlone() {
        const MovingShapes shapes;
        const auto frame = movingShapeFrame(shapes, 2, 5, 7);
        QCOMPARE(frame.size(), std::size_t{64 * 48 * 3});
        QVERIFY(movingShapeFrame(shapes, 2, 5, 7) == frame);
        QVERIFY(movingShapeFrame(shapes, 2, 5, 8) != frame);
        QVERIFY(movingShapeFrame(shapes, 2, 6, 7) != frame);
        QVERIFY(movingShapeFrame(shapes, 3, 5, 7) != frame);
        QVERIFY(movingShapeFrame({100, 2}, 2, 5, 7) != frame);
    }

    void theMotionTellsTheClass() {
        const MovingShapes shapes;
        const auto& classes = MovingShapes::classes();
        QCOMPARE(classes.size(), std::size_t{8});
        for (std::size_t c = 0; c < classes.size(); ++c)
            for (int clip = 0; clip < 10; ++clip)
                QCOMPARE(judge(shapes, static_cast<int>(c), clip), classes[c]);
    }

    /// Place and size of every single frame are spread alike in all classes.
    void noSingleFrameTellsTheClass() {
        const MovingShapes shapes;
        constexpr int clips = 150;
        for (const int t : {0, 12, 23})
            for (int c = 0; c < 8; ++c) {
                double left = 0, top = 0, area = 0;
                for (int clip = 0; clip < clips; ++clip) {
                    const Seen seen = look(movingShapeFrame(shapes, c, clip, t));
                    left += seen.x < 0;
                    top += seen.y < 0;
                    area += seen.area;
                }
                QVERIFY(std::abs(left / clips - 0.5) < 0.15);
                QVERIFY(std::abs(top / clips - 0.5) < 0.15);
                QVERIFY(std::abs(area / clips / 190 - 1) < 0.2);
            }
    }
};

QTEST_APPLESS_MAIN(TestSynthetic)
#include "test_synthetic.moc"
