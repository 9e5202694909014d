// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_folder.h"

#include <QPointF>
#include <QString>
#include <QVector>

/// Numbers behind the curves of runs; nothing here is shown or waits.
namespace rankscope {

enum class CurveX { Epoch, Step, Time };

/// How the curves of the Train pane are drawn.
struct CurveOptions {
    double smoothing = 0; ///< 0 (off) to 0.999
    CurveX x = CurveX::Epoch;
    bool logX = false, logY = false; ///< y: of all but shares
    bool operator==(const CurveOptions&) const = default;
};

/// Whether clips have several labels: then `EpochRecord::validationScore` is a mean average precision.
bool hasMeanPrecision(const RunInfo& run);

/// Where each record lies: its epoch, the steps or the seconds of training up to its end. A run whose steps
/// are not known has none.
QVector<double> positionsOf(const RunInfo& run, CurveX x);

/// Where a moment between two epochs lies: 2.5 is half of the third epoch.
double positionAt(const RunInfo& run, CurveX x, double epochs);

/// Exponential moving average of the values so far, corrected for its start from zero (Kingma and Ba 2015,
/// section 3). Values that are not finite are passed over.
QVector<double> smoothed(const QVector<double>& values, double weight);

/// Complete epochs after which another learning rate held than the schedule tells; steps of a schedule count.
QVector<int> rateChanges(const RunInfo& run);

/// Colour number of a run: chosen by the user, else by its name: "tt-lstm", "tt-lstm-2" are neighbours.
int seriesOf(const RunInfo& run);
/// Of several runs together: those that would look alike get another dash pattern.
QVector<int> seriesOf(const std::vector<RunInfo>& runs);

} // namespace rankscope
