// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/network_diagram.h"
#include "ui/design/network_text.h"

#include <QPainter>

#include <cmath>

namespace rankscope {

namespace {
QColor blend(const QColor& a, const QColor& b, double share) {
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * share),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * share),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * share));
}

/// A thicker line for a larger rank, within bounds.
double bondWidth(Index rank) {
    return std::min(8.0, 1.5 + 0.8 * std::log2(double(rank)));
}
} // namespace

void NetworkDiagram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    paintFrames(painter);
    paintLines(painter);
    paintCores(painter);
    for (const auto& line : m_layout.lines)
        if (refOf(line.edge).kind != RankKind::None) paintLabel(painter, line.edge, line.label);
    for (const auto& frame : m_layout.frames) paintLabel(painter, frame.edge, frame.label);
    for (const BondGauge& gauge : m_gauges) paintGauge(painter, gauge);

    painter.setPen(blend(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.8));
    const int textHeight = fontMetrics().height() * 2 + 4;
    painter.drawText(rect().adjusted(10, height() - textHeight - 2, -10, -2),
                     Qt::AlignCenter | Qt::TextWordWrap, caption());
    if (m_maps > 1 && m_unavailable.isEmpty())
        painter.drawText(rect().adjusted(8, 4, -8, 0), Qt::AlignTop | Qt::AlignRight,
                         tr("one such map per gate: × %1").arg(m_maps));
    QColor border = palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid);
    painter.setPen(QPen(border, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void NetworkDiagram::paintLines(QPainter& painter) const {
    const QColor text = palette().color(QPalette::Text), base = palette().color(QPalette::Base);
    for (const auto& line : m_layout.lines) {
        const Edge& edge = m_network.edges[static_cast<std::size_t>(line.edge)];
        const bool bond = edge.kind == EdgeKind::Bond;
        painter.setPen(QPen(blend(base, text, bond ? 0.75 : 0.5), bond ? bondWidth(edge.size) : 1.5,
                            Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(line.points);
        if (bond) continue;
        painter.setPen(blend(base, text, 0.9));
        const QString label = edgeText(m_network, line.edge, m_gates);
        QRectF place(0, 0, fontMetrics().horizontalAdvance(label) + 8, fontMetrics().height());
        place.moveCenter(line.label);
        painter.drawText(place, Qt::AlignCenter, label);
    }
}

void NetworkDiagram::paintFrames(QPainter& painter) const {
    const QColor text = palette().color(QPalette::Text), base = palette().color(QPalette::Base);
    for (const auto& frame : m_layout.frames) {
        // Sheets behind the frame tell that there are several blocks.
        const Index sheets =
            std::min<Index>(2, m_network.edges[static_cast<std::size_t>(frame.edge)].size - 1);
        for (Index sheet = sheets; sheet >= 0; --sheet) {
            painter.setPen(QPen(blend(base, text, 0.35), 1));
            painter.setBrush(blend(base, text, 0.03));
            painter.drawRoundedRect(frame.frame.translated(4.0 * double(sheet), -4.0 * double(sheet)), 8, 8);
        }
    }
}

void NetworkDiagram::paintCores(QPainter& painter) const {
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    for (const auto& node : m_layout.nodes) {
        const bool hovered = node.core == m_hoveredCore || node.core == m_selectedCore;
        painter.setPen(
            QPen(palette().color(hovered ? QPalette::Highlight : QPalette::Text), hovered ? 2.5 : 1.25));
        painter.setBrush(palette().color(QPalette::Button));
        painter.drawRoundedRect(node.box, 7, 7);
        painter.setPen(palette().color(QPalette::ButtonText));
        painter.drawText(node.box, Qt::AlignCenter,
                         QString::fromStdString(m_network.cores[static_cast<std::size_t>(node.core)].name));
    }
    painter.setFont(font());
}

QRectF NetworkDiagram::labelRect(int edge, const QPointF& centre) const {
    const QString text = edgeText(m_network, edge, m_gates);
    QRectF place(0, 0, fontMetrics().horizontalAdvance(text) + 14, fontMetrics().height() + 6);
    place.moveCenter(centre);
    return place;
}

void NetworkDiagram::paintLabel(QPainter& painter, int edge, const QPointF& centre) const {
    const RankRef rank = refOf(edge);
    const bool selected = m_selected == rank, hovered = m_hovered == rank;
    const QRectF place = labelRect(edge, centre);
    painter.setPen(
        QPen(palette().color(selected || hovered ? QPalette::Highlight : QPalette::Mid), hovered ? 2 : 1));
    painter.setBrush(palette().color(selected ? QPalette::Highlight : QPalette::Base));
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
    painter.setPen(palette().color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(place, Qt::AlignCenter, edgeText(m_network, edge, m_gates));
}

} // namespace rankscope
