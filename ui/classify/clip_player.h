// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/classifier.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace rankscope {

/// Plays the candidate frames of a clip in a loop.
class ClipPlayer : public QWidget {
    Q_OBJECT
public:
    explicit ClipPlayer(QWidget* parent);
    void setClip(std::shared_ptr<const ShownClip> clip);
    /// The same video read again: the place and playing go on.
    void replaceClip(std::shared_ptr<const ShownClip> clip);
    void showFrame(int candidate); ///< and pauses

Q_SIGNALS:
    void frameChanged(int candidate);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Screen;
    void drawIcon();
    void setPlaying(bool playing);
    void step();
    void show(int candidate);

    std::shared_ptr<const ShownClip> m_clip;
    Screen* m_screen;
    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_position;
    QTimer m_timer;
};

} // namespace rankscope
