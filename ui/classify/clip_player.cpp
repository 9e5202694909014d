// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/clip_player.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace rankscope {

namespace {
constexpr double slowest = 4,
                 fastest = 25; // candidates a second: they stand for the whole clip, not for its frame rate
constexpr double loopSeconds = 3;

/// Drawn in the colour of the palette: the style's own icon is black on dark themes.
QIcon playIcon(bool pause, const QColor& color, double ratio) {
    constexpr int side = 16;
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (pause) {
        painter.drawRect(QRectF(3, 2, 4, 12));
        painter.drawRect(QRectF(9, 2, 4, 12));
    } else {
        painter.drawPolygon(QPolygonF({{4, 2}, {4, 14}, {14, 8}}));
    }
    return picture;
}
} // namespace

/// The picture, as large as fits.
class ClipPlayer::Screen : public QWidget {
public:
    using QWidget::QWidget;
    void setImage(const QImage& image) {
        m_image = image;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (m_image.isNull()) return;
        QRectF place(QPointF(), QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(rect()).center());
        painter.drawImage(place, m_image);
    }

private:
    QImage m_image;
};

ClipPlayer::ClipPlayer(QWidget* parent)
    : QWidget(parent),
      m_screen(new Screen(this)),
      m_play(new QToolButton(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_position(new QLabel(this)) {
    m_screen->setMinimumSize(200, 120);
    m_screen->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_screen->setAccessibleName(tr("Picture"));
    m_play->setCheckable(true);
    m_play->setAutoRaise(true);
    m_slider->setAccessibleName(tr("Frame"));
    m_slider->setPageStep(1);
    auto* controls = new QHBoxLayout;
    controls->addWidget(m_play);
    controls->addWidget(m_slider, 1);
    controls->addWidget(m_position);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_screen, 1);
    layout->addLayout(controls);
    connect(m_play, &QToolButton::toggled, this, &ClipPlayer::setPlaying);
    connect(m_slider, &QSlider::valueChanged, this, &ClipPlayer::show);
    connect(&m_timer, &QTimer::timeout, this, &ClipPlayer::step);
    setPlaying(false);
    setClip(nullptr);
}

void ClipPlayer::setClip(std::shared_ptr<const ShownClip> clip) {
    m_clip = std::move(clip);
    const int frames = m_clip ? m_clip->frames() : 0;
    m_slider->setRange(0, std::max(0, frames - 1));
    m_slider->setEnabled(frames > 1);
    m_play->setEnabled(frames > 1);
    m_play->setChecked(frames > 1);
    m_slider->setValue(0);
    show(0);
}

void ClipPlayer::replaceClip(std::shared_ptr<const ShownClip> clip) {
    if (!m_clip || clip->frames() != m_clip->frames()) return setClip(std::move(clip));
    m_clip = std::move(clip);
    show(m_slider->value());
}

void ClipPlayer::setPlaying(bool playing) {
    drawIcon();
    m_play->setToolTip(playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->toolTip());
    if (!playing || !m_clip) return m_timer.stop();
    m_timer.start(static_cast<int>(1000 / std::clamp(m_clip->frames() / loopSeconds, slowest, fastest)));
}

void ClipPlayer::drawIcon() {
    const QColor color =
        palette().color(m_play->isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    m_play->setIcon(playIcon(m_play->isChecked(), color, devicePixelRatioF()));
}

void ClipPlayer::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) drawIcon();
}

void ClipPlayer::step() {
    const int next = m_slider->value() + 1;
    m_slider->setValue(next > m_slider->maximum() ? 0 : next);
}

void ClipPlayer::showFrame(int candidate) {
    m_play->setChecked(false);
    m_slider->setValue(candidate);
}

void ClipPlayer::show(int candidate) {
    const int frames = m_clip ? m_clip->frames() : 0;
    const bool inside = candidate < frames;
    m_screen->setImage(inside ? m_clip->frame(candidate).copy() : QImage());
    m_position->setText(inside
                            ? tr("%1 / %2").arg(QLocale().toString(candidate + 1), QLocale().toString(frames))
                            : QString());
    if (inside) Q_EMIT frameChanged(candidate);
}

} // namespace rankscope
