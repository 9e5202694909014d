// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/predictor.h"

#include <QWidget>

namespace rankscope {

/// The most probable classes as bars with names and percentages.
class ProbabilityBars : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t shownClasses = 5;
    explicit ProbabilityBars(QWidget* parent);

    /// Most probable first; the rest is left out.
    void setRanking(const std::vector<ClassProbability>& ranking);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rowHeight() const;
    std::vector<ClassProbability> m_top;
};

} // namespace rankscope
