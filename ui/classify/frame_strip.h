// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/classifier.h"

#include <QWidget>

namespace rankscope {

/// The frames that the network was shown, in order of time; a click or the arrow keys choose one.
class FrameStrip : public QWidget {
    Q_OBJECT
public:
    explicit FrameStrip(QWidget* parent);
    void setClip(std::shared_ptr<const ShownClip> clip);
    /// The candidate that the player shows is marked, where the network saw it.
    void setCurrent(int candidate);
    QSize sizeHint() const override { return {500, 92}; }
    QSize minimumSizeHint() const override { return {200, 64}; }

Q_SIGNALS:
    void frameChosen(int candidate);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF place(int position) const;
    void choose(int position);

    std::shared_ptr<const ShownClip> m_clip;
    int m_current = -1;
};

} // namespace rankscope
