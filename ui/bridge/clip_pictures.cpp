// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/clip_pictures.h"

#include <QGuiApplication>
#include <QPalette>
#include <QPixmap>

#include <algorithm>

namespace rankscope {

namespace {
QImage middleFrame(const FrameSource& frames, int clip) {
    std::vector<std::uint8_t> pixels(frames.frameBytes());
    frames.read(clip, frames.candidates(clip) / 2, pixels);
    return QImage(pixels.data(), frames.width(), frames.height(), frames.width() * 3, QImage::Format_RGB888)
        .convertToFormat(QImage::Format_RGB32); // copies the pixels
}
} // namespace

void ClipPictures::setFrames(std::shared_ptr<const FrameSource> frames) {
    if (frames == m_frames) return;
    m_frames = std::move(frames);
    m_job.cancel();
    m_reading = -1;
    m_pictures.clear();
    m_wanted.clear();
}

QImage ClipPictures::picture(int clip) {
    const auto found = m_pictures.constFind(clip);
    if (found != m_pictures.constEnd()) return *found;
    if (!m_frames || clip == m_reading) return {};
    std::erase(m_wanted, clip);
    m_wanted.push_back(clip);
    readNext();
    return {};
}

QIcon ClipPictures::icon(int clip) {
    const QImage found = picture(clip);
    if (!found.isNull()) return QIcon(QPixmap::fromImage(found));
    QPixmap standIn(m_frames ? QSize(m_frames->width(), m_frames->height()) : QSize(1, 1));
    standIn.fill(QGuiApplication::palette().color(QPalette::Mid));
    return QIcon(standIn);
}

bool ClipPictures::isUnreadable(int clip) const {
    const auto found = m_pictures.constFind(clip);
    return found != m_pictures.constEnd() && found->isNull();
}

void ClipPictures::readNext() {
    if (m_reading >= 0 || m_wanted.empty()) return;
    m_reading = m_wanted.back();
    m_wanted.pop_back();
    m_job.start(
        this, [frames = m_frames, clip = m_reading](std::stop_token) { return middleFrame(*frames, clip); },
        [this](const JobResult<QImage>& result) {
            const int clip = std::exchange(m_reading, -1);
            m_pictures.insert(clip, result.value);
            readNext();
            emit arrived(clip);
        });
}

} // namespace rankscope
