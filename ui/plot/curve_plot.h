// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QPair>
#include <QPalette>
#include <QPixmap>
#include <QPoint>
#include <QPointF>
#include <QVector>
#include <QWidget>

#include <optional>

class QCustomPlot;
class QCPErrorBars;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;
class QPaintDevice;

namespace rankscope {

enum class PointShape { Disc, Square, Diamond, Triangle, Cross };

/// How a curve looks; its colour comes from the theme, so that it follows light and dark.
struct CurveStyle {
    QString name;   ///< in the legend; empty: not listed
    int series = 0; ///< number of its colour
    bool dashed = false;
    bool points = false; ///< a dot on each value (few values)
    bool faint = false;
    bool line = true; ///< false: points alone, in their shape
    PointShape shape = PointShape::Disc;
};

/// The value of a curve nearest to some x.
struct CurveValue {
    QString name;
    double x = 0, y = 0;
};

/// A vertical line with a label, such as the best epoch.
struct PlotMark {
    double x = 0;
    QString label;
};

/// Curves over one x axis. The view follows the data until the user zooms or drags; a double click or Home
/// follows again. Keys: arrows move, + and - zoom, Shift with arrows moves the cross-hair. A right click or
/// the menu key offers to export the picture.
class CurvePlot : public QWidget {
    Q_OBJECT
public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void setLabels(const QString& x, const QString& y);
    void setLogAxes(bool x, bool y); ///< values that are not positive are left out of a logarithmic axis
    /// Bounds that the view keeps to while it follows the data, such as 0 and 1 for a share.
    void setValueRange(std::optional<double> low, std::optional<double> high);
    /// Text in the middle while there is no curve.
    void setEmptyText(const QString& text);

    /// Adds or replaces the curve of that id.
    void setCurve(const QString& id, const QVector<double>& x, const QVector<double>& y,
                  const CurveStyle& style = {});
    /// Bars of this half length through the values of a curve, in their order; NaN: none. Goes with the
    /// curve.
    void setErrors(const QString& id, const QVector<double>& errors);
    void removeCurve(const QString& id);
    void clear(); ///< curves, marks and highlight; follows the data again

    void setMarks(const QVector<PlotMark>& marks);
    /// A dot on one point, in the colour of a series.
    void setHighlight(std::optional<QPointF> point, int series = 0);

    /// Whether values come as a tooltip; off where they are told elsewhere.
    void setTellsValues(bool tells) { m_tellsValues = tells; }
    /// A vertical line where the user looks; none: not shown.
    void setCrossHair(std::optional<double> x);
    /// The values of named curves nearest to x.
    QVector<CurveValue> valuesAt(double x) const;

    bool followsData() const { return m_follows; }
    void followData();
    /// Shows this part of the x axis and no longer follows the data.
    void freezeX(double low, double high);

    /// Paints the plot as it is seen, black on white and without the cross-hair.
    void paintOn(QPaintDevice& device, const QSize& size);
    QPixmap paperPixmap(double scale);
    QStringList curveIds() const { return m_curves.keys(); }
    QPair<double, double> xRange() const;
    QPair<double, double> yRange() const;

    QSize minimumSizeHint() const override { return {220, 120}; }
    QSize sizeHint() const override { return {480, 240}; }

signals:
    void followChanged(bool follows);
    void xRangeChanged(double low, double high); ///< by the user
    void pointed(double x);                      ///< the mouse is over x
    void left();                                 ///< the mouse is elsewhere
    void picked(double x);                       ///< clicked
    void pointClicked(const QString& id, int index);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Curve {
        QCPGraph* graph = nullptr;
        QCPErrorBars* errors = nullptr;
        CurveStyle style;
    };
    struct MarkItems {
        QCPItemStraightLine* line = nullptr;
        QCPItemText* label = nullptr;
    };
    void recolor(const QPalette& palette);
    void style(const Curve& curve);
    void connectMouse();
    /// Black on white without the cross-hair, or as the window's palette has it again.
    void setOnPaper(bool paper);
    void drawMarks();
    void placeMarkLabels(); ///< so that they do not touch each other
    void remove(const Curve& curve);
    void refresh(); ///< paints soon, however often it is called until then
    /// Fits the axes to the data where that is still to be done; before anything asks for them.
    void settle() const;
    void rescale() const;
    void stopFollowing();
    void tellXRange();
    bool moveCrossHair(int key);
    /// Values of every listed curve nearest to the mouse, as a tooltip.
    void showValuesAt(const QPoint& position, const QPoint& screen);

    QCustomPlot* m_plot;
    QMap<QString, Curve> m_curves;
    QVector<PlotMark> m_marks;
    QCPGraph* m_highlight = nullptr;
    int m_highlightSeries = 0;
    QCPItemText* m_emptyText = nullptr;
    QVector<MarkItems> m_markItems; ///< as m_marks
    QCPItemStraightLine* m_crossHair = nullptr;
    std::optional<double> m_crossHairX;
    QPoint m_pressedAt;
    std::optional<double> m_low, m_high;
    QPalette m_look; ///< the widget's, or that of paper
    bool m_follows = true;
    mutable bool m_settled = false; ///< the axes fit the data
    bool m_tellsValues = true;
};

} // namespace rankscope
