// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_plot.h"

#include "ui/plot/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr int topMargin = 8;
constexpr double marginShare = 0.06; // of the height, above and below the data

void setAxisLog(QCPAxis* axis, bool log) {
    axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(log ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                        : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    axis->setNumberFormat(log ? "gbc" : "gb");
    axis->setNumberPrecision(log ? 2 : 6);
}

QCPRange withMargin(QCPRange range, const QCPAxis* axis) {
    if (axis->scaleType() == QCPAxis::stLogarithmic) {
        const double factor = std::pow(std::max(range.upper / range.lower, 1.01), marginShare);
        return {range.lower / factor, range.upper * factor};
    }
    const double size = range.size() > 0 ? range.size() : std::max(std::abs(range.upper), 1.0) * 0.1;
    return {range.lower - size * marginShare, range.upper + size * marginShare};
}

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->legend->setVisible(true);
    m_plot->legend->setIconSize(22, 12);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setMargins({0, 0, 0, 0});
    // above the curves, where it hides none of them
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_plot->legend);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->legend->setMaximumSize(QWIDGETSIZE_MAX - 1,
                                   QWIDGETSIZE_MAX); // an empty legend must not narrow the plot
    m_plot->plotLayout()->setRowSpacing(0);
    setAxisLog(m_plot->xAxis, false);
    setAxisLog(m_plot->yAxis, false);

    m_highlight = m_plot->addGraph();
    m_highlight->removeFromLegend();
    m_highlight->setLineStyle(QCPGraph::lsNone);

    m_emptyText = new QCPItemText(m_plot);
    m_emptyText->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_emptyText->position->setCoords(0.5, 0.5);
    m_emptyText->setTextAlignment(Qt::AlignCenter);
    m_emptyText->setText({});

    connect(m_plot, &QCustomPlot::mouseWheel, this, &CurvePlot::stopFollowing);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton) stopFollowing();
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::followData);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    recolor();
    refresh();
}

void CurvePlot::setLabels(const QString& x, const QString& y) {
    m_plot->xAxis->setLabel(x);
    m_plot->yAxis->setLabel(y);
    refresh();
}

void CurvePlot::setLogAxes(bool x, bool y) {
    setAxisLog(m_plot->xAxis, x);
    setAxisLog(m_plot->yAxis, y);
    refresh();
}

void CurvePlot::setValueRange(std::optional<double> low, std::optional<double> high) {
    m_low = low;
    m_high = high;
    refresh();
}

void CurvePlot::setLeastXEnd(std::optional<double> end) {
    m_leastXEnd = end;
    refresh();
}

void CurvePlot::setEmptyText(const QString& text) {
    m_emptyText->setText(text);
    refresh();
}

void CurvePlot::setCurve(const QString& id, const QVector<double>& x, const QVector<double>& y,
                         const CurveStyle& style) {
    Curve& curve = m_curves[id];
    if (!curve.graph) curve.graph = m_plot->addGraph();
    curve.style = style;
    curve.graph->setData(x, y, true);
    this->style(curve);
    refresh();
}

void CurvePlot::removeCurve(const QString& id) {
    const Curve curve = m_curves.take(id);
    if (curve.graph) m_plot->removeGraph(curve.graph);
    refresh();
}

void CurvePlot::clear() {
    for (const Curve& curve : std::as_const(m_curves)) m_plot->removeGraph(curve.graph);
    m_curves.clear();
    m_highlight->data()->clear();
    m_follows = true;
    setMarks({});
}

void CurvePlot::setMarks(const QVector<PlotMark>& marks) {
    m_marks = marks;
    drawMarks();
    refresh();
}

void CurvePlot::setHighlight(std::optional<QPointF> point, int series) {
    m_highlightSeries = series;
    m_highlight->data()->clear();
    if (point) m_highlight->addData(point->x(), point->y());
    m_highlight->setScatterStyle({QCPScatterStyle::ssDisc, seriesColor(series, palette()), 7});
    refresh();
}

void CurvePlot::followData() {
    m_follows = true;
    refresh();
}

