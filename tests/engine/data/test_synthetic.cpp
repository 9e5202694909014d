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

    /// Opposite classes show the same single frames, in another order: place and size are spread alike over
    /// all frames of many clips, and alike in the middle of the clips of every class.
    void noSingleFrameTellsTheClass() {
        const MovingShapes shapes;
        constexpr int clips = 60;
        struct Spread {
            double x = 0, y = 0, area = 0, awayX = 0, awayY = 0;
        };
        const auto spreadOf = [&](int classIndex, int first, int step) {
            Spread spread;
            double count = 0;
            for (int clip = 0; clip < clips; ++clip)
                for (int t = first; t < MovingShapes::frames; t += step, ++count) {
                    const Seen seen = look(movingShapeFrame(shapes, classIndex, clip, t));
                    const double dx = around(seen.x - width / 2.0, width),
                                 dy = around(seen.y - height / 2.0, height);
                    spread.x += dx;
                    spread.y += dy;
                    spread.awayX += std::abs(dx);
                    spread.awayY += std::abs(dy);
                    spread.area += seen.area;
                }
            return Spread{spread.x / count, spread.y / count, spread.area / count, spread.awayX / count,
                          spread.awayY / count};
        };
        for (int pair = 0; pair < 8; pair += 2) {
            const Spread one = spreadOf(pair, 1, 3), other = spreadOf(pair + 1, 1, 3);
            QVERIFY(std::abs(one.x - other.x) < 3.5 && std::abs(one.y - other.y) < 3.5);
            QVERIFY(std::abs(one.awayX - other.awayX) < 2.5 && std::abs(one.awayY - other.awayY) < 2.5);
            QVERIFY(std::abs(one.area / other.area - 1) < 0.2);
        }
        for (int c = 0; c < 8; ++c) {
            const Spread middle = spreadOf(c, 11, 100);
            QVERIFY(std::abs(middle.x) < 4 && std::abs(middle.y) < 4);
            QVERIFY(std::abs(middle.area / 150 - 1) < 0.3);
        }
    }
};

QTEST_APPLESS_MAIN(TestSynthetic)
#include "test_synthetic.moc"
