// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a heat map lies in its widget and is drawn.
#include "ui/plot/heat_map.h"
#include "ui/plot/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
constexpr int gap = 6, barWidth = 12;
constexpr double largestSquare = 72;
constexpr int mostGridLines = 64;

int widestOf(const QFontMetrics& metrics, const QStringList& names, int count) {
    int widest = names.isEmpty() ? metrics.horizontalAdvance(QString::number(std::max(0, count - 1))) : 0;
    for (const QString& name : names) widest = std::max(widest, metrics.horizontalAdvance(name));
    return widest;
}

/// Every how many cells a name fits.
int stepFor(double room, double cell) {
    return std::max(1, static_cast<int>(std::ceil(room / std::max(cell, 1e-6))));
}
} // namespace

void HeatMap::layOut() {
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height();
    const int names = widestOf(metrics, m_values.columnNames, m_values.columns);
    const int left = m_compact ? gap
                               : std::min(widestOf(metrics, m_values.rowNames, m_values.rows), width() / 4) +
                                     gap + (m_rowTitle.isEmpty() ? 0 : line + gap);
    const int right = m_compact ? 0
                                : gap + barWidth + gap +
                                      std::max(metrics.horizontalAdvance(valueText(-m_limit)),
                                               metrics.horizontalAdvance(valueText(m_limit)));
    const double room = width() - left - right - gap;
    m_namesTurned = !m_values.columnNames.isEmpty() && names + gap > room / std::max(1, m_values.columns);
    const int bottom = gap + (m_namesTurned ? std::min(names, height() / 3) : line) +
                       (m_columnTitle.isEmpty() ? 0 : line + 2);
    QRectF cells(left, gap, std::max(1.0, room), std::max(1, height() - bottom - gap));
    if (m_square && m_values.rows > 0) {
        const double side =
            std::min({cells.width() / m_values.columns, cells.height() / m_values.rows, largestSquare});
        cells.setSize({side * m_values.columns, side * m_values.rows});
    }
    m_cells = cells;
    update();
}

void HeatMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_values.values.empty()) {
        painter.setPen(plotColors(palette()).mark);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    paintCells(painter);
    paintNames(painter);
    if (!m_compact) paintBar(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void HeatMap::paintCells(QPainter& painter) const {
    const QRectF one = cellRect(0, 0);
    // cells smaller than a pixel are averaged rather than left out
    painter.setRenderHint(QPainter::SmoothPixmapTransform, std::min(one.width(), one.height()) < 1);
    painter.drawImage(m_cells, m_image);
    const PlotColors colors = plotColors(palette());
    const auto lines = [&](int rows, int columns, const QPen& pen) {
        painter.setPen(pen);
        for (int row = rows; rows > 0 && row < m_values.rows; row += rows)
            painter.drawLine(QLineF(cellRect(row, 0).topLeft(), cellRect(row, m_values.columns).topLeft()));
        for (int column = columns; columns > 0 && column < m_values.columns; column += columns)
            painter.drawLine(
                QLineF(cellRect(0, column).topLeft(), cellRect(m_values.rows, column).topLeft()));
    };
    if (m_text && std::max(m_values.rows, m_values.columns) <= mostGridLines)
        lines(1, 1, QPen(colors.background, 1));
    if (m_values.tileRows > 0) lines(m_values.tileRows, m_values.tileColumns, QPen(colors.axis, 1));
    painter.setPen(QPen(colors.axis, 1));
    painter.drawRect(m_cells);
    if (m_text && one.height() > fontMetrics().height() &&
        one.width() > fontMetrics().horizontalAdvance(QStringLiteral("00")))
        for (int row = 0; row < m_values.rows; ++row)
            for (int column = 0; column < m_values.columns; ++column) {
                const QString text = m_text(row, column);
                const QRectF place = cellRect(row, column);
                if (text.isEmpty() || fontMetrics().horizontalAdvance(text) > place.width()) continue;
                painter.setPen(QColor::fromRgb(textColorOn(m_image.pixel(column, row))));
                painter.drawText(place, Qt::AlignCenter, text);
            }
    const QColor accent = palette().color(QPalette::Highlight);
    if (m_marked >= 0 && m_marked < m_values.columns) {
        painter.setPen(QPen(accent, 2));
        painter.drawRect(
            QRectF(cellRect(0, m_marked).topLeft(), cellRect(m_values.rows - 1, m_marked).bottomRight()));
    }
    if (m_current.x() >= 0) {
        painter.setPen(QPen(colors.background, 4));
        painter.drawRect(cellRect(m_current.y(), m_current.x()));
        painter.setPen(QPen(accent, 2));
        painter.drawRect(cellRect(m_current.y(), m_current.x()));
    }
}

void HeatMap::paintNames(QPainter& painter) const {
    const QFontMetrics metrics = fontMetrics();
    const int line = metrics.height();
    const QRectF one = cellRect(0, 0);
    const auto nameOf = [](const QStringList& names, int i, int tile) { // numbers begin anew in each tile
        return i < names.size() ? names[i] : QString::number(tile > 0 ? i % tile : i);
    };
    painter.setPen(plotColors(palette()).text);
    const double titleRoom = m_rowTitle.isEmpty() ? 0 : line + gap;
    for (int row = 0, step = stepFor(line, one.height()); row < m_values.rows && !m_compact; row += step) {
        const QRectF place(titleRoom, cellRect(row, 0).center().y() - line / 2.0,
                           m_cells.left() - titleRoom - gap / 2.0, line);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(nameOf(m_values.rowNames, row, m_values.tileRows), Qt::ElideRight,
                                            static_cast<int>(place.width())));
    }
    const int widest = widestOf(metrics, m_values.columnNames, m_values.columns);
    const double room = m_namesTurned ? line : widest + gap;
    const double below = m_columnTitle.isEmpty() ? 0 : line + 2;
    const double length =
        m_namesTurned ? std::min<double>(height() - m_cells.bottom() - below - gap / 2.0, widest) : line;
    for (int column = 0, step = stepFor(room, one.width()); column < m_values.columns; column += step) {
        const QString name = nameOf(m_values.columnNames, column, m_values.tileColumns);
        const double x = cellRect(0, column).center().x();
        painter.save();
        painter.translate(x, m_cells.bottom() + gap / 2.0);
        if (m_namesTurned) {
            painter.rotate(-90);
            painter.drawText(QRectF(-length, -line / 2.0, length, line), Qt::AlignRight | Qt::AlignVCenter,
                             metrics.elidedText(name, Qt::ElideRight, static_cast<int>(length) + 1));
        } else {
            painter.drawText(QRectF(-widest, 0, 2 * widest, line), Qt::AlignCenter, name);
        }
        painter.restore();
    }
    painter.drawText(QRectF(m_cells.left() - gap, m_cells.bottom() + gap / 2.0 + length,
                            m_cells.width() + 2 * gap, line + 2),
                     Qt::AlignCenter, m_columnTitle);
    painter.save();
    painter.translate(0, m_cells.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-m_cells.height() / 2, 0, m_cells.height(), line), Qt::AlignCenter, m_rowTitle);
    painter.restore();
}

void HeatMap::paintBar(QPainter& painter) const {
    const int line = fontMetrics().height();
    const QRectF bar(m_cells.right() + gap, m_cells.top(), barWidth,
                     std::clamp(m_cells.height(), 1.0, 220.0));
    const double pixel = bar.height() / 256;
    for (int i = 0; i < 256; ++i)
        painter.fillRect(QRectF(bar.left(), bar.bottom() - (i + 1) * pixel, bar.width(), pixel + 0.5),
                         QColor::fromRgb(m_table[static_cast<std::size_t>(i)]));
    painter.setPen(QPen(plotColors(palette()).axis, 1));
    painter.drawRect(bar);
    painter.setPen(plotColors(palette()).text);
    const auto label = [&](double share, double value) {
        const double y = std::clamp(bar.bottom() - share * bar.height() - line / 2.0, bar.top() - 2,
                                    bar.bottom() - line + 2.0);
        painter.drawText(QRectF(bar.right() + gap / 2.0, y, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         valueText(value));
    };
    label(1, m_limit);
    if (bar.height() < 2 * line) return;
    label(0, m_map == ColorMap::Diverging ? -m_limit : 0);
    if (m_map == ColorMap::Diverging && bar.height() > 4 * line) label(0.5, 0);
}

} // namespace rankscope
