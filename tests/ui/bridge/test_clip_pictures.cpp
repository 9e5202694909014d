// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "ui/bridge/clip_pictures.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <mutex>
#include <semaphore>

using namespace rankscope;

namespace {
/// Five clips of three candidates, of one grey each: clip * 10 + candidate. Clip 4 is gone. A frame is read
/// as often as `released` allows.
class SlowFrames : public FrameSource {
public:
    int clips() const override { return 5; }
    int candidates(int) const override { return 3; }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override {
        if (QThread::currentThread() == m_window) throw Error("Read on the window's thread.", {});
        released.acquire();
        {
            const std::lock_guard lock(m_mutex);
            m_order.push_back(clip);
        }
        if (clip == 4) throw Error("The clip is gone.", {});
        std::ranges::fill(out, static_cast<std::uint8_t>(clip * 10 + candidate));
    }
    int width() const override { return 6; }
    int height() const override { return 4; }
    std::vector<int> order() const {
        const std::lock_guard lock(m_mutex);
        return m_order;
    }

    mutable std::counting_semaphore<> released{0};

private:
    QThread* m_window = QThread::currentThread();
    mutable std::mutex m_mutex;
    mutable std::vector<int> m_order;
};
} // namespace

class TestClipPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesArriveLaterTheNewestFirst() {
        const auto frames = std::make_shared<SlowFrames>();
        ClipPictures pictures;
        QSignalSpy arrived(&pictures, &ClipPictures::arrived);
        QVERIFY(pictures.picture(0).isNull()); // there are no frames
        pictures.setFrames(frames);
        for (const int clip : {0, 1, 2, 1, 0, 4}) QVERIFY(pictures.picture(clip).isNull());
        QCOMPARE(pictures.icon(3).pixmap(6, 4).size(), QSize(6, 4)); // a stand-in
        QCOMPARE(arrived.count(), 0);
        frames->released.release(5);
        QTRY_COMPARE(arrived.count(), 5);
        QCOMPARE(frames->order(), (std::vector{0, 3, 4, 1, 2}));
        QCOMPARE(pictures.picture(2).pixelColor(5, 3), QColor(21, 21, 21)); // the middle candidate
        QVERIFY(!pictures.isUnreadable(2));
        QVERIFY(pictures.picture(4).isNull());
        QVERIFY(pictures.isUnreadable(4)); // and not tried again
        QCOMPARE(arrived.count(), 5);
    }

    void otherFramesForgetThoseOfBefore() {
        const auto before = std::make_shared<SlowFrames>(), now = std::make_shared<SlowFrames>();
        ClipPictures pictures;
        QSignalSpy arrived(&pictures, &ClipPictures::arrived);
        pictures.setFrames(before);
        before->released.release(1);
        pictures.picture(1);
        QTRY_COMPARE(arrived.count(), 1);
        pictures.setFrames(before);
        QVERIFY(!pictures.picture(1).isNull());
        pictures.picture(2); // waits, and is not wanted any more
        pictures.setFrames(now);
        before->released.release(1);
        now->released.release(1);
        QVERIFY(pictures.picture(1).isNull());
        QTRY_COMPARE(arrived.count(), 2);
        QCOMPARE(now->order(), std::vector{1});
        pictures.setFrames(nullptr);
        QVERIFY(pictures.picture(1).isNull());
    }
};

QTEST_MAIN(TestClipPictures)
#include "test_clip_pictures.moc"
