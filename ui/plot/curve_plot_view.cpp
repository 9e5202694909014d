// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of the plot: following, zooming, cross-hair, values under the mouse.
#include "ui/plot/curve_plot.h"
#include "ui/plot/plot_export.h"
#include "ui/plot/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rankscope {

namespace {

constexpr int legendColumn = 150;    // width that most names need
constexpr double marginShare = 0.06; // of the height, above and below the data

QCPRange withMargin(QCPRange range, const QCPAxis* axis) {
    if (axis->scaleType() == QCPAxis::stLogarithmic) {
        const double factor = std::pow(std::max(range.upper / range.lower, 1.01), marginShare);
        return {range.lower / factor, range.upper * factor};
    }
    const double size = range.size() > 0 ? range.size() : std::max(std::abs(range.upper), 1.0) * 0.1;
    return {range.lower - size * marginShare, range.upper + size * marginShare};
}

} // namespace

void CurvePlot::connectMouse() {
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] {
        stopFollowing();
        QMetaObject::invokeMethod(this, &CurvePlot::tellXRange, Qt::QueuedConnection); // zoomed by then
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton) {
            stopFollowing();
            tellXRange();
        } else if (m_plot->axisRect()->rect().contains(event->pos())) {
            emit pointed(m_plot->xAxis->pixelToCoord(event->pos().x()));
        }
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::followData);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        setFocus(Qt::MouseFocusReason);
        m_pressedAt = event->pos();
    });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this](QMouseEvent* event) {
        const bool clicked = (event->pos() - m_pressedAt).manhattanLength() < 3;
        if (clicked && event->button() == Qt::LeftButton)
            emit picked(m_plot->xAxis->pixelToCoord(event->pos().x()));
    });
    connect(m_plot, &QCustomPlot::plottableClick, this, [this](QCPAbstractPlottable* plottable, int index) {
        for (auto it = m_curves.cbegin(); it != m_curves.cend(); ++it)
            if (it->graph == plottable || it->errors == plottable) emit pointClicked(it.key(), index);
    });
}

void CurvePlot::stopFollowing() {
    settle();
    if (!std::exchange(m_follows, false)) return;
    emit followChanged(false);
}

void CurvePlot::followData() {
    const bool followed = std::exchange(m_follows, true);
    refresh();
    if (!followed) emit followChanged(true);
}

void CurvePlot::freezeX(double low, double high) {
    stopFollowing();
    m_plot->xAxis->setRange(low, high);
    refresh();
}

void CurvePlot::tellXRange() {
    emit xRangeChanged(m_plot->xAxis->range().lower, m_plot->xAxis->range().upper);
}

void CurvePlot::setCrossHair(std::optional<double> x) {
    m_crossHairX = x;
    m_crossHair->setVisible(x.has_value());
    if (x) {
        m_crossHair->point1->setCoords(*x, 1);
        m_crossHair->point2->setCoords(*x, 2);
    }
    if (isVisible()) m_crossHair->layer()->replot(); // unseen plots have nothing to paint on yet
}

QVector<CurveValue> CurvePlot::valuesAt(double x) const {
    QVector<CurveValue> found;
    for (const Curve& curve : std::as_const(m_curves)) {
        const auto values = curve.graph->data();
        if (curve.style.name.isEmpty() || values->isEmpty()) continue;
        auto nearest = values->findBegin(x, true);
        if (std::next(nearest) != values->constEnd() &&
            std::abs(std::next(nearest)->key - x) < std::abs(nearest->key - x))
            ++nearest;
        found.push_back({curve.style.name, nearest->key, nearest->value});
    }
    return found;
}

bool CurvePlot::moveCrossHair(int key) {
    if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
    settle();
    const QCPRange range = m_plot->xAxis->range();
    const double step = range.size() / 50 * (key == Qt::Key_Left ? -1 : 1);
    const double x = std::clamp(m_crossHairX.value_or(range.center()) + step, range.lower, range.upper);
    emit pointed(x);
    return true;
}

void CurvePlot::contextMenuEvent(QContextMenuEvent* event) {
    showPlotMenu(*this, event->globalPos());
}

void CurvePlot::setOnPaper(bool paper) {
    settle();
    m_crossHair->setVisible(!paper && m_crossHairX.has_value());
    recolor(paper ? paperPalette() : palette());
}

void CurvePlot::paintOn(QPaintDevice& device, const QSize& size) {
    QCPPainter painter;
    if (!painter.begin(&device)) return;
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    setOnPaper(true);
    m_plot->toPainter(&painter, size.width(), size.height());
    setOnPaper(false);
    painter.end();
    refresh();
}

