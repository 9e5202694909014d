// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/cost_curves.h"

#include "ui/plot/curve_plot.h"

#include <QBoxLayout>

namespace rankscope {

CostCurves::CostCurves(QWidget* parent)
    : QWidget(parent), m_parameters(new CurvePlot(this)), m_macs(new CurvePlot(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    m_parameters->setAccessibleName(tr("Parameters against rank"));
    m_macs->setAccessibleName(tr("Multiplications against rank"));
    for (CurvePlot* plot : {m_parameters, m_macs}) {
        plot->setLogAxes(false, true);
        layout->addWidget(plot, 1);
    }
}

void CostCurves::clear(const QString& reason) {
    for (CurvePlot* plot : {m_parameters, m_macs}) {
        plot->clear();
        plot->setEmptyText(reason);
    }
}

void CostCurves::setCosts(const CostComparison& costs) {
    if (costs.curve.empty()) return clear(tr("A dense map has no rank"));
    QVector<double> rank, parameters, forward, training;
    for (const RankPoint& point : costs.curve) {
        rank << double(point.rank);
        parameters << double(point.parameters);
        forward << point.forward;
        training << point.training;
    }
    const QString axis = costs.equalRanks ? tr("rank, all equal") : tr("rank, all equal (dot: mean)");
    m_parameters->setLabels(axis, tr("parameters"));
    m_macs->setLabels(axis, tr("MAC per frame"));
    m_parameters->setCurve(QStringLiteral("parameters"), rank, parameters, {.name = {}, .series = 0});
    m_macs->setCurve(QStringLiteral("forward"), rank, forward, {.name = tr("forward"), .series = 0});
    m_macs->setCurve(QStringLiteral("training"), rank, training,
                     {.name = tr("training"), .series = 0, .dashed = true});
    const RankPoint& now = costs.current.front();
    m_parameters->setHighlight(QPointF(double(now.rank), double(now.parameters)), 1);
    m_macs->setHighlight(QPointF(double(now.rank), now.forward), 1);
}

} // namespace rankscope
