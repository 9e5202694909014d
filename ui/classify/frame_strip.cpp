// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/frame_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rankscope {

namespace {
constexpr double gap = 4, margin = 2;
constexpr int narrowest = 64; // of a picture, with its gap
} // namespace

FrameStrip::FrameStrip(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Frames shown to the network"));
}

void FrameStrip::setClip(std::shared_ptr<const ShownClip> clip) {
    m_clip = std::move(clip);
    m_position = -1;
    m_marked = false;
    m_pictures.clear();
    setAccessibleDescription(m_clip ? tr("%1 frames").arg(count()) : QString());
    update();
}

void FrameStrip::setPosition(int position) {
    m_position = position;
    m_marked = true;
    update();
}

void FrameStrip::setCandidate(int candidate) {
    if (!m_clip) return;
    const auto& shown = m_clip->result.shown;
    const auto shows = [&](int position) {
        return position >= 0 && shown[static_cast<std::size_t>(position)] == candidate;
    };
    if (!shows(m_position)) { // else it stays: one frame may stand in several places
        m_position = -1;      // the last one before it in time
        for (int i = 0; i < count(); ++i)
            if (const int at = shown[static_cast<std::size_t>(i)];
                at <= candidate && (m_position < 0 || at > shown[static_cast<std::size_t>(m_position)]))
                m_position = i;
    }
    m_marked = shows(m_position);
    update();
}

int FrameStrip::count() const {
    return m_clip ? static_cast<int>(m_clip->result.shown.size()) : 0;
}

int FrameStrip::places() const {
    return std::min(count(), std::max(1, width() / narrowest));
}

int FrameStrip::positionOf(int place) const {
    const auto firstOf = [this](int at) { return (at * count() + places() - 1) / places(); };
    return (firstOf(place) + firstOf(place + 1) - 1) / 2; // the middle one of those that it stands for
}

QRectF FrameStrip::rectOf(int place) const {
    const double aspect = double(m_clip->width) / m_clip->height;
    const double wide =
        std::min((width() - 2 * margin + gap) / places() - gap, (height() - 2 * margin) * aspect);
    return {margin + place * (wide + gap), (height() - wide / aspect) / 2, wide, wide / aspect};
}

const QPixmap& FrameStrip::picture(int place) {
    m_pictures.resize(static_cast<std::size_t>(places()));
    QPixmap& picture = m_pictures[static_cast<std::size_t>(place)];
    if (!picture.isNull()) return picture;
    const int candidate = m_clip->result.shown[static_cast<std::size_t>(positionOf(place))];
    const double ratio = devicePixelRatioF();
    picture = QPixmap::fromImage(m_clip->frame(candidate).scaled(
        (rectOf(place).size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return picture;
}

void FrameStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_pictures.clear();
}

void FrameStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int place = 0; place < places(); ++place)
        painter.drawPixmap(rectOf(place), picture(place), picture(place).rect());
    if (m_marked) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.drawRect(rectOf(m_position * places() / count()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void FrameStrip::choose(int position) {
    if (position < 0 || position >= count()) return;
    setPosition(position);
    Q_EMIT chosen(position);
}

void FrameStrip::mousePressEvent(QMouseEvent* event) {
    for (int place = 0; place < places(); ++place)
        if (rectOf(place).contains(event->position())) return choose(positionOf(place));
}

void FrameStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Right)
        choose(m_position + 1);
    else if (event->key() == Qt::Key_Left)
        choose(m_marked ? m_position - 1 : m_position);
    else
        QWidget::keyPressEvent(event);
}

} // namespace rankscope
