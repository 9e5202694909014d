// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/diagram_layout.h"
#include "ui/design/study/bond_gauge.h"

#include <QElapsedTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace rankscope {

/// Draws a tensor network: cores, legs and bonds with their ranks. The wheel, a vertical drag, + and - or
/// typing change the rank under the mouse or selected with the arrow keys; what a new value comes to is up to
/// who listens.
class NetworkDiagram : public QWidget {
    Q_OBJECT
public:
    explicit NetworkDiagram(QWidget* parent = nullptr);

    /// `gates`: how many are concatenated in the first output mode; `maps`: how many such networks there are
    /// (gates apart). `limit` tells the largest useful value of a rank.
    void setNetwork(const TensorNetwork& network, Index gates, Index maps,
                    std::function<Index(RankRef)> limit);
    /// Nothing to draw, and why.
    void setUnavailable(const QString& reason);
    /// A line below the picture until the next change, such as why a rank cannot grow.
    void setMessage(const QString& text);

    /// Small gauges below the bonds; of a rank that has changed since they are faint. Empty: none.
    void setGauges(std::vector<BondGauge> gauges);

    void select(RankRef rank);
    void selectCore(const QString& name); ///< empty: none
    std::optional<RankRef> selected() const { return m_selected; }
    QRectF labelRect(RankRef rank) const; ///< of its label; empty: not shown
    QRectF coreRect(const QString& name) const;
    QString caption() const;

    QSize sizeHint() const override { return {560, 230}; }
    QSize minimumSizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    void rankRequested(rankscope::RankKind kind, int index, rankscope::Index value);
    void coreHovered(const QString& name);  ///< empty: none
    void coreSelected(const QString& name); ///< by a click
    void legPointedAt(int mode);            ///< of the input; -1: no longer
    void legSelected(int mode);             ///< by a click

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void paintLines(QPainter& painter) const;
    void paintFrames(QPainter& painter) const;
    void paintCores(QPainter& painter) const;
    void paintLabel(QPainter& painter, int edge, const QPointF& centre) const;
    void paintGauge(QPainter& painter, const BondGauge& gauge) const;
    const BondGauge* gaugeOf(RankRef rank) const;
    int legAt(const QPointF& position) const; ///< mode of an input leg, -1: none
    QRectF labelRect(int edge, const QPointF& centre) const;
    RankRef refOf(int edge) const;
    Index valueOf(RankRef rank) const;
    QString nameOf(RankRef rank) const;
    std::vector<RankRef> ranks() const; ///< in the network's order
    std::optional<RankRef> rankAt(const QPointF& position) const;
    int coreAt(const QPointF& position) const;
    void request(RankRef rank, Index value);
    void selectNext(int step);
    void type(int digit);
    void hover(const QPointF& position);
    void captionChanged();

    TensorNetwork m_network;
    DiagramLayout m_layout;
    Index m_gates = 1, m_maps = 1;
    std::function<Index(RankRef)> m_limit;
    QString m_unavailable, m_message;
    std::optional<RankRef> m_selected, m_hovered, m_dragged;
    std::vector<BondGauge> m_gauges;
    int m_hoveredCore = -1, m_selectedCore = -1, m_leg = -1;
    int m_wheel = 0; ///< turned, but less than a step
    double m_dragFrom = 0;
    Index m_dragValue = 0;
    Index m_typed = 0;
    QElapsedTimer m_sinceTyped;
};

} // namespace rankscope
