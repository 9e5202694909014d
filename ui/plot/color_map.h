// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QRgb>

#include <array>

/// Colour maps for heat maps, colour-blind safe, for light and dark ground.
namespace rankscope {

/// Sequential: from the background at 0 to blue at 1. Diverging: from blue over the background at 0.5 to
/// orange, so that zero, put at the centre, recedes.
enum class ColorMap { Sequential, Diverging };

/// Colours at 0, 1/255 .. 1.
std::array<QRgb, 256> colorTable(ColorMap map, const QPalette& palette);

/// Black or white, whichever is read better on a colour.
QRgb textColorOn(QRgb background);

} // namespace rankscope