QPixmap CurvePlot::paperPixmap(double scale) {
    setOnPaper(true);
    const QPixmap pixmap = m_plot->toPixmap(width(), height(), scale);
    setOnPaper(false);
    refresh();
    return pixmap;
}

void CurvePlot::settle() const {
    if (!std::exchange(m_settled, true) && m_follows) rescale();
}

void CurvePlot::rescale() const {
    const auto domain = [](const QCPAxis* axis) {
        return axis->scaleType() == QCPAxis::stLogarithmic ? QCP::sdPositive : QCP::sdBoth;
    };
    std::optional<QCPRange> x, y;
    const auto expand = [](std::optional<QCPRange>& all, const QCPRange& range) {
        if (all)
            all->expand(range);
        else
            all = range;
    };
    for (int i = 0; i < m_plot->plottableCount(); ++i) { // error bars, too
        bool found = false;
        const QCPRange keys = m_plot->plottable(i)->getKeyRange(found, domain(m_plot->xAxis));
        if (found) expand(x, keys);
        const QCPRange values = m_plot->plottable(i)->getValueRange(found, domain(m_plot->yAxis));
        if (found) expand(y, values);
    }
    if (!x || !y) return;
    if (x->size() <= 0) {
        const double around = std::max(0.5, std::abs(x->lower) / 10);
        *x = {x->lower - around, x->upper + around};
    }
    if (m_highlight->dataCount() > 0) x->upper += x->size() * 0.015; // room for the dot
    // Points would be cut in half at the ends.
    if (std::ranges::any_of(m_curves,
                            [](const Curve& curve) { return !curve.style.line || curve.style.points; }))
        *x = withMargin(*x, m_plot->xAxis);
    *y = withMargin(*y, m_plot->yAxis);
    if (m_low) y->lower = *m_low;
    if (m_high) y->upper = *m_high;
    m_plot->xAxis->setRange(*x);
    m_plot->yAxis->setRange(*y);
}

void CurvePlot::refresh() {
    m_emptyText->setVisible(m_curves.isEmpty() && m_highlight->dataCount() == 0);
    m_plot->legend->setVisible(m_plot->legend->itemCount() > 0);
    m_settled = false;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    recolor(palette());
    refresh();
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & Qt::ShiftModifier && moveCrossHair(event->key())) return;
    settle();
    const auto zoom = [this](double factor) {
        m_plot->xAxis->scaleRange(factor);
        m_plot->yAxis->scaleRange(factor);
    };
    const auto move = [](QCPAxis* axis, double share) { axis->moveRange(axis->range().size() * share); };
    switch (event->key()) {
    case Qt::Key_Home:
        followData();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8);
        break;
    case Qt::Key_Minus:
        zoom(1.25);
        break;
    case Qt::Key_Left:
        move(m_plot->xAxis, -0.1);
        break;
    case Qt::Key_Right:
        move(m_plot->xAxis, 0.1);
        break;
    case Qt::Key_Up:
        move(m_plot->yAxis, 0.1);
        break;
    case Qt::Key_Down:
        move(m_plot->yAxis, -0.1);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    stopFollowing();
    tellXRange();
    refresh();
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::Leave) emit left();
    if (watched == m_plot && event->type() == QEvent::ContextMenu) {
        showPlotMenu(*this, static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (watched == m_plot && event->type() == QEvent::Resize) { // labels must not touch each other
        m_plot->legend->setWrap(std::max(1, m_plot->width() / legendColumn));
        m_plot->xAxis->ticker()->setTickCount(std::clamp(m_plot->width() / 80, 2, 8));
        m_plot->yAxis->ticker()->setTickCount(std::clamp(m_plot->height() / 45, 2, 6));
    }
    if (watched == m_plot && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (m_tellsValues) showValuesAt(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CurvePlot::showValuesAt(const QPoint& position, const QPoint& screen) {
    QStringList lines;
    for (const CurveValue& value : valuesAt(m_plot->xAxis->pixelToCoord(position.x())))
        lines << tr("%1: %2 at %3")
                     .arg(value.name, locale().toString(value.y, 'g', 4), locale().toString(value.x, 'g', 6));
    lines << tr("Wheel zooms, drag moves, double click shows all, right click exports");
    QToolTip::showText(screen, lines.join('\n'), m_plot);
}

} // namespace rankscope
