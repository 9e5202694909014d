// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/color_map.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <optional>

namespace rankscope {

/// What a heat map shows: a table of numbers; those that are not finite stay empty.
struct HeatMapValues {
    int rows = 0, columns = 0;
    std::vector<float> values;             ///< [rows, columns]
    QStringList rowNames{}, columnNames{}; ///< empty: numbers from 0
    int tileRows = 0, tileColumns = 0;     ///< lines are drawn between tiles of this size; 0: none
    double limit = 0;                      ///< value of the last colour; 0: the largest magnitude
    bool operator==(const HeatMapValues&) const = default;
};

/// A table of numbers as coloured cells with a colour bar: diverging maps have zero at their centre,
/// sequential ones begin at zero. Arrow keys and clicks choose a cell, Enter or a double click opens it; the
/// value under the mouse is told.
class HeatMap : public QWidget {
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent = nullptr);

    void setValues(HeatMapValues values);
    const HeatMapValues& values() const { return m_values; }
    void setColorMap(ColorMap map);
    void setTitles(const QString& rows, const QString& columns);
    void setEmptyText(const QString& text);
    /// Words for a cell, for its tooltip and for screen readers.
    void setDescriber(std::function<QString(int row, int column)> describe);
    /// What stands in a cell, where it fits; none by default.
    void setCellText(std::function<QString(int row, int column)> text);
    /// Cells as high as wide; else they fill the widget.
    void setSquareCells(bool square);
    /// Without colour bar and names of rows, for many maps side by side.
    void setCompact(bool compact);
    /// A column that is pointed at from outside, such as a time; -1: none.
    void setMarkedColumn(int column);

    QPoint current() const { return m_current; } ///< x: column, y: row; -1, -1: none
    void setCurrent(int row, int column);
    /// The cell at a point of the widget.
    std::optional<QPoint> cellAt(const QPointF& point) const;
    QRectF cellRect(int row, int column) const;

    QSize sizeHint() const override { return {420, 320}; }
    QSize minimumSizeHint() const override { return {m_compact ? 48 : 160, 100}; }

signals:
    void currentChanged(int row, int column);
    void activated(int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void layOut();
    void drawImage();
    QRgb colorOf(float value) const;
    QString valueText(double value) const;
    void paintCells(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    void paintBar(QPainter& painter) const;

    HeatMapValues m_values;
    ColorMap m_map = ColorMap::Sequential;
    std::array<QRgb, 256> m_table;
    QString m_rowTitle, m_columnTitle, m_emptyText;
    std::function<QString(int, int)> m_describe, m_text;
    bool m_square = false, m_compact = false;
    int m_marked = -1;
    QPoint m_current{-1, -1};
    QImage m_image; ///< a pixel per cell
    QRectF m_cells; ///< where they lie
    double m_limit = 0;
    bool m_namesTurned = false; ///< of columns: upwards
};

} // namespace rankscope
