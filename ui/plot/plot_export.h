// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

namespace rankscope {

class CurvePlot;

/// Writes a plot as it is seen, with labels and legend, black on white: PNG at three times the pixels, SVG or
/// PDF by the ending of the name. A file that is there stays whole where writing fails. Throws Error naming
/// the file.
void exportPlot(CurvePlot& plot, const QString& path);

/// Asks for a name, then exports; what goes wrong is said in the dialog.
void askAndExportPlot(CurvePlot& plot);

/// What a right click on a plot offers.
void showPlotMenu(CurvePlot& plot, const QPoint& place);

} // namespace rankscope
