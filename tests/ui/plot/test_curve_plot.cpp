// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "ui/plot/curve_plot.h"
#include "ui/plot/mark_rows.h"
#include "ui/plot/plot_export.h"
#include "ui/plot/theme.h"
#include "ui/plot/tick_digits.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

QPalette paletteOf(QColor base, QColor text) {
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    return palette;
}

double luminance(const QColor& color) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

bool hasColorNear(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) +
                    std::abs(pixel.blue() - color.blue()) <
                24)
                return true;
        }
    return false;
}

} // namespace

class TestCurvePlot : public QObject {
    Q_OBJECT

private slots:
    void powersOfTenLookTheSameInEveryLanguage() {
        QList<QImage> images;
        for (const QLocale::Language language : {QLocale::C, QLocale::English, QLocale::Chinese}) {
            CurvePlot plot;
            plot.setLocale(QLocale(language));
            plot.resize(400, 300);
            plot.setLogAxes(false, true);
            plot.setCurve("parameters", {1, 2, 3}, {1e3, 1e5, 1e8}, {.name = {}});
            images << plot.grab().toImage();
        }
        QCOMPARE(images[1], images[0]);
        QCOMPARE(images[2], images[0]);
    }

    void numbersBetweenPowersOfTenDifferFromTheirNeighbours() {
        const auto text = [](double tick) { return QString::number(tick, 'g', tickDigits(tick, 3)); };
        for (const double from : {2e-5, 0.02, 2.0, 2000.0, 2e6, -2e6})
            QVERIFY2(text(from) != text(from * 1.001), qPrintable(text(from)));
        QCOMPARE(text(1e6), QString("1e+06"));
        QCOMPARE(text(1e-4), QString("0.0001"));
        QCOMPARE(text(0), QString("0"));
        QCOMPARE(tickDigits(0, 3), 3);
        QCOMPARE(tickDigits(1000, 3), 3); // a power of ten stays short
        QCOMPARE(tickDigits(1500, 7), 7); // never fewer than asked for
    }

    void viewFollowsTheDataUntilZoomed() {
        CurvePlot plot;
        plot.resize(400, 300);
        plot.setCurve("loss", {1, 2, 3}, {2.0, 1.5, 1.0}, {.name = "loss"});
        QCOMPARE(plot.xRange(), qMakePair(1.0, 3.0));
        plot.setCurve("loss", {1, 2, 3, 4}, {2.0, 1.5, 1.0, 0.5}, {.name = "loss"});
        QCOMPARE(plot.xRange(), qMakePair(1.0, 4.0));
        QVERIFY(plot.yRange().first < 0.5 && plot.yRange().second > 2.0);

        QTest::keyClick(&plot, Qt::Key_Plus);
        QVERIFY(!plot.followsData());
        const auto zoomed = plot.xRange();
        QVERIFY(zoomed.second - zoomed.first < 3.0);
        plot.setCurve("loss", {1, 2, 3, 4, 5}, {2.0, 1.5, 1.0, 0.5, 0.4}, {.name = "loss"});
        QCOMPARE(plot.xRange(), zoomed);

        QTest::keyClick(&plot, Qt::Key_Home);
        QVERIFY(plot.followsData());
        QCOMPARE(plot.xRange(), qMakePair(1.0, 5.0));
    }

    void valueRangeHolds() {
        CurvePlot plot;
        plot.setValueRange(0, 1);
        plot.setCurve("accuracy", {1, 2}, {0.4, 0.6});
        QCOMPARE(plot.yRange(), qMakePair(0.0, 1.0));
    }

    void logAxisLeavesOutWhatIsNotPositive() {
        CurvePlot plot;
        plot.setLogAxes(true, true);
        plot.setCurve("parameters", {0, 1, 100}, {-5, 10, 1000});
        QCOMPARE(plot.xRange(), qMakePair(1.0, 100.0));
        QVERIFY(plot.yRange().first > 0 && plot.yRange().first < 10);
        QVERIFY(plot.yRange().second > 1000);
    }

    void curvesAreReplacedAndRemoved() {
        CurvePlot plot;
        plot.setCurve("a", {1, 2}, {1, 2});
        plot.setCurve("a", {1, 2}, {1, 3});
        plot.setCurve("b", {1, 2}, {5, 6});
        QCOMPARE(plot.curveIds(), QStringList({"a", "b"}));
        plot.removeCurve("b");
        QCOMPARE(plot.curveIds(), QStringList{"a"});
        QVERIFY(plot.yRange().second < 4);
        plot.clear();
        QVERIFY(plot.curveIds().isEmpty());
    }

    void errorsBelongToTheirCurve() {
        CurvePlot plot;
        plot.setCurve("means", {1, 2}, {0.5, 0.6}, {.name = {}, .line = false});
        plot.setErrors("means", {0.3, std::nan("")});
        QVERIFY(plot.yRange().first < 0.2 && plot.yRange().second > 0.8);
        plot.setErrors("means", {0.01, 0.01});
        QVERIFY(plot.yRange().first > 0.4);
        plot.removeCurve("means");
        plot.setErrors("means", {1, 1}); // of a curve that is gone
        QVERIFY(plot.curveIds().isEmpty());
        plot.grab();
    }

