// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/bar_plot.h"

#include "ui/plot/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
constexpr double widestBar = 44, shareOfColumn = 0.72;
constexpr int gap = 4;
} // namespace

BarPlot::BarPlot(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void BarPlot::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    m_current = -1;
    m_highest = m_lowest = 0;
    for (const Bar& bar : m_bars) {
        m_highest = std::max(m_highest, bar.value);
        if (bar.value > 0) m_lowest = m_lowest > 0 ? std::min(m_lowest, bar.value) : bar.value;
    }
    setAccessibleDescription({});
    update();
}

void BarPlot::setLogScale(bool log) {
    m_log = log;
    update();
}

void BarPlot::setSeries(int series) {
    m_series = series;
    update();
}

QRectF BarPlot::area() const {
    const int line = fontMetrics().height();
    const double left = fontMetrics().horizontalAdvance(QLocale().toString(-1.23e-12, 'g', 3)) + gap;
    return QRectF(left, line + gap, std::max(1.0, width() - left - gap),
                  std::max(1, height() - 2 * line - 2 * gap));
}

double BarPlot::shareOf(double value) const {
    if (m_highest <= 0 || value <= 0) return 0;
    if (!m_log) return value / m_highest;
    // the lowest one is still seen
    const double low = std::log(std::max(m_lowest, m_highest * 1e-12)) - 0.5, high = std::log(m_highest);
    return std::clamp((std::log(value) - low) / (high - low), 0.0, 1.0);
}

QRectF BarPlot::barRect(int bar) const {
    const QRectF all = area();
    const double column = all.width() / std::max<double>(1, static_cast<double>(m_bars.size()));
    const double wide = std::min(widestBar, column * shareOfColumn);
    const double high = std::max(1.0, shareOf(m_bars[static_cast<std::size_t>(bar)].value) * all.height());
    return {all.left() + (bar + 0.5) * column - wide / 2, all.bottom() - high, wide, high};
}

int BarPlot::columnAt(const QPointF& point) const {
    const QRectF all = area();
    if (m_bars.empty() || point.x() < all.left() || point.x() > all.right()) return -1;
    const int bars = static_cast<int>(m_bars.size());
    return std::min(bars - 1, static_cast<int>((point.x() - all.left()) / all.width() * bars));
}

void BarPlot::setCurrent(int bar) {
    if (bar == m_current) return;
    m_current = bar;
    setAccessibleDescription(bar < 0 ? QString() : m_bars[static_cast<std::size_t>(bar)].words);
    update();
}

void BarPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotColors colors = plotColors(palette());
    painter.fillRect(rect(), colors.background);
    const QRectF all = area();
    const int line = fontMetrics().height();
    const double column = all.width() / std::max<double>(1, static_cast<double>(m_bars.size()));
    int widest = 1;
    for (const Bar& bar : m_bars) widest = std::max(widest, fontMetrics().horizontalAdvance(bar.name) + gap);
    const int step = std::max(1, static_cast<int>(std::ceil(widest / column)));
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        const QRectF place = barRect(i);
        QColor color = seriesColor(m_series, palette());
        if (bar.faint) color.setAlphaF(0.45f);
        painter.fillRect(place, color);
        if (i == m_current) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(place.adjusted(-2, -2, 2, 0));
        }
        painter.setPen(colors.text);
        const double wide = fontMetrics().horizontalAdvance(bar.name) + 1;
        const double left = std::clamp(place.center().x() - wide / 2, 0.0, std::max(0.0, width() - wide));
        if (i % step == 0)
            painter.drawText(QRectF(left, all.bottom() + gap / 2.0, wide, line), Qt::AlignCenter, bar.name);
        if (fontMetrics().horizontalAdvance(bar.note) < column)
            painter.drawText(QRectF(place.center().x() - column / 2, place.top() - line, column, line),
                             Qt::AlignCenter, bar.note);
    }
    painter.setPen(QPen(colors.axis, 1));
    painter.drawLine(all.bottomLeft(), all.bottomRight());
    painter.setPen(colors.text);
    const auto label = [&](double value) {
        painter.drawText(
            QRectF(0, all.bottom() - shareOf(value) * all.height() - line / 2.0, all.left() - gap, line),
            Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value, 'g', 3));
    };
    if (m_highest > 0) label(m_highest);
    if (!m_log)
        label(0);
    else if (m_lowest < m_highest)
        label(m_lowest);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void BarPlot::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_bars.size()) - 1;
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const bool enter =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (step != 0 && last >= 0)
        setCurrent(std::clamp(m_current + step, 0, last));
    else if (enter && m_current >= 0 && m_bars[static_cast<std::size_t>(m_current)].enabled)
        emit activated(m_current);
    else
        QWidget::keyPressEvent(event);
}

void BarPlot::mousePressEvent(QMouseEvent* event) {
    const int bar = columnAt(event->position());
    if (bar >= 0 && event->button() == Qt::LeftButton && m_bars[static_cast<std::size_t>(bar)].enabled)
        emit activated(bar);
}

void BarPlot::mouseMoveEvent(QMouseEvent* event) {
    const int bar = columnAt(event->position());
    setCurrent(bar);
    setCursor(bar >= 0 && m_bars[static_cast<std::size_t>(bar)].enabled ? Qt::PointingHandCursor
                                                                        : Qt::ArrowCursor);
    if (bar < 0) return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), m_bars[static_cast<std::size_t>(bar)].words, this);
}

void BarPlot::leaveEvent(QEvent*) {
    setCurrent(-1);
}

void BarPlot::focusOutEvent(QFocusEvent* event) {
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

} // namespace rankscope
