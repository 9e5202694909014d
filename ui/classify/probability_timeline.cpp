// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/probability_timeline.h"

#include "ui/bridge/number_text.h"
#include "ui/classify/file_table_model.h"
#include "ui/plot/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rankscope {

namespace {
constexpr int gap = 4;
constexpr double dot = 2.5; // radius: a single moment is no curve

/// Of a timeline, the nearest moment to a candidate.
std::size_t nearestMoment(const ClassTimeline& timeline, int candidate) {
    const auto after = std::ranges::lower_bound(timeline.moments, candidate);
    if (after == timeline.moments.end()) return timeline.moments.size() - 1;
    return static_cast<std::size_t>(after - timeline.moments.begin());
}
} // namespace

ProbabilityTimeline::ProbabilityTimeline(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Probabilities over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ProbabilityTimeline::setClip(std::shared_ptr<const ShownClip> clip) {
    m_clip = std::move(clip);
    m_current = -1;
    setTimeline(m_clip ? m_clip->timeline : ClassTimeline());
}

void ProbabilityTimeline::setTimeline(const ClassTimeline& timeline) {
    m_timeline = timeline;
    // the classes with the highest peaks
    std::vector<float> peaks(m_clip && !timeline.moments.empty() ? m_clip->classes.size() : 0, 0.0f);
    for (const auto& row : timeline.probabilities)
        for (std::size_t k = 0; k < peaks.size(); ++k) peaks[k] = std::max(peaks[k], row[k]);
    m_classes.resize(peaks.size());
    std::iota(m_classes.begin(), m_classes.end(), std::size_t{0});
    std::ranges::stable_sort(m_classes, std::greater<>(), [&](std::size_t k) { return peaks[k]; });
    m_classes.resize(std::min<std::size_t>(m_classes.size(), shownClasses));
    update();
}

void ProbabilityTimeline::setCurrent(int candidate) {
    m_current = candidate;
    setAccessibleDescription(wordsAt(candidate));
    update();
}

QRectF ProbabilityTimeline::area() const {
    const double left = fontMetrics().horizontalAdvance(percentText(1)) + 2 * gap;
    const int line = fontMetrics().height();
    return QRectF(left, line + gap, std::max(1.0, width() - left - gap),
                  std::max(1, height() - 2 * line - 2 * gap));
}

double ProbabilityTimeline::xOf(int candidate) const {
    const QRectF all = area();
    return all.left() + (candidate + 0.5) / std::max(1, m_clip->frames()) * all.width();
}

int ProbabilityTimeline::candidateAt(double x) const {
    const QRectF all = area();
    const int frames = m_clip->frames();
    return std::clamp(static_cast<int>((x - all.left()) / all.width() * frames), 0, std::max(0, frames - 1));
}

QString ProbabilityTimeline::wordsAt(int candidate) const {
    if (!m_clip || candidate < 0 || m_timeline.moments.empty()) return {};
    const auto& row = m_timeline.probabilities[nearestMoment(m_timeline, candidate)];
    QStringList lines{tr("Frame %1").arg(candidate + 1)};
    if (m_clip->result.clip.framesPerSecond > 0)
        lines.front() += tr(", %1 s").arg(QLocale().toString(m_clip->seconds(candidate), 'f', 2));
    for (const std::size_t k : m_classes)
        lines << tr("%1 %2").arg(QString::fromStdString(m_clip->classes[k]), percentText(double(row[k])));
    return lines.join(QLatin1Char('\n'));
}

void ProbabilityTimeline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotColors colors = plotColors(palette());
    painter.fillRect(rect(), colors.background);
    if (!m_clip || m_timeline.moments.empty()) return;
    const QRectF all = area();
    const int line = fontMetrics().height();
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = all.bottom() - share * all.height();
        painter.setPen(QPen(colors.grid, 1));
        painter.drawLine(QPointF(all.left(), y), QPointF(all.right(), y));
        painter.setPen(colors.text);
        if (share != 0.5 || all.height() > 3 * line)
            painter.drawText(QRectF(0, y - line / 2.0, all.left() - gap, line),
                             Qt::AlignRight | Qt::AlignVCenter,
                             tr("%1 %").arg(QLocale().toString(100 * share)));
    }
    for (std::size_t i = m_classes.size(); i-- > 0;) { // the most probable one on top
        const QColor color = seriesColor(static_cast<int>(i), palette());
        const auto pointOf = [&](std::size_t moment) {
            return QPointF(xOf(m_timeline.moments[moment]),
                           all.bottom() -
                               double(m_timeline.probabilities[moment][m_classes[i]]) * all.height());
        };
        QPainterPath path(pointOf(0));
        for (std::size_t moment = 1; moment < m_timeline.moments.size(); ++moment)
            path.lineTo(pointOf(moment));
        painter.setPen(QPen(color, i == 0 ? 2.4 : 1.6, i % 2 == 0 ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        if (m_timeline.moments.size() == 1) painter.drawEllipse(pointOf(0), dot, dot);
    }
    if (m_current >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawLine(QPointF(xOf(m_current), all.top()), QPointF(xOf(m_current), all.bottom()));
    }
    paintNames(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ProbabilityTimeline::paintNames(QPainter& painter) const {
    const QRectF all = area();
    const int line = fontMetrics().height();
    double x = all.left();
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const QString name = QString::fromStdString(m_clip->classes[m_classes[i]]);
        const double wide = 22 + fontMetrics().horizontalAdvance(name);
        if (x + wide > all.right()) break;
        painter.setPen(
            QPen(seriesColor(static_cast<int>(i), palette()), 2, i % 2 == 0 ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x, line / 2.0), QPointF(x + 16, line / 2.0));
        painter.setPen(plotColors(palette()).text);
        painter.drawText(QRectF(x + 20, 0, wide, line), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += wide + 12;
    }
    const double rate = m_clip->result.clip.framesPerSecond;
    const double length = rate > 0 ? m_clip->result.clip.decodedFrames / rate : 0;
    painter.setPen(plotColors(palette()).text);
    const QRectF below(all.left(), all.bottom() + gap / 2.0, all.width(), line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, length > 0 ? tr("0 s") : tr("beginning"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     length > 0 ? tr("%1 s").arg(QLocale().toString(length, 'f', 1)) : tr("end"));
}

void ProbabilityTimeline::choose(const QPointF& point) {
    if (m_clip && m_clip->frames() > 0) Q_EMIT frameChosen(candidateAt(point.x()));
}

void ProbabilityTimeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(event->position());
}

void ProbabilityTimeline::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) choose(event->position());
    if (m_clip && area().contains(event->position()))
        QToolTip::showText(event->globalPosition().toPoint(), wordsAt(candidateAt(event->position().x())),
                           this);
}

void ProbabilityTimeline::keyPressEvent(QKeyEvent* event) {
    const int last = m_clip ? m_clip->frames() - 1 : -1;
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (last >= 0 && step != 0)
        Q_EMIT frameChosen(std::clamp(m_current + step, 0, last));
    else if (last >= 0 && event->key() == Qt::Key_Home)
        Q_EMIT frameChosen(0);
    else if (last >= 0 && event->key() == Qt::Key_End)
        Q_EMIT frameChosen(last);
    else
        QWidget::keyPressEvent(event);
}

} // namespace rankscope
