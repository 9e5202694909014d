// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/frame_strip.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace rankscope;

/// The frames shown to the network, few or many, in any order.
class TestFrameStrip : public QObject {
    Q_OBJECT

    struct Bench {
        QWidget window;
        FrameStrip strip{&window};
        QSignalSpy chosen{&strip, &FrameStrip::chosen};
        Bench(int candidates, std::vector<int> shown) {
            auto clip = std::make_shared<ShownClip>();
            clip->width = 4;
            clip->height = 3;
            clip->result.clip.frames.assign(static_cast<std::size_t>(candidates),
                                            std::vector<std::uint8_t>(4 * 3 * 3, 200));
            clip->result.shown = std::move(shown);
            strip.resize(600, 92);
            window.show();
            strip.setClip(clip);
            window.grab();
        }
        int clickAt(int x) {
            chosen.clear();
            QTest::mouseClick(&strip, Qt::LeftButton, {}, {x, strip.height() / 2});
            return chosen.isEmpty() ? -1 : chosen.front().front().toInt();
        }
        /// Where the frame around the marked picture begins and ends.
        std::pair<int, int> mark() {
            const QImage image = strip.grab().toImage();
            const QRgb color = strip.palette().color(QPalette::Highlight).rgb();
            int first = -1, last = -1;
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, image.height() / 2) == color) {
                    if (first < 0) first = x;
                    last = x;
                }
            return {first, last};
        }
    };

    static std::vector<int> inOrder(int count) {
        std::vector<int> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), 0);
        return all;
    }

private slots:
    void aClickMarksWhatItChooses_data() {
        QTest::addColumn<int>("frames");
        for (const int frames : {1, 6, 9, 10, 13, 400, 1500}) QTest::addRow("%d frames", frames) << frames;
    }
    void aClickMarksWhatItChooses() {
        QFETCH(int, frames);
        Bench bench(frames, inOrder(frames));
        int last = -1, hits = 0;
        for (int x = 0; x < bench.strip.width(); x += 10) {
            const int position = bench.clickAt(x);
            if (position < 0) continue;
            ++hits;
            QVERIFY(position >= last && position < frames);
            QCOMPARE(bench.strip.position(), position);
            last = position;
            const auto [from, to] = bench.mark();
            QVERIFY2(from >= 0 && from <= x + 2 && to >= x - 2,
                     qPrintable(QString("%1 is not in %2 to %3").arg(x).arg(from).arg(to)));
        }
        QVERIFY(hits > 0);
        QVERIFY(last >= frames - 1 - frames / 8);
    }

    void keysGoThroughAShuffledOrder() {
        Bench bench(4, {3, 0, 2, 1});
        for (int position = 0; position < 4; ++position) {
            QTest::keyClick(&bench.strip, Qt::Key_Right);
            QCOMPARE(bench.chosen.back().front().toInt(), position);
            bench.strip.setCandidate(std::vector{3, 0, 2, 1}[static_cast<std::size_t>(position)]);
        }
        QTest::keyClick(&bench.strip, Qt::Key_Right);
        QCOMPARE(bench.chosen.size(), 4); // there is no next one
        QTest::keyClick(&bench.strip, Qt::Key_Left);
        QCOMPARE(bench.chosen.back().front().toInt(), 2);
    }

    void everyStepOfARepeatedFrameIsReached() {
        Bench bench(5, {2, 2, 2});
        for (int position = 0; position < 3; ++position) {
            QTest::keyClick(&bench.strip, Qt::Key_Right);
            bench.strip.setCandidate(2);
            QCOMPARE(bench.strip.position(), position);
        }
    }

    void betweenShownFramesKeysLeadToTheNeighbours() {
        Bench bench(12, {2, 6, 10});
        bench.strip.setCandidate(7);
        QCOMPARE(bench.mark().first, -1); // not shown
        QTest::keyClick(&bench.strip, Qt::Key_Right);
        QCOMPARE(bench.strip.position(), 2);
        bench.strip.setCandidate(7);
        QTest::keyClick(&bench.strip, Qt::Key_Left);
        QCOMPARE(bench.strip.position(), 1);
        bench.strip.setCandidate(0);
        QTest::keyClick(&bench.strip, Qt::Key_Right);
        QCOMPARE(bench.strip.position(), 0);
    }
};

QTEST_MAIN(TestFrameStrip)
#include "test_frame_strip.moc"
