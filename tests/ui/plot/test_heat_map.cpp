// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/bar_plot.h"
#include "ui/plot/heat_map.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>

using namespace rankscope;

class TestHeatMap : public QObject {
    Q_OBJECT

    static HeatMapValues small() {
        HeatMapValues values{2, 3, {-1.0f, 0.0f, 1.0f, 0.5f, std::numeric_limits<float>::quiet_NaN(), -0.5f}};
        return values;
    }

    static QColor colorIn(HeatMap& map, int row, int column) {
        const QPointF center = map.cellRect(row, column).center();
        return map.grab().toImage().pixelColor(center.toPoint());
    }

private slots:
    void colorMapsGrowFromTheBackground() {
        for (const QColor& base : {QColor(Qt::white), QColor(30, 30, 30)}) {
            QPalette palette;
            palette.setColor(QPalette::Base, base);
            palette.setColor(QPalette::Text, base.lightness() > 128 ? Qt::black : Qt::white);
            const auto contrast = [&](QRgb color) { return std::abs(qGray(color) - qGray(base.rgb())); };
            const auto sequential = colorTable(ColorMap::Sequential, palette),
                       diverging = colorTable(ColorMap::Diverging, palette);
            for (std::size_t i = 1; i < 256; ++i) {
                // to the rounding of a channel
                QVERIFY(contrast(sequential[i]) >= contrast(sequential[i - 1]) - 1);
                const bool rising = i >= 128;
                QVERIFY(rising ? contrast(diverging[i]) >= contrast(diverging[i - 1]) - 1
                               : contrast(diverging[i]) <= contrast(diverging[i - 1]) + 1);
            }
            QVERIFY(contrast(sequential.back()) > 120);
            QVERIFY(qBlue(diverging.front()) > qRed(diverging.front()));
            QVERIFY(qRed(diverging.back()) > qBlue(diverging.back()));
        }
    }

    void cellsHaveTheColorsOfTheirValues() {
        HeatMap map;
        map.resize(400, 300);
        map.setColorMap(ColorMap::Diverging);
        map.setValues(small());
        const auto table = colorTable(ColorMap::Diverging, map.palette());
        QCOMPARE(colorIn(map, 0, 0).rgb(), table[0]);
        QCOMPARE(colorIn(map, 0, 2).rgb(), table[255]);
        QCOMPARE(colorIn(map, 1, 1).rgb(), map.palette().color(QPalette::Base).rgb());
        HeatMapValues scaled = small();
        scaled.limit = 10;
        map.setValues(scaled);
        QVERIFY(colorIn(map, 0, 2).rgb() != table[255]);
    }

    void mouseAndKeysChooseCells() {
        HeatMap map;
        map.resize(400, 300);
        map.setDescriber([](int row, int column) { return QStringLiteral("%1/%2").arg(row).arg(column); });
        map.setValues(small());
        QSignalSpy changed(&map, &HeatMap::currentChanged), opened(&map, &HeatMap::activated);
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(1, 2).center().toPoint());
        QCOMPARE(map.current(), QPoint(2, 1));
        QCOMPARE(map.accessibleDescription(), QStringLiteral("1/2"));
        QTest::keyClick(&map, Qt::Key_Right); // the last column stays
        QTest::keyClick(&map, Qt::Key_Up);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.current(), QPoint(1, 0));
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(1).toInt(), 1);
        QCOMPARE(changed.count(), 3);
        QTest::mouseClick(&map, Qt::LeftButton, {}, {1, 1}); // beside the cells
        QCOMPARE(changed.count(), 3);
        map.setValues({});
        QTest::keyClick(&map, Qt::Key_Down);
        QVERIFY(!map.cellAt({50, 50}));
    }

    void manyCellsAreOneImage() {
        HeatMap map;
        map.resize(300, 200);
        HeatMapValues values{512, 512, std::vector<float>(512 * 512, 1.0f)};
        for (std::size_t i = 0; i < values.values.size(); ++i)
            if (i % 512 < 256) values.values[i] = 0; // the left half
        values.tileRows = values.tileColumns = 64;
        map.setValues(values);
        const QImage image = map.grab().toImage();
        std::map<QRgb, int> colors;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y) ++colors[image.pixel(x, y)];
        // Both halves are of one colour each, a great part of the picture.
        const auto large = std::ranges::count_if(
            colors, [&](const auto& entry) { return entry.second > image.width() * image.height() / 8; });
        QVERIFY2(large >= 2, qPrintable(QString::number(large)));
    }

    void barsAreActivatedByClickAndKeys() {
        BarPlot plot;
        plot.resize(300, 160);
        plot.setBars(
            {{4, "1", "12 %", "first", true}, {2, "2", "", "second", true}, {1, "3", "", "third", false}});
        QVERIFY(plot.barRect(0).height() > 1.9 * plot.barRect(1).height());
        plot.setLogScale(true);
        QVERIFY(plot.barRect(0).height() < 1.9 * plot.barRect(1).height());
        QVERIFY(plot.barRect(2).height() > 5);
        QSignalSpy activated(&plot, &BarPlot::activated);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.barRect(1).center().toPoint());
        QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.barRect(2).center().toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toInt(), 1);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("first"));
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(activated.last().first().toInt(), 0);
    }
};

QTEST_MAIN(TestHeatMap)
#include "test_heat_map.moc"
