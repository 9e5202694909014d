// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace rankscope {

struct Bar {
    double value = 0;     ///< not negative
    QString name;         ///< below it
    QString note;         ///< above it, where it fits
    QString words;        ///< the tooltip, and for screen readers
    bool enabled = false; ///< it can be activated
    bool faint = false;
};

/// A few bars side by side over one value axis that begins at zero or is logarithmic. Arrow keys choose a
/// bar, Enter or a click activates one that is enabled.
class BarPlot : public QWidget {
    Q_OBJECT
public:
    explicit BarPlot(QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }
    void setLogScale(bool log);
    void setSeries(int series); ///< number of the colour in the theme
    QRectF barRect(int bar) const;

    QSize sizeHint() const override { return {320, 160}; }
    QSize minimumSizeHint() const override { return {140, 90}; }

signals:
    void activated(int bar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF area() const;
    double shareOf(double value) const; ///< height of a bar in the area
    int columnAt(const QPointF& point) const;
    void setCurrent(int bar);

    std::vector<Bar> m_bars;
    bool m_log = false;
    int m_series = 0;
    int m_current = -1;
    double m_highest = 0, m_lowest = 0; ///< of the values above zero
};

} // namespace rankscope