QPair<double, double> CurvePlot::xRange() const {
    return {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
}

QPair<double, double> CurvePlot::yRange() const {
    return {m_plot->yAxis->range().lower, m_plot->yAxis->range().upper};
}

void CurvePlot::style(const Curve& curve) {
    QColor color = seriesColor(curve.style.series, palette());
    if (curve.style.faint) color.setAlphaF(0.35f);
    curve.graph->setPen(
        QPen(color, curve.style.faint ? 1.0 : 1.8, curve.style.dashed ? Qt::DashLine : Qt::SolidLine));
    // A single value would not be seen as a line.
    const bool points = curve.style.points || curve.graph->dataCount() == 1;
    curve.graph->setScatterStyle(points ? QCPScatterStyle(QCPScatterStyle::ssDisc, color, 5)
                                        : QCPScatterStyle());
    curve.graph->setName(curve.style.name);
    if (curve.style.name.isEmpty()) {
        curve.graph->removeFromLegend();
    } else {
        curve.graph->addToLegend();
    }
}

void CurvePlot::recolor() {
    const PlotColors colors = plotColors(palette());
    m_plot->setBackground(colors.background);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(colors.axis));
        axis->setTickPen(QPen(colors.axis));
        axis->setSubTickPen(QPen(colors.axis));
        axis->setLabelColor(colors.text);
        axis->setTickLabelColor(colors.text);
        axis->setLabelFont(font());
        axis->setTickLabelFont(font());
        axis->grid()->setPen(QPen(colors.grid));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setTextColor(colors.text);
    m_plot->legend->setFont(font());
    m_emptyText->setColor(colors.mark);
    m_emptyText->setFont(font());
    for (const Curve& curve : std::as_const(m_curves)) style(curve);
    m_highlight->setScatterStyle({QCPScatterStyle::ssDisc, seriesColor(m_highlightSeries, palette()), 7});
    drawMarks();
}

void CurvePlot::drawMarks() {
    for (int i = m_plot->itemCount(); i-- > 0;)
        if (m_plot->item(i) != m_emptyText) m_plot->removeItem(i);
    const int top = m_marks.isEmpty() ? topMargin : topMargin + fontMetrics().height();
    m_plot->axisRect()->setMinimumMargins({4, top, 24, 4});
    const QColor color = plotColors(palette()).mark;
    for (const PlotMark& mark : std::as_const(m_marks)) {
        auto* line = new QCPItemStraightLine(m_plot);
        line->point1->setCoords(mark.x, 1);
        line->point2->setCoords(mark.x, 2);
        line->setPen(QPen(color, 1, Qt::DotLine));
        auto* label = new QCPItemText(m_plot);
        label->position->setTypeX(QCPItemPosition::ptPlotCoords);
        label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        label->position->setCoords(mark.x, 0);
        label->setPositionAlignment(Qt::AlignBottom | Qt::AlignHCenter);
        label->setClipToAxisRect(false); // above the axes: never over a curve
        label->setText(mark.label);
        label->setColor(color);
        label->setFont(font());
    }
}

void CurvePlot::rescale() {
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
    for (int i = 0; i < m_plot->graphCount(); ++i) {
        bool found = false;
        const QCPRange keys = m_plot->graph(i)->getKeyRange(found, domain(m_plot->xAxis));
        if (found) expand(x, keys);
        const QCPRange values = m_plot->graph(i)->getValueRange(found, domain(m_plot->yAxis));
        if (found) expand(y, values);
    }
    if (!x || !y) return;
    if (m_leastXEnd) x->expand(*m_leastXEnd);
    if (x->size() <= 0) *x = {x->lower - 0.5, x->upper + 0.5};
    if (m_highlight->dataCount() > 0) x->upper += x->size() * 0.015; // room for the dot
    *y = withMargin(*y, m_plot->yAxis);
    if (m_low) y->lower = *m_low;
    if (m_high) y->upper = *m_high;
    m_plot->xAxis->setRange(*x);
    m_plot->yAxis->setRange(*y);
}

void CurvePlot::refresh() {
    m_emptyText->setVisible(m_curves.isEmpty() && m_highlight->dataCount() == 0);
    m_plot->legend->setVisible(m_plot->legend->itemCount() > 0);
    if (m_follows) rescale();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    recolor();
    refresh();
}

void CurvePlot::keyPressEvent(QKeyEvent* event) {
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
    refresh();
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showValuesAt(help->pos(), help->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CurvePlot::showValuesAt(const QPoint& position, const QPoint& screen) {
    const double x = m_plot->xAxis->pixelToCoord(position.x());
    QStringList lines;
    for (const Curve& curve : std::as_const(m_curves)) {
        const auto values = curve.graph->data();
        if (curve.style.name.isEmpty() || values->isEmpty()) continue;
        auto nearest = values->findBegin(x, true);
        if (std::next(nearest) != values->constEnd() &&
            std::abs(std::next(nearest)->key - x) < std::abs(nearest->key - x))
            ++nearest;
        lines << tr("%1: %2 at %3")
                     .arg(curve.style.name, locale().toString(nearest->value, 'g', 4),
                          locale().toString(nearest->key, 'g', 6));
    }
    lines << tr("Wheel zooms, drag moves, double click shows all");
    QToolTip::showText(screen, lines.join('\n'), m_plot);
}

} // namespace rankscope
