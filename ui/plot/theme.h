// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QPen>

/// Colours of everything that is plotted: series from a colour-blind safe set (Okabe and Ito, adapted to the
/// background), all else from the palette, so that plots follow the theme.
namespace rankscope {

bool isDark(const QPalette& palette);

/// Colour of series number `index` (it repeats after seriesCount).
QColor seriesColor(int index, const QPalette& palette);
inline constexpr int seriesCount = 7;

/// Pen of a series: its colour, and a dash pattern that tells it from others without colour. Solid lines are
/// solid for the first seriesCount series; dashed ones differ from each other.
QPen seriesPen(int index, bool dashed, const QPalette& palette);

/// A square of its colour for tables, menus and legends; as it is, too, where its row is selected.
QIcon seriesIcon(int index, const QPalette& palette);

/// Black on white: what is exported to be printed.
QPalette paperPalette();

/// Colours of what surrounds the data.
struct PlotColors {
    QColor background, axis, text, grid, mark;
};
PlotColors plotColors(const QPalette& palette);

/// For texts beside plots: an error, a warning, readable on the window's background.
QColor errorColor(const QPalette& palette);
QColor warningColor(const QPalette& palette);

} // namespace rankscope
