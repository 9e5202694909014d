// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/frame_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rankscope {

namespace {
constexpr double gap = 4;
}

FrameStrip::FrameStrip(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Frames shown to the network"));
}

void FrameStrip::setClip(std::shared_ptr<const ShownClip> clip) {
    m_clip = std::move(clip);
    m_current = -1;
    setAccessibleDescription(m_clip ? tr("%1 frames").arg(m_clip->result.shown.size()) : QString());
    update();
}

void FrameStrip::setCurrent(int candidate) {
    m_current = candidate;
    update();
}

QRectF FrameStrip::place(int position) const {
    const int count = static_cast<int>(m_clip->result.shown.size());
    const double aspect = double(m_clip->width) / m_clip->height;
    const double frameWidth = std::min((width() + gap) / count - gap, (height() - 4) * aspect);
    const double frameHeight = frameWidth / aspect;
    return {2 + position * (frameWidth + gap), (height() - frameHeight) / 2, frameWidth - 4.0 / count,
            frameHeight};
}

void FrameStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!m_clip) return;
    const auto& shown = m_clip->result.shown;
    for (int position = 0; position < static_cast<int>(shown.size()); ++position) {
        const int candidate = shown[static_cast<std::size_t>(position)];
        painter.drawImage(place(position), m_clip->frame(candidate));
        if (candidate != m_current) continue;
        painter.setPen(QPen(palette().color(QPalette::Highlight), 3));
        painter.drawRect(place(position));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void FrameStrip::choose(int position) {
    const auto& shown = m_clip->result.shown;
    if (position >= 0 && position < static_cast<int>(shown.size()))
        Q_EMIT frameChosen(shown[static_cast<std::size_t>(position)]);
}

void FrameStrip::mousePressEvent(QMouseEvent* event) {
    if (!m_clip) return;
    for (int position = 0; position < static_cast<int>(m_clip->result.shown.size()); ++position)
        if (place(position).contains(event->position())) choose(position);
}

void FrameStrip::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (!m_clip || step == 0) return QWidget::keyPressEvent(event);
    const auto& shown = m_clip->result.shown; // ascending
    const auto at = step > 0 ? std::ranges::upper_bound(shown, m_current)
                             : std::ranges::lower_bound(shown, m_current) - 1;
    choose(static_cast<int>(at - shown.begin()));
}

} // namespace rankscope
