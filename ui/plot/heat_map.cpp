// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/heat_map.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rankscope {

HeatMap::HeatMap(QWidget* parent) : QWidget(parent), m_table(colorTable(m_map, palette())) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HeatMap::setValues(HeatMapValues values) {
    Q_ASSERT(values.values.size() ==
             static_cast<std::size_t>(values.rows) * static_cast<std::size_t>(values.columns));
    if (values == m_values) return;
    const bool sameShape = values.rows == m_values.rows && values.columns == m_values.columns;
    m_values = std::move(values);
    if (!sameShape) m_current = {-1, -1};
    m_limit = m_values.limit;
    if (m_limit <= 0)
        for (const float value : m_values.values)
            if (std::isfinite(value)) m_limit = std::max(m_limit, std::abs(double(value)));
    drawImage();
    layOut();
}

void HeatMap::setColorMap(ColorMap map) {
    m_map = map;
    m_table = colorTable(m_map, palette());
    drawImage();
    update();
}

void HeatMap::setTitles(const QString& rows, const QString& columns) {
    m_rowTitle = rows;
    m_columnTitle = columns;
    layOut();
}

void HeatMap::setEmptyText(const QString& text) {
    m_emptyText = text;
    update();
}

void HeatMap::setDescriber(std::function<QString(int, int)> describe) {
    m_describe = std::move(describe);
}

void HeatMap::setCellText(std::function<QString(int, int)> text) {
    m_text = std::move(text);
    update();
}

void HeatMap::setSquareCells(bool square) {
    m_square = square;
    layOut();
}

void HeatMap::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    layOut();
}

void HeatMap::setMarkedColumn(int column) {
    if (column == m_marked) return;
    m_marked = column;
    update();
}

void HeatMap::setCurrent(int row, int column) {
    if (row >= m_values.rows || column >= m_values.columns || m_current == QPoint(column, row)) return;
    m_current = {column, row};
    setAccessibleDescription(m_describe && row >= 0 ? m_describe(row, column) : QString());
    update();
    emit currentChanged(row, column);
}

QRgb HeatMap::colorOf(float value) const {
    if (!std::isfinite(value)) return palette().color(QPalette::Base).rgb();
    const double share = m_limit > 0 ? double(value) / m_limit : 0;
    const double place = m_map == ColorMap::Diverging ? 0.5 + 0.5 * share : share;
    return m_table[static_cast<std::size_t>(std::lround(255 * std::clamp(place, 0.0, 1.0)))];
}

void HeatMap::drawImage() {
    m_image = {};
    if (m_values.values.empty()) return;
    m_image = QImage(m_values.columns, m_values.rows, QImage::Format_RGB32);
    const float* value = m_values.values.data();
    for (int row = 0; row < m_values.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(row));
        for (int column = 0; column < m_values.columns; ++column) line[column] = colorOf(*value++);
    }
}

QString HeatMap::valueText(double value) const {
    return QLocale().toString(value, 'g', 3);
}

std::optional<QPoint> HeatMap::cellAt(const QPointF& point) const {
    if (m_values.values.empty() || !m_cells.contains(point)) return {};
    const int column = static_cast<int>((point.x() - m_cells.left()) / m_cells.width() * m_values.columns),
              row = static_cast<int>((point.y() - m_cells.top()) / m_cells.height() * m_values.rows);
    return QPoint(std::min(column, m_values.columns - 1), std::min(row, m_values.rows - 1));
}

QRectF HeatMap::cellRect(int row, int column) const {
    const double width = m_cells.width() / std::max(1, m_values.columns),
                 height = m_cells.height() / std::max(1, m_values.rows);
    return {m_cells.left() + column * width, m_cells.top() + row * height, width, height};
}

void HeatMap::resizeEvent(QResizeEvent*) {
    layOut();
}

void HeatMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) setColorMap(m_map);
    if (event->type() == QEvent::FontChange) layOut();
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    if (m_values.values.empty()) return QWidget::keyPressEvent(event);
    const int row = std::max(0, m_current.y()), column = std::max(0, m_current.x());
    const bool none = m_current.x() < 0;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(row, none ? 0 : std::max(0, column - 1));
    case Qt::Key_Right:
        return setCurrent(row, none ? 0 : std::min(column + 1, m_values.columns - 1));
    case Qt::Key_Up:
        return setCurrent(none ? 0 : std::max(0, row - 1), column);
    case Qt::Key_Down:
        return setCurrent(none ? 0 : std::min(row + 1, m_values.rows - 1), column);
    case Qt::Key_Home:
        return setCurrent(row, 0);
    case Qt::Key_End:
        return setCurrent(row, m_values.columns - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!none) emit activated(row, column);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (cell && event->button() == Qt::LeftButton) setCurrent(cell->y(), cell->x());
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (cell && event->button() == Qt::LeftButton) emit activated(cell->y(), cell->x());
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (!cell || !m_describe) return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), m_describe(cell->y(), cell->x()), this,
                       cellRect(cell->y(), cell->x()).toAlignedRect());
}

} // namespace rankscope
