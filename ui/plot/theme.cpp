// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/theme.h"

#include <QPainter>

#include <array>

namespace rankscope {

namespace {

// Blue, vermilion, green, purple, orange, sky, and ink or yellow: on light ground the bright ones are
// darkened until they reach a contrast of 3 to 1, on dark ground the dark ones are lightened.
constexpr std::array<QRgb, seriesCount> onLight = {0xff0072b2, 0xffd55e00, 0xff00805c, 0xffb8578f,
                                                   0xffb87800, 0xff2f8fc4, 0xff333333};
constexpr std::array<QRgb, seriesCount> onDark = {0xff4fa8e0, 0xfff08a3c, 0xff2ebd92, 0xffe08fbd,
                                                  0xffe8ab2e, 0xff8fd0f5, 0xfff0e442};

QColor mixed(const QColor& a, const QColor& b, double share) {
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * share),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * share),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * share));
}

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

QColor seriesColor(int index, const QPalette& palette) {
    const std::size_t i = static_cast<std::size_t>(((index % seriesCount) + seriesCount) % seriesCount);
    return QColor::fromRgb(isDark(palette) ? onDark[i] : onLight[i]);
}

QPen seriesPen(int index, bool dashed, const QPalette& palette) {
    static const QList<QVector<qreal>> dashes = {{5, 3}, {2, 2}, {8, 3, 2, 3}, {8, 2}};
    QPen pen(seriesColor(index, palette), 1.8);
    const int wrapped = index / seriesCount;
    if (dashed)
        pen.setDashPattern(dashes[(index % seriesCount + wrapped) % dashes.size()]);
    else if (wrapped > 0)
        pen.setDashPattern({12.0, 2.0 + wrapped % 4, 1.0, 2.0 + wrapped % 4});
    return pen;
}

QIcon seriesIcon(int index, const QPalette& palette) {
    constexpr int size = 32; // scaled down: sharp on screens of two pixels a point
    QPixmap square(size, size);
    square.fill(seriesColor(index, palette));
    QIcon icon(square);
    QPainter painter(&square); // a frame, should its colour be that of the selection
    painter.setPen(QPen(palette.color(QPalette::HighlightedText), 4));
    painter.drawRect(2, 2, size - 4, size - 4);
    painter.end();
    icon.addPixmap(square, QIcon::Selected);
    return icon;
}

QPalette paperPalette() {
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

PlotColors plotColors(const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
    return {base, mixed(base, text, 0.5), mixed(base, text, 0.85), mixed(base, text, 0.12),
            mixed(base, text, 0.6)};
}

QColor errorColor(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0x8a, 0x80) : QColor(0xb0, 0x20, 0x18);
}

QColor warningColor(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0xc1, 0x66) : QColor(0x8a, 0x55, 0x00);
}

} // namespace rankscope
