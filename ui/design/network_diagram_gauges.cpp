// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/network_diagram.h"
#include "ui/plot/theme.h"

#include <QPainter>

#include <algorithm>

namespace rankscope {

namespace {
constexpr double barHeight = 5, gap = 3, signWidth = 9;
constexpr int costSeries = 1, promiseSeries = 2;
constexpr double faint = 0.35;

double largest(const std::vector<BondGauge>& gauges, std::optional<double> BondGauge::*value) {
    double most = 0;
    for (const BondGauge& gauge : gauges) most = std::max(most, (gauge.*value).value_or(0));
    return most;
}
} // namespace

const BondGauge* NetworkDiagram::gaugeOf(RankRef rank) const {
    const auto found = std::ranges::find(m_gauges, rank, &BondGauge::rank);
    return found == m_gauges.end() ? nullptr : &*found;
}

/// Two bars below the label, each against the largest of all bonds: what one less costs, what one more
/// promises.
void NetworkDiagram::paintGauge(QPainter& painter, const BondGauge& gauge) const {
    QRectF row = labelRect(gauge.rank);
    if (row.isEmpty()) return;
    row = QRectF(row.left(), row.bottom() + gap, row.width(), barHeight);
    painter.save();
    if (valueOf(gauge.rank) != gauge.measuredAt) painter.setOpacity(faint);
    const auto bar = [&](std::optional<double> BondGauge::*value, bool grows, int series) {
        const QRectF track = row.adjusted(signWidth, 0, 0, 0);
        const QPointF sign(row.left() + signWidth / 2 - 2, row.center().y());
        painter.setPen(QPen(palette().color(QPalette::Text), 1.25));
        painter.drawLine(sign - QPointF(2.5, 0), sign + QPointF(2.5, 0));
        if (grows) painter.drawLine(sign - QPointF(0, 2.5), sign + QPointF(0, 2.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::AlternateBase).darker(110));
        painter.drawRect(track);
        const double most = largest(m_gauges, value), share = (gauge.*value).value_or(0);
        painter.setBrush(seriesColor(series, palette()));
        if (most > 0 && share > 0)
            painter.drawRect(
                QRectF(track.topLeft(), QSizeF(std::max(1.0, track.width() * share / most), barHeight)));
        row.translate(0, barHeight + gap);
    };
    bar(&BondGauge::cost, false, costSeries);
    bar(&BondGauge::promise, true, promiseSeries);
    painter.restore();
}

} // namespace rankscope
