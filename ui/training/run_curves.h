// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"
#include "ui/training/curve_data.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace rankscope {

class CurveBar;
class CurvePlot;
class Readout;
struct CurveStyle;

/// Curves of the shown runs: training solid, validation dashed, one colour a run; raw values faint behind
/// smoothed ones; the running means of the epoch under way are a dot. A cross-hair runs through all plots.
class RunCurves : public QWidget {
    Q_OBJECT
public:
    explicit RunCurves(TrainingSession& session, QWidget* parent = nullptr);

private:
    /// One quantity of the records; `isShare`: shown from 0 to 1, never logarithmic.
    struct Quantity {
        QString title;
        bool isShare = false;
        std::optional<double> (*training)(const EpochRecord&) = nullptr;
        std::optional<double> (*validation)(const EpochRecord&) = nullptr;
        CurvePlot* plot = nullptr;
    };

    void addQuantities();
    void addPlot(Quantity& quantity);
    void link(CurvePlot* plot);
    void redraw();   ///< everything anew: other runs or other options
    void drawRuns(); ///< new records
    void drawRun(const Quantity& quantity, const RunInfo& run, int series, bool named);
    void drawCurve(CurvePlot& plot, const QString& id, const RunInfo& run, CurveStyle style,
                   std::optional<double> (*value)(const EpochRecord&));
    void drawMarks();
    void drawProgress();
    void showUnusedPlots();
    void point(std::optional<double> x);
    void pick(double x);
    void follow();
    bool allFollow() const;

    TrainingSession& m_session;
    CurveBar* m_bar;
    Readout* m_readout;
    std::vector<Quantity> m_quantities;
    QStringList m_folders;
    QWidget* m_lower = nullptr; ///< the plots of what only some records have
    std::optional<double> m_pinned;
    bool m_linking = false;
};

} // namespace rankscope
