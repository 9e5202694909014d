// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/color_map.h"

#include "ui/plot/theme.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace rankscope {

namespace {

using Stops = std::vector<QRgb>; // evenly spaced

// Lightness falls (on light ground) or rises (on dark ground) from the background on, so that the maps can be
// read without their hues.
const Stops& stopsOf(ColorMap map, bool dark) {
    static const Stops sequentialLight{0xfff7fbff, 0xffc6dbef, 0xff6baed6, 0xff2171b5, 0xff08306b};
    static const Stops sequentialDark{0xff1c2127, 0xff123f66, 0xff1f6fae, 0xff5fb0e5, 0xffd6efff};
    static const Stops divergingLight{0xff053a75, 0xff2f79b5, 0xff92c5de, 0xfff7f7f7,
                                      0xfff4a582, 0xffd1602a, 0xff7f2704};
    static const Stops divergingDark{0xffb5ddff, 0xff5aa5e0, 0xff1f5685, 0xff1e1f21,
                                     0xff85451c, 0xffe08a45, 0xffffdcb8};
    if (map == ColorMap::Sequential) return dark ? sequentialDark : sequentialLight;
    return dark ? divergingDark : divergingLight;
}

double linearLight(int channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

} // namespace

std::array<QRgb, 256> colorTable(ColorMap map, const QPalette& palette) {
    const Stops& stops = stopsOf(map, isDark(palette));
    std::array<QRgb, 256> table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double place = static_cast<double>(i) / 255 * static_cast<double>(stops.size() - 1);
        const std::size_t low = std::min(static_cast<std::size_t>(place), stops.size() - 2);
        const double share = place - static_cast<double>(low);
        const auto mixed = [&](int (*channel)(QRgb)) {
            return static_cast<int>(
                std::lround(channel(stops[low]) * (1 - share) + channel(stops[low + 1]) * share));
        };
        table[i] = qRgb(mixed(qRed), mixed(qGreen), mixed(qBlue));
    }
    return table;
}

QRgb textColorOn(QRgb background) {
    const double light = 0.2126 * linearLight(qRed(background)) + 0.7152 * linearLight(qGreen(background)) +
                         0.0722 * linearLight(qBlue(background));
    // the contrast ratios of WCAG 2 with white and with black are equal here
    return light > 0.179 ? qRgb(0, 0, 0) : qRgb(255, 255, 255);
}

} // namespace rankscope