    void labelsOfMarksDoNotTouch() {
        QCOMPARE(rowsOf({{0, 10}, {50, 60}}, 3, 2), QVector<int>({0, 0}));
        QCOMPARE(rowsOf({{0, 10}, {11, 20}, {23, 30}}, 3, 2), QVector<int>({0, 1, 0}));
        QCOMPARE(rowsOf({{0, 10}, {5, 15}, {9, 20}, {3, 12}}, 3, 2), QVector<int>({0, 1, 2, -1}));
        QVERIFY(rowsOf({}, 3, 2).isEmpty());
    }

    void labelsOfMarksStandBesideTheNumbersOfTheAxis() {
        const auto leftOfAxis = [](const QString& label) {
            CurvePlot plot;
            plot.resize(400, 300);
            plot.setCurve("loss", {1, 2, 3}, {0.0, 0.5, 1.0});
            plot.setMarks({{1, label}});
            plot.grab(); // laid out by then
            return plot.grab().toImage().copy(0, 0, 15, 300);
        };
        QCOMPARE(leftOfAxis("the best of all epochs"), leftOfAxis("i"));
    }

    void paletteChangeRecolours() {
        CurvePlot plot;
        plot.resize(300, 200);
        plot.setCurve("loss", {1, 2, 3}, {2.0, 1.0, 2.0}, {.name = {}, .series = 1});
        const QPalette light = paletteOf(Qt::white, Qt::black),
                       dark = paletteOf(QColor(0x20, 0x20, 0x20), Qt::white);
        plot.setPalette(light);
        plot.show();
        QTRY_VERIFY(hasColorNear(plot.grab().toImage(), seriesColor(1, light)));
        plot.setPalette(dark);
        QTRY_VERIFY(hasColorNear(plot.grab().toImage(), seriesColor(1, dark)));
        QVERIFY(!hasColorNear(plot.grab().toImage(), Qt::white));
    }

    void crossHairFollowsMouseAndKeys() {
        CurvePlot plot;
        plot.resize(400, 300);
        plot.setCurve("loss", {1, 2, 3}, {3.0, 2.0, 1.0}, {.name = "loss"});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.grab(); // laid out by then
        QSignalSpy pointed(&plot, &CurvePlot::pointed), left(&plot, &CurvePlot::left);
        QWidget* canvas = plot.childAt(200, 150);
        QTest::mouseMove(canvas, {150, 150});
        QTest::mouseMove(canvas, {300, 150});
        QTRY_VERIFY(pointed.count() >= 2);
        const double before = pointed[0][0].toDouble(), after = pointed.last()[0].toDouble();
        QVERIFY(before > 1 && before < after && after < 3);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(canvas, &leave);
        QCOMPARE(left.count(), 1);
        pointed.clear();
        QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(pointed.count(), 1);
        const double x = pointed.first().first().toDouble();
        QVERIFY(x > 2 && x < 2.2);
        QVERIFY(plot.followsData());
        const QVector<CurveValue> values = plot.valuesAt(x);
        QCOMPARE(values.size(), 1);
        QCOMPARE(values[0].x, 2.0);
        QCOMPARE(values[0].y, 2.0);
    }

    void exportsPicturesThatAreWhatTheySay() {
        QTemporaryDir folder;
        CurvePlot plot;
        plot.resize(400, 300);
        plot.setPalette(paletteOf(Qt::black, Qt::white));
        plot.setLabels("Epoch", "Loss of it");
        plot.setCurve("loss", {1, 2, 3}, {3.0, 2.0, 1.0}, {.name = "training curve", .series = 1});
        exportPlot(plot, folder.filePath("plot.png"));
        const QImage image(folder.filePath("plot.png"));
        QCOMPARE(image.size(), QSize(1200, 900));
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
        QVERIFY(hasColorNear(image, seriesColor(1, paperPalette())));

        exportPlot(plot, folder.filePath("plot.svg"));
        QFile svg(folder.filePath("plot.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY(text.contains("<svg") && text.contains("Loss of it") && text.contains("training curve"));
        QVERIFY(!text.contains("<image")); // lines, not pixels

        exportPlot(plot, folder.filePath("plot.pdf"));
        QFile pdf(folder.filePath("plot.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");

        QVERIFY_EXCEPTION_THROWN(exportPlot(plot, folder.filePath("plot.bmp")), Error);
        QVERIFY_EXCEPTION_THROWN(exportPlot(plot, folder.filePath("no/such/plot.svg")), Error);
    }

    void dashesTellSeriesApart() {
        const QPalette palette = paperPalette();
        for (int i = 0; i < 4 * seriesCount; ++i)
            for (int j = 0; j < i; ++j) {
                const QPen a = seriesPen(i, true, palette), b = seriesPen(j, true, palette);
                QVERIFY(a.color() != b.color() || a.dashPattern() != b.dashPattern());
            }
        QCOMPARE(seriesPen(0, false, palette).style(), Qt::SolidLine);
        QVERIFY(seriesPen(seriesCount, false, palette).style() != Qt::SolidLine);
    }

    void seriesStandOutOnBothGrounds() {
        for (const QPalette& palette :
             {paletteOf(Qt::white, Qt::black), paletteOf(QColor(0x1c, 0x1e, 0x20), Qt::white)})
            for (int i = 0; i < seriesCount; ++i)
                QVERIFY2(contrast(seriesColor(i, palette), palette.color(QPalette::Base)) >= 3.0,
                         qPrintable(QString::number(i)));
    }
};

QTEST_MAIN(TestCurvePlot)
#include "test_curve_plot.moc"
