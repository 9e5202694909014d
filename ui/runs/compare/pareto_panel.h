// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace rankscope {

class CurvePlot;

/// Accuracy against parameters, with the runs that no other beats in both joined by a line.
class ParetoPanel : public QWidget {
    Q_OBJECT
public:
    explicit ParetoPanel(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunRowPtr>& runs);
    void setSelected(const std::vector<RunRowPtr>& runs);
    CurvePlot& plot() const { return *m_plot; }

signals:
    void runClicked(const std::filesystem::path& run);

private:
    /// A dot: one run, or the mean of a configuration over its seeds at its best learning rate.
    struct Dot {
        RunRowPtr run;
        double accuracy = 0;
        double deviation = 0; ///< over the seeds; NaN: of one run
        QString text;
    };
    std::vector<Dot> dots() const;
    void draw();
    void drawSelected();
    void drawFront(const std::vector<Dot>& dots);
    void drawDots(const std::vector<Dot>& dots);
    void click(const QString& curve, int index);

    CurvePlot* m_plot;
    QCheckBox* m_means;
    QLabel* m_told;
    std::vector<RunRowPtr> m_runs, m_selected;
    QHash<QString, std::vector<Dot>> m_drawn;
};

} // namespace rankscope
