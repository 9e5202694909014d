// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/classifier.h"

#include <QPixmap>
#include <QWidget>

namespace rankscope {

/// The frames that the network was shown, in the order in which it saw them; of more than there is room for,
/// evenly spaced ones. A click or the arrow keys choose one. A position is an index into `result.shown` of
/// the clip: a time step of the network.
class FrameStrip : public QWidget {
    Q_OBJECT
public:
    explicit FrameStrip(QWidget* parent);
    void setClip(std::shared_ptr<const ShownClip> clip);
    void setPosition(int position);
    /// The candidate that a player shows: the position that has it is marked, where there is one.
    void setCandidate(int candidate);
    int position() const { return m_position; }
    QSize sizeHint() const override { return {500, 92}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

Q_SIGNALS:
    void chosen(int position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int count() const;  ///< of the positions
    int places() const; ///< of the pictures drawn; each stands for as many positions
    int positionOf(int place) const;
    QRectF rectOf(int place) const;
    const QPixmap& picture(int place);
    void choose(int position);

    std::shared_ptr<const ShownClip> m_clip;
    int m_position = -1;             ///< -1: before the first
    bool m_marked = false;           ///< the player shows it
    std::vector<QPixmap> m_pictures; ///< of the places; null until painted
};

} // namespace rankscope
