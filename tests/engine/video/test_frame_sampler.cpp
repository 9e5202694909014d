// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/frame_sampler.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace rankscope;

namespace {

struct Chosen {
    std::vector<int> numbers;
};

/// Which of n frames are chosen: each frame holds its own number.
Chosen choose(int n, int candidates, std::size_t frameBytes = 4) {
    FrameSampler sampler(candidates, frameBytes);
    for (int i = 0; i < n; ++i) {
        if (!sampler.wantsNext()) {
            sampler.skip();
            continue;
        }
        FrameSampler::Frame frame(4);
        std::memcpy(frame.data(), &i, 4);
        sampler.add(frame);
    }
    Chosen chosen;
    for (const auto& frame : sampler.choose()) {
        int number = 0;
        std::memcpy(&number, frame.data(), 4);
        chosen.numbers.push_back(number);
    }
    return chosen;
}

} // namespace

class TestFrameSampler : public QObject {
    Q_OBJECT

private slots:
    void everyKthFrameIsHeld() {
        FrameSampler sampler(0, 4, 3);
        for (int i = 0; i < 20; ++i)
            if (sampler.wantsNext())
                sampler.add({static_cast<std::uint8_t>(i)});
            else
                sampler.skip();
        QCOMPARE(sampler.held(), 7);
        std::vector<int> numbers;
        for (const auto& frame : sampler.choose()) numbers.push_back(frame[0]);
        QCOMPARE(numbers, (std::vector<int>{0, 3, 6, 9, 12, 15, 18}));
    }

    void shortSequencesAreKeptWhole() {
        QCOMPARE(choose(3, 24).numbers, (std::vector<int>{0, 1, 2}));
        QCOMPARE(choose(24, 24).numbers.size(), std::size_t{24});
        QCOMPARE(choose(0, 24).numbers.size(), std::size_t{0});
        QCOMPARE(choose(1000, 0).numbers.size(), std::size_t{1000});
    }

    void middleSequencesAreSampledExactly() {
        for (const int n : {25, 100, 192}) {
            const auto numbers = choose(n, 24).numbers;
            QCOMPARE(numbers.size(), std::size_t{24});
            for (int k = 0; k < 24; ++k)
                QCOMPARE(numbers[static_cast<std::size_t>(k)],
                         static_cast<int>(std::floor((k + 0.5) * n / 24)));
        }
    }

    void longSequencesStayWithinTheBound_data() {
        QTest::addColumn<int>("candidates");
        QTest::addColumn<int>("frameBytes");
        QTest::addColumn<double>("bound");
        QTest::newRow("24") << 24 << 4 << 1.0 / 8;
        QTest::newRow("1") << 1 << 4 << 1.0 / 8;
        QTest::newRow("6") << 6 << 4 << 1.0 / 8;
        QTest::newRow("large frames") << 24 << (1 << 24) << 1.0 / 2;
    }
    void longSequencesStayWithinTheBound() {
        QFETCH(int, candidates);
        QFETCH(int, frameBytes);
        QFETCH(double, bound);
        for (int n = candidates; n < 5000; n += 1 + n / 40) {
            const auto numbers = choose(n, candidates, static_cast<std::size_t>(frameBytes)).numbers;
            QCOMPARE(numbers.size(), static_cast<std::size_t>(candidates));
            const double spacing = static_cast<double>(n) / candidates;
            for (int k = 0; k < candidates; ++k) {
                const int number = numbers[static_cast<std::size_t>(k)];
                QVERIFY(std::abs(number - std::floor((k + 0.5) * spacing)) <= bound * spacing);
                QVERIFY(k == 0 || number > numbers[static_cast<std::size_t>(k - 1)]);
            }
        }
    }

    void allFramesMeetTheMemoryLimit() {
        FrameSampler sampler(0, FrameSampler::memoryLimit / 4);
        for (int i = 0; i < 4; ++i) sampler.add({});
        QVERIFY(!sampler.overLimit());
        sampler.add({});
        QVERIFY(sampler.overLimit());
    }
};

QTEST_APPLESS_MAIN(TestFrameSampler)
#include "test_frame_sampler.moc"
