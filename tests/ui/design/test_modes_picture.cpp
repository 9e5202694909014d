// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/picture/modes_picture.h"
#include "ui/design/picture/pixel_cover.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace rankscope;

class TestModesPicture : public QObject {
    Q_OBJECT

    const Shape m_modes{8, 20, 20, 18}; // of 160 x 120 x 3
    static int covered(const ModesPicture& picture, const DataSpec& data) {
        int count = 0;
        for (int y = 0; y < data.height; ++y)
            for (int x = 0; x < data.width; ++x) count += picture.covers(x, y);
        return count;
    }

private Q_SLOTS:
    void blocksAreTold() {
        const DataSpec data;
        QCOMPARE(coverText(m_modes, 0, data), QStringLiteral("15 rows"));
        QCOMPARE(coverText(m_modes, 1, data), QStringLiteral("120 pixels, 3/4 of a row"));
        QCOMPARE(coverText(m_modes, 2, data), QStringLiteral("6 pixels, 3/80 of a row"));
        QVERIFY(coverText(m_modes, 3, data).startsWith(QStringLiteral("1 value")));
        QVERIFY(isCleanCut(m_modes, 0, data));
        QVERIFY(!isCleanCut(m_modes, 1, data)); // three quarters of a row
        QVERIFY(!isCleanCut(m_modes, 2, data)); // 6 pixels do not divide 160
        QVERIFY(isCleanCut(m_modes, 3, data));
        QVERIFY(isCleanCut({120, 160, 3}, 0, data) && isCleanCut({120, 160, 3}, 1, data));
    }

    void valuesAreInTheOrderOfTheLayout() {
        DataSpec data;
        data.width = 6;
        data.height = 4;
        data.patchWidth = 3;
        data.patchHeight = 2;
        for (const FrameLayout layout :
             {FrameLayout::ChannelLast, FrameLayout::ChannelFirst, FrameLayout::Patches}) {
            data.layout = layout;
            auto values = valuesInOrder(data);
            QCOMPARE(product(frameAxes(data)), Index{6 * 4 * 3});
            if (layout == FrameLayout::ChannelFirst) QCOMPARE(values[24], 1); // green of the first pixel
            if (layout == FrameLayout::Patches) {
                QCOMPARE(values[9], 6 * 3);  // the second row of the first patch
                QCOMPARE(values[18], 3 * 3); // the second patch
            }
            std::ranges::sort(values);
            for (int i = 0; i < 72; ++i) QCOMPARE(values[static_cast<std::size_t>(i)], i);
        }
    }

    void theBlockAtThePlaceIsPainted() {
        const DataSpec data;
        ModesPicture picture(nullptr);
        picture.setFrame({}, data, m_modes);
        picture.setPlace(10, 47); // row 47 is in the fourth stripe of 15
        QCOMPARE(picture.indices()[0], Index{3});
        QCOMPARE(covered(picture, data), 15 * 160);
        QVERIFY(picture.covers(0, 45) && picture.covers(159, 59));
        QVERIFY(!picture.covers(0, 44) && !picture.covers(0, 60));
        picture.setMode(1);
        QCOMPARE(covered(picture, data), 120);
        QVERIFY(picture.covers(10, 47));
        picture.setMode(2);
        QCOMPARE(covered(picture, data), 6);
        QTest::keyClick(&picture, Qt::Key_Up);
        QCOMPARE(picture.mode(), 1);
        QTest::keyClick(&picture, Qt::Key_Right);
        QVERIFY(!picture.covers(10, 47));
        QCOMPARE(covered(picture, data), 120);
    }

    void aFrameOfOneRowHasAPlace() {
        DataSpec data;
        data.width = 6;
        data.height = 1;
        ModesPicture picture(nullptr);
        picture.setFrame({}, data, {6, 3});
        QCOMPARE(picture.indices(), (Shape{3, 0}));
    }

    void whatIsNotShownIsNotMoved() {
        ModesPicture picture(nullptr);
        picture.setFrame({}, DataSpec(), m_modes);
        picture.resize(160, 120);
        const Shape place = picture.indices();
        picture.setUnavailable(QStringLiteral("why"));
        QSignalSpy moved(&picture, &ModesPicture::placeChanged);
        QTest::keyClick(&picture, Qt::Key_Right);
        QMouseEvent event(QEvent::MouseMove, {5, 5}, picture.mapToGlobal(QPointF(5, 5)), Qt::NoButton, {},
                          {});
        QApplication::sendEvent(&picture, &event);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(picture.indices(), place);
    }

    void patchesMakeBlocksOfThem() {
        DataSpec data;
        data.layout = FrameLayout::Patches;
        ModesPicture picture(nullptr);
        const Shape modes{15, 20, 64, 3}; // patch row, patch column, pixel, channel
        picture.setFrame({}, data, modes);
        picture.setMode(1);
        picture.setPlace(17, 9);
        QCOMPARE(covered(picture, data), 64);
        QVERIFY(picture.covers(16, 8) && picture.covers(23, 15) && !picture.covers(24, 8));
        QCOMPARE(coverText(modes, 1, data), QStringLiteral("1 patch"));
        QVERIFY(isCleanCut(modes, 0, data) && isCleanCut(modes, 1, data));
    }
};

QTEST_MAIN(TestModesPicture)
#include "test_modes_picture.moc"
