// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/classifier.h"

#include <QWidget>

namespace rankscope {

/// The probabilities of the classes over the time of a video, the most probable ones as curves. A click, a
/// drag or the arrow keys choose a moment.
class ProbabilityTimeline : public QWidget {
    Q_OBJECT
public:
    static constexpr int shownClasses = 5;
    explicit ProbabilityTimeline(QWidget* parent);

    /// `clip` may be null.
    void setClip(std::shared_ptr<const ShownClip> clip);
    /// Another timeline of the same clip.
    void setTimeline(const ClassTimeline& timeline);
    void setCurrent(int candidate);
    QSize sizeHint() const override { return {400, 120}; }
    QSize minimumSizeHint() const override { return {200, 90}; }

Q_SIGNALS:
    void frameChosen(int candidate);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF area() const;
    double xOf(int candidate) const;
    int candidateAt(double x) const;
    void choose(const QPointF& point);
    QString wordsAt(int candidate) const;
    void paintNames(QPainter& painter) const;

    std::shared_ptr<const ShownClip> m_clip;
    ClassTimeline m_timeline;
    std::vector<std::size_t> m_classes; ///< shown ones, most probable first
    int m_current = -1;
};

} // namespace rankscope
