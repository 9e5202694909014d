// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/curve_plot.h"

#include "ui/plot/mark_rows.h"
#include "ui/plot/theme.h"
#include "ui/plot/tick_digits.h"

#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr int topMargin = 8;
constexpr int mostMarkRows = 3;

QCPScatterStyle::ScatterShape scatterShape(PointShape shape) {
    switch (shape) {
    case PointShape::Square:
        return QCPScatterStyle::ssSquare;
    case PointShape::Diamond:
        return QCPScatterStyle::ssDiamond;
    case PointShape::Triangle:
        return QCPScatterStyle::ssTriangle;
    case PointShape::Cross:
        return QCPScatterStyle::ssPlus;
    case PointShape::Disc:
        break;
    }
    return QCPScatterStyle::ssDisc;
}

/// Powers of ten are recognised, and drawn as such, by a small e alone, which not every language has.
template <class Ticker>
class PlainExponents : public Ticker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
        return Ticker::getTickLabel(tick, locale, format, tickDigits(tick, precision))
            .replace(locale.exponential(), QStringLiteral("e"));
    }
};

void setAxisLog(QCPAxis* axis, bool log) {
    axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(log ? QSharedPointer<QCPAxisTicker>(new PlainExponents<QCPAxisTickerLog>)
                        : QSharedPointer<QCPAxisTicker>(new PlainExponents<QCPAxisTicker>));
    axis->setNumberFormat(log ? "gbc" : "gb");
    axis->setNumberPrecision(log ? 3 : 6);
}

} // namespace

CurvePlot::CurvePlot(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)) {
    m_plot->setMinimumSize(1, 1); // without room it would paint on nothing, with a warning
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
    m_plot->legend->setMargins({0, 0, 0, 3});
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

    m_plot->addLayer("crossHair"); // painted alone while the mouse moves
    m_plot->layer("crossHair")->setMode(QCPLayer::lmBuffered);
    m_crossHair = new QCPItemStraightLine(m_plot);
    m_crossHair->setLayer("crossHair");
    m_crossHair->setVisible(false);

    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        settle();
        placeMarkLabels();
    });
    connectMouse();
    recolor(palette());
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

void CurvePlot::setErrors(const QString& id, const QVector<double>& errors) {
    const auto found = m_curves.find(id);
    if (found == m_curves.end()) return;
    if (!found->errors) {
        found->errors = new QCPErrorBars(m_plot->xAxis, m_plot->yAxis);
        found->errors->setDataPlottable(found->graph);
        found->errors->removeFromLegend();
        found->errors->setSymbolGap(0);
    }
    found->errors->setData(errors);
    style(*found);
    refresh();
}

void CurvePlot::remove(const Curve& curve) {
    if (curve.errors) m_plot->removePlottable(curve.errors);
    m_plot->removeGraph(curve.graph);
}

void CurvePlot::removeCurve(const QString& id) {
    if (!m_curves.contains(id)) return;
    remove(m_curves.take(id));
    refresh();
}

void CurvePlot::clear() {
    for (const Curve& curve : std::as_const(m_curves)) remove(curve);
    m_curves.clear();
    m_highlight->data()->clear();
    followData();
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
    m_highlight->setScatterStyle({QCPScatterStyle::ssDisc, seriesColor(series, m_look), 7});
    refresh();
}

QPair<double, double> CurvePlot::xRange() const {
    settle();
    return {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
}

QPair<double, double> CurvePlot::yRange() const {
    settle();
    return {m_plot->yAxis->range().lower, m_plot->yAxis->range().upper};
}

void CurvePlot::style(const Curve& curve) {
    QPen pen = seriesPen(curve.style.series, curve.style.dashed, m_look);
    QColor color = pen.color();
    if (curve.style.faint) {
        color.setAlphaF(0.35f);
        pen = QPen(color, 1.0);
    }
    curve.graph->setPen(pen);
    curve.graph->setLineStyle(curve.style.line ? QCPGraph::lsLine : QCPGraph::lsNone);
    // A single value would not be seen as a line.
    const bool points = curve.style.points || !curve.style.line || curve.graph->dataCount() == 1;
    const QPen outline(color, 1.4);
    curve.graph->setScatterStyle(
        points ? QCPScatterStyle(scatterShape(curve.style.shape), outline, color, curve.style.line ? 5 : 8)
               : QCPScatterStyle());
    if (curve.errors) curve.errors->setPen(outline);
    curve.graph->setName(curve.style.name);
    if (curve.style.name.isEmpty()) {
        curve.graph->removeFromLegend();
    } else {
        curve.graph->addToLegend();
        m_plot->legend->itemWithPlottable(curve.graph)->setMargins({0, 0, 0, 2}); // of "g" and "p"
    }
}

void CurvePlot::recolor(const QPalette& palette) {
    m_look = palette;
    const PlotColors colors = plotColors(m_look);
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
    m_crossHair->setPen(QPen(colors.axis, 1));
    for (const Curve& curve : std::as_const(m_curves)) style(curve);
    m_highlight->setScatterStyle({QCPScatterStyle::ssDisc, seriesColor(m_highlightSeries, m_look), 7});
    drawMarks();
}

void CurvePlot::drawMarks() {
    for (const MarkItems& items : std::as_const(m_markItems)) {
        m_plot->removeItem(items.line);
        m_plot->removeItem(items.label);
    }
    m_markItems.clear();
    const QColor color = plotColors(m_look).mark;
    for (const PlotMark& mark : std::as_const(m_marks)) {
        auto* line = new QCPItemStraightLine(m_plot);
        auto* label = new QCPItemText(m_plot);
        line->point1->setCoords(mark.x, 1);
        line->point2->setCoords(mark.x, 2);
        line->setPen(QPen(color, 1, Qt::DotLine));
        m_markItems.push_back({line, label});
        label->position->setTypeX(QCPItemPosition::ptPlotCoords);
        label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        label->position->setCoords(mark.x, 0);
        label->setClipToAxisRect(false); // above the axes: never over a curve
        label->setText(mark.label);
        label->setColor(color);
        label->setFont(font());
    }
    placeMarkLabels();
}

void CurvePlot::placeMarkLabels() {
    const QRect area = m_plot->axisRect()->rect();
    QVector<qsizetype> seen; // the marks that are
    QVector<Span> labels;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const double x = m_plot->xAxis->coordToPixel(m_marks[i].x);
        const double width = fontMetrics().horizontalAdvance(m_marks[i].label);
        if (width == 0 || x < area.left() || x > area.right() + 1) continue;
        seen << i;
        const bool centred = x - width / 2 >= area.left(); // else it would stand over the numbers of the axis
        const double left = centred ? x - width / 2 : x;
        labels.push_back({left, left + width});
        m_markItems[i].label->setPositionAlignment(Qt::AlignBottom |
                                                   (centred ? Qt::AlignHCenter : Qt::AlignLeft));
    }
    const QVector<int> rows = rowsOf(labels, mostMarkRows, fontMetrics().averageCharWidth());
    for (const MarkItems& items : std::as_const(m_markItems)) items.label->setVisible(false);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        QCPItemText* label = m_markItems[seen[i]].label;
        label->setVisible(rows[i] >= 0);
        label->setPadding({0, 0, 0, std::max(rows[i], 0) * fontMetrics().height()});
    }
    const int used = rows.isEmpty() ? 0 : std::max(*std::ranges::max_element(rows) + 1, 1);
    m_plot->axisRect()->setMinimumMargins({4, topMargin + used * fontMetrics().height(), 24, 4});
}

} // namespace rankscope
