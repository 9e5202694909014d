// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPair>
#include <QPointF>
#include <QVector>
#include <QWidget>

#include <optional>

class QCustomPlot;
class QCPGraph;
class QCPItemText;

namespace rankscope {

/// How a curve looks; its colour comes from the theme, so that it follows light and dark.
struct CurveStyle {
    QString name;   ///< in the legend; empty: not listed
    int series = 0; ///< number of its colour
    bool dashed = false;
    bool points = false; ///< a dot on each value (few values)
    bool faint = false;
};

/// A vertical line with a label, such as the best epoch.
struct PlotMark {
    double x = 0;
    QString label;
};

/// Curves over one x axis. The view follows the data until the user zooms or drags; a double click or Home
/// follows again. Keys: arrows move, + and - zoom.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void setLabels(const QString& x, const QString& y);
    void setLogAxes(bool x, bool y); ///< values that are not positive are left out of a logarithmic axis
    /// Bounds that the view keeps to while it follows the data, such as 0 and 1 for a share.
    void setValueRange(std::optional<double> low, std::optional<double> high);
    /// Least upper end of the x axis, so that few values do not fill it.
    void setLeastXEnd(std::optional<double> end);
    /// Text in the middle while there is no curve.
    void setEmptyText(const QString& text);

    /// Adds or replaces the curve of that id.
    void setCurve(const QString& id, const QVector<double>& x, const QVector<double>& y,
                  const CurveStyle& style = {});
    void removeCurve(const QString& id);
    void clear(); ///< curves, marks and highlight; follows the data again

    void setMarks(const QVector<PlotMark>& marks);
    /// A dot on one point, in the colour of a series.
    void setHighlight(std::optional<QPointF> point, int series = 0);

    bool followsData() const { return m_follows; }
    void followData();
    QStringList curveIds() const { return m_curves.keys(); }
    QPair<double, double> xRange() const;
    QPair<double, double> yRange() const;

    QSize minimumSizeHint() const override { return {220, 120}; }
    QSize sizeHint() const override { return {480, 240}; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Curve {
        QCPGraph* graph = nullptr;
        CurveStyle style;
    };
    void recolor();
    void style(const Curve& curve);
    void drawMarks();
    void rescale();
    void refresh();
    void stopFollowing() { m_follows = false; }
    /// Values of every listed curve nearest to the mouse, as a tooltip.
    void showValuesAt(const QPoint& position, const QPoint& screen);

    QCustomPlot* m_plot;
    QMap<QString, Curve> m_curves;
    QVector<PlotMark> m_marks;
    QCPGraph* m_highlight = nullptr;
    int m_highlightSeries = 0;
    QCPItemText* m_emptyText = nullptr;
    std::optional<double> m_low, m_high, m_leastXEnd;
    bool m_follows = true;
};

} // namespace rankscope
