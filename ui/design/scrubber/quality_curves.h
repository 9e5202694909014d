// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/rank_study.h"

#include <QWidget>

#include <map>
#include <optional>

namespace rankscope {

class CurvePlot;

/// What rounded copies of a run are worth: accuracy and error against the parameters of the map, with the
/// present copy marked.
class QualityCurves : public QWidget {
    Q_OBJECT
public:
    explicit QualityCurves(QWidget* parent);
    /// `points`: by parameters of the map.
    void setPoints(const std::map<Index, RankQuality>& points, const std::optional<RankQuality>& now);

private:
    CurvePlot *m_accuracy, *m_error;
};

/// One copy in words; `accuracy`: of the run itself.
QString qualityText(const RankQuality& quality, const std::optional<double>& accuracy);

/// A share as few digits of a percentage: "0.123", "56.2".
QString fewDigits(double share);

} // namespace rankscope
