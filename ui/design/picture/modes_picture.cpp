// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/picture/modes_picture.h"

#include "ui/design/picture/pixel_cover.h"
#include "ui/plot/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int strong = 190, faint = 70; // opacity of 255
constexpr int coverSeries = 1;
constexpr int gridCell = 8; // pixels of a frame

/// Grey squares, where there is no frame of the data.
QImage grid(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int grey = (x / gridCell + y / gridCell) % 2 == 0 ? 120 : 140;
            image.setPixel(x, y, qRgb(grey, grey, grey));
        }
    return image;
}
} // namespace

ModesPicture::ModesPicture(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pixels that one index covers"));
}

void ModesPicture::setFrame(const QImage& frame, const DataSpec& spec, const Shape& modes) {
    const bool sameOrder = isAvailable() && spec.width == m_data.width && spec.height == m_data.height &&
                           spec.channels == m_data.channels && spec.layout == m_data.layout &&
                           spec.patchWidth == m_data.patchWidth && spec.patchHeight == m_data.patchHeight;
    m_unavailable.clear();
    m_data = spec;
    m_modes = modes;
    m_frame = frame.isNull() ? grid(spec.width, spec.height) : frame;
    if (!sameOrder) {
        m_values = valuesInOrder(spec);
        m_positions.assign(m_values.size() / static_cast<std::size_t>(spec.channels), 0);
        for (std::size_t position = 0; position < m_values.size(); ++position)
            if (m_values[position] % spec.channels == 0)
                m_positions[pixelOf(position)] = static_cast<int>(position);
        m_position = positionOf(spec.width / 2, spec.height / 2);
    }
    m_mode = std::clamp(m_mode, 0, static_cast<int>(modes.size()) - 1);
    setPosition(m_position);
}

void ModesPicture::setUnavailable(const QString& reason) {
    m_unavailable = reason;
    update();
}

void ModesPicture::setMode(int mode) {
    m_mode = std::clamp(mode, 0, std::max(0, static_cast<int>(m_modes.size()) - 1));
    setPosition(m_position);
}

Shape ModesPicture::indices() const {
    Shape found(m_modes.size());
    Index rest = m_position;
    for (std::size_t k = m_modes.size(); k-- > 0;) {
        found[k] = rest % m_modes[k];
        rest /= m_modes[k];
    }
    return found;
}

void ModesPicture::setPlace(int column, int row) {
    if (m_values.empty() || column < 0 || row < 0 || column >= m_data.width || row >= m_data.height) return;
    setPosition(positionOf(column, row));
}

Index ModesPicture::positionOf(int column, int row) const {
    return m_positions[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_data.width) +
                       static_cast<std::size_t>(column)];
}

void ModesPicture::setPosition(Index position) {
    if (!isAvailable()) return;
    m_position = std::clamp<Index>(position, 0, static_cast<Index>(m_values.size()) - 1);
    paintCover();
    update();
    emit placeChanged();
}

void ModesPicture::paintCover() {
    const Index block = blockSize(m_modes, m_mode), size = m_modes[static_cast<std::size_t>(m_mode)];
    const Index own = m_position / block, index = own % size;
    m_cover = QImage(m_data.width, m_data.height, QImage::Format_ARGB32);
    m_cover.fill(Qt::transparent);
    QColor colour = seriesColor(coverSeries, palette());
    auto* pixels = reinterpret_cast<QRgb*>(m_cover.bits()); // 32-bit lines lie together
    const auto paint = [&](Index which, int opacity) {
        colour.setAlpha(opacity);
        for (Index p = which * block; p < (which + 1) * block; ++p)
            pixels[pixelOf(static_cast<std::size_t>(p))] = colour.rgba();
    };
    for (Index which = index; which * block < static_cast<Index>(m_values.size()); which += size)
        paint(which, faint);
    paint(own, strong);
}

bool ModesPicture::covers(int column, int row) const {
    return qAlpha(m_cover.pixel(column, row)) == strong;
}

QRectF ModesPicture::pictureRect() const {
    const double scale = std::min(double(width()) / m_data.width, double(height()) / m_data.height);
    QRectF place(0, 0, m_data.width * scale, m_data.height * scale);
    place.moveCenter(QRectF(rect()).center());
    return place;
}

void ModesPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!isAvailable()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_unavailable);
        return;
    }
    const QRectF place = pictureRect();
    painter.drawImage(place, m_frame);
    painter.drawImage(place, m_cover);
    painter.setPen(
        QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), hasFocus() ? 2 : 1));
    painter.drawRect(place);
}

void ModesPicture::mouseMoveEvent(QMouseEvent* event) {
    if (!isAvailable()) return;
    const QRectF place = pictureRect();
    const QPointF at = event->position() - place.topLeft();
    setPlace(static_cast<int>(at.x() / place.width() * m_data.width),
             static_cast<int>(at.y() / place.height() * m_data.height));
}

/// Left and right step through the blocks, up and down through the modes.
void ModesPicture::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (!isAvailable()) return QWidget::keyPressEvent(event);
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return setPosition(m_position + (key == Qt::Key_Right ? 1 : -1) * blockSize(m_modes, m_mode));
    if (key == Qt::Key_Up || key == Qt::Key_Down) return setMode(m_mode + (key == Qt::Key_Down ? 1 : -1));
    QWidget::keyPressEvent(event);
}

} // namespace rankscope
