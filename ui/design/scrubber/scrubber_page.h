// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/study/run_study.h"

#include <QWidget>

#include <deque>
#include <map>

class QLabel;
class QPushButton;
class QSlider;

namespace rankscope {

class QualityCurves;
class RankEditor;

/// The truncation scrubber: rounds a copy of a trained run as a tolerance or a rank is dragged, measures the
/// copy on the run's validation clips in the background, the newest wish first, and gathers accuracy and
/// error against parameters. A copy can be written as a run.
class ScrubberPage : public QWidget {
    Q_OBJECT
public:
    ScrubberPage(TrainingSession& session, RunStudy& study, QWidget* parent);

    /// What was measured so far, by parameters of the map.
    const std::map<Index, RankQuality>& points() const { return m_points; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// The run as it is, and copies along the greedy path from it.
    struct Opened {
        MapSpec present;           ///< its first output mode multiplied by the gates
        std::vector<MapSpec> path; ///< gates not counted
        RankQuality quality;
        std::string clips; ///< "validation"
    };
    /// A copy that is to be measured: at given ranks, or the smallest within a tolerance.
    struct Wish {
        MapSpec map; ///< gates not counted
        std::optional<double> tolerance;
        bool dragged = false; ///< else a point of the curve
    };

    void build();
    void forget();
    void open();
    void opened(const JobResult<Opened>& result);
    void dragTolerance();
    void editRanks(const Shape& ranks, int index);
    void want(const Wish& wish);
    void next();
    void measured(const Wish& wish, const JobResult<RankQuality>& result);
    void drawCurve();
    void write();
    void written(const JobResult<std::filesystem::path>& result);
    void refresh();
    void showRanks(const MapSpec& map);
    QString stateText() const;

    TrainingSession& m_session;
    RunStudy& m_study;
    QSlider* m_tolerance;
    QLabel *m_toleranceText, *m_state, *m_result;
    RankEditor* m_ranks;
    QualityCurves* m_curves;
    QPushButton *m_curve, *m_write;
    std::optional<Opened> m_opened;
    std::map<Index, RankQuality> m_points;
    std::optional<RankQuality> m_now; ///< the copy that was dragged to last
    std::optional<Wish> m_wish, m_measuring;
    std::deque<MapSpec> m_queue; ///< points of the curve
    QString m_failure;
    std::filesystem::path m_newRun; ///< written from here
    Job<Opened> m_openJob;
    Job<RankQuality> m_job;
    Job<std::filesystem::path> m_writeJob;
    QTimer m_tick;
};

} // namespace rankscope
