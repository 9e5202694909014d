// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// Colours of everything that is plotted: series from a colour-blind safe set (Okabe and Ito, adapted to the
/// background), all else from the palette, so that plots follow the theme.
namespace rankscope {

bool isDark(const QPalette& palette);

/// Colour of series number `index` (it repeats after seriesCount).
QColor seriesColor(int index, const QPalette& palette);
inline constexpr int seriesCount = 7;

/// Colours of what surrounds the data.
struct PlotColors {
    QColor background, axis, text, grid, mark;
};
PlotColors plotColors(const QPalette& palette);

/// For texts beside plots: an error, a warning, readable on the window's background.
QColor errorColor(const QPalette& palette);
QColor warningColor(const QPalette& palette);

} // namespace rankscope
