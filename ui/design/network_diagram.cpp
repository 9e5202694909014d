// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/network_diagram.h"

#include "ui/design/network_text.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace rankscope {

namespace {
constexpr double pixelsPerStep = 8;  // of a drag
constexpr qint64 typingPause = 1500; // milliseconds after which a digit begins a new number
constexpr Index longestNumber = 100'000;
constexpr double reach = 6; // around a label
} // namespace

NetworkDiagram::NetworkDiagram(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Network diagram"));
}

void NetworkDiagram::setNetwork(const TensorNetwork& network, Index gates, Index maps,
                                std::function<Index(RankRef)> limit) {
    m_network = network;
    m_gates = gates;
    m_maps = maps;
    m_limit = std::move(limit);
    m_unavailable.clear();
    m_message.clear();
    const auto known = ranks();
    for (auto* chosen : {&m_selected, &m_hovered, &m_dragged})
        if (*chosen && std::ranges::find(known, **chosen) == known.end()) chosen->reset();
    for (int* core : {&m_hoveredCore, &m_selectedCore})
        if (*core >= static_cast<int>(network.cores.size())) *core = -1;
    arrange();
    captionChanged();
}

void NetworkDiagram::setUnavailable(const QString& reason) {
    m_network = {};
    m_layout = {};
    m_unavailable = reason;
    m_selected.reset();
    m_hovered.reset();
    m_dragged.reset();
    m_hoveredCore = m_selectedCore = -1;
    captionChanged();
}

void NetworkDiagram::setMessage(const QString& text) {
    m_message = text;
    captionChanged();
}

void NetworkDiagram::setGauges(std::vector<BondGauge> gauges) {
    m_gauges = std::move(gauges);
    captionChanged();
}

void NetworkDiagram::selectCore(const QString& name) {
    const auto core = std::ranges::find(m_network.cores, name.toStdString(), &Core::name);
    m_selectedCore = core == m_network.cores.end() ? -1 : static_cast<int>(core - m_network.cores.begin());
    if (m_selectedCore >= 0) m_selected.reset();
    m_message.clear();
    captionChanged();
}

void NetworkDiagram::select(RankRef rank) {
    m_selected = rank;
    m_selectedCore = -1;
    m_message.clear();
    captionChanged();
}

QString NetworkDiagram::caption() const {
    if (!m_unavailable.isEmpty()) return m_unavailable;
    if (!m_message.isEmpty()) return m_message;
    if (m_hoveredCore >= 0) return coreText(m_network, m_hoveredCore, m_gates);
    const auto rank = m_hovered ? m_hovered : m_selected;
    if (!rank && m_selectedCore >= 0) return coreText(m_network, m_selectedCore, m_gates);
    if (!rank)
        return ranks().empty() ? tr("A dense map has one core and no rank. Point at it for its shape.")
                               : tr("Point at a rank and turn the wheel, or choose one with the arrow keys "
                                    "and press +, − or type.");
    const QString value = tr("%1 = %2, at most %3.")
                              .arg(nameOf(*rank), QString::fromStdString(grouped(valueOf(*rank))),
                                   QString::fromStdString(grouped(m_limit(*rank))));
    const BondGauge* gauge = gaugeOf(*rank);
    return value + QLatin1Char(' ') +
           (gauge ? gaugeText(*gauge) : tr("Wheel, drag, +, − or digits change it."));
}

void NetworkDiagram::captionChanged() {
    setAccessibleDescription(caption());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

void NetworkDiagram::arrange() {
    const double captionHeight = fontMetrics().height() * 2 + 8;
    m_layout = layoutNetwork(m_network, QRectF(rect()).adjusted(16, 8, -16, -captionHeight));
    update();
}

RankRef NetworkDiagram::refOf(int edge) const {
    const Edge& e = m_network.edges[static_cast<std::size_t>(edge)];
    return {e.rank, e.rankIndex};
}

Index NetworkDiagram::valueOf(RankRef rank) const {
    for (const Edge& edge : m_network.edges)
        if (RankRef{edge.rank, edge.rankIndex} == rank) return edge.size;
    return 0;
}

QString NetworkDiagram::nameOf(RankRef rank) const {
    for (const Edge& edge : m_network.edges)
        if (RankRef{edge.rank, edge.rankIndex} == rank) return edgeSymbol(edge, m_gates);
    return {};
}

std::vector<RankRef> NetworkDiagram::ranks() const {
    std::vector<RankRef> found;
    for (const Edge& edge : m_network.edges)
        if (edge.rank != RankKind::None) found.push_back({edge.rank, edge.rankIndex});
    return found;
}

QRectF NetworkDiagram::labelRect(RankRef rank) const {
    for (const auto& line : m_layout.lines)
        if (refOf(line.edge) == rank) return labelRect(line.edge, line.label);
    for (const auto& frame : m_layout.frames)
        if (refOf(frame.edge) == rank) return labelRect(frame.edge, frame.label);
    return {};
}

QRectF NetworkDiagram::coreRect(const QString& name) const {
    for (const auto& node : m_layout.nodes)
        if (QString::fromStdString(m_network.cores[static_cast<std::size_t>(node.core)].name) == name)
            return node.box;
    return {};
}

std::optional<RankRef> NetworkDiagram::rankAt(const QPointF& position) const {
    for (const RankRef rank : ranks())
        if (labelRect(rank).adjusted(-reach, -reach, reach, reach).contains(position)) return rank;
    // A bond is as good as its label, where it is not hidden by a core.
    for (const auto& line : m_layout.lines) {
        if (refOf(line.edge).kind == RankKind::None || coreAt(position) >= 0) continue;
        for (qsizetype i = 1; i < line.points.size(); ++i)
            if (QRectF(line.points[i - 1], line.points[i])
                    .normalized()
                    .adjusted(-reach, -reach, reach, reach)
                    .contains(position))
                return refOf(line.edge);
    }
    return {};
}

int NetworkDiagram::coreAt(const QPointF& position) const {
    for (const auto& node : m_layout.nodes)
        if (node.box.contains(position)) return node.core;
    return -1;
}

int NetworkDiagram::legAt(const QPointF& position) const {
    for (const auto& line : m_layout.lines) {
        const Edge& edge = m_network.edges[static_cast<std::size_t>(line.edge)];
        if (edge.kind != EdgeKind::Input) continue;
        QRectF around = line.points.boundingRect().adjusted(-reach, 0, reach, 0);
        around = around.united(labelRect(line.edge, line.label));
        if (around.contains(position)) return edge.mode;
    }
    return -1;
}

void NetworkDiagram::request(RankRef rank, Index value) {
    const Index before = valueOf(rank);
    m_selected = rank;
    m_message.clear();
    if (value < 1)
        m_message = tr("%1 is at least 1.").arg(nameOf(rank));
    else if (value != before)
        Q_EMIT rankRequested(rank.kind, rank.index, value);
    captionChanged();
}

void NetworkDiagram::selectNext(int step) {
    const auto all = ranks();
    if (all.empty()) return;
    const int count = static_cast<int>(all.size());
    const auto found = m_selected ? std::ranges::find(all, *m_selected) : all.end();
    const int from = found != all.end() ? static_cast<int>(found - all.begin()) : (step > 0 ? -1 : count);
    select(all[static_cast<std::size_t>(std::clamp(from + step, 0, count - 1))]);
    m_typed = 0;
}

void NetworkDiagram::type(int digit) {
    if (!m_selected) return;
    const bool goesOn = m_sinceTyped.isValid() && !m_sinceTyped.hasExpired(typingPause);
    m_typed = (goesOn ? m_typed * 10 : 0) + digit;
    m_sinceTyped.start();
    if (m_typed > 0 && m_typed < longestNumber) request(*m_selected, m_typed);
}

void NetworkDiagram::hover(const QPointF& position) {
    const auto rank = rankAt(position);
    const int core = rank ? -1 : coreAt(position), leg = legAt(position);
    const bool otherLeg = leg != std::exchange(m_leg, leg);
    if (!otherLeg && rank == m_hovered && core == m_hoveredCore) return;
    if (core != m_hoveredCore)
        Q_EMIT coreHovered(
            core < 0 ? QString()
                     : QString::fromStdString(m_network.cores[static_cast<std::size_t>(core)].name));
    m_hovered = rank;
    m_hoveredCore = core;
    m_message.clear();
    setCursor(rank ? Qt::SizeVerCursor : leg >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    captionChanged();
    if (otherLeg) Q_EMIT legPointedAt(leg);
}

bool NetworkDiagram::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int core = coreAt(help->pos());
        QToolTip::showText(help->globalPos(), core < 0 ? QString() : coreText(m_network, core, m_gates),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void NetworkDiagram::resizeEvent(QResizeEvent*) {
    arrange();
}

void NetworkDiagram::wheelEvent(QWheelEvent* event) {
    const auto rank = rankAt(event->position());
    if (!rank) return event->ignore();
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    const Index value = valueOf(*rank), least = value > 1 ? 1 : 0; // from 1 downwards is answered in words
    if (steps != 0) request(*rank, std::max(least, value + steps));
    event->accept();
}

void NetworkDiagram::mousePressEvent(QMouseEvent* event) {
    const auto rank = rankAt(event->position());
    const int core = rank ? -1 : coreAt(event->position());
    if (event->button() == Qt::LeftButton && core >= 0) {
        const QString name = QString::fromStdString(m_network.cores[static_cast<std::size_t>(core)].name);
        selectCore(name);
        Q_EMIT coreSelected(name);
        return;
    }
    const int leg = rank ? -1 : legAt(event->position());
    if (event->button() == Qt::LeftButton && leg >= 0) return Q_EMIT legSelected(leg);
    if (event->button() != Qt::LeftButton || !rank) return QWidget::mousePressEvent(event);
    select(*rank);
    m_typed = 0;
    m_dragged = rank;
    m_dragFrom = event->position().y();
    m_dragValue = valueOf(*rank);
}

void NetworkDiagram::mouseMoveEvent(QMouseEvent* event) {
    if (!m_dragged) return hover(event->position());
    const auto steps = static_cast<Index>((m_dragFrom - event->position().y()) / pixelsPerStep);
    request(*m_dragged, std::max<Index>(1, m_dragValue + steps));
}

void NetworkDiagram::mouseReleaseEvent(QMouseEvent* event) {
    m_dragged.reset();
    hover(event->position());
}

void NetworkDiagram::leaveEvent(QEvent*) {
    hover({-1, -1});
}

void NetworkDiagram::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) return selectNext(key == Qt::Key_Right ? 1 : -1);
    if (key >= Qt::Key_0 && key <= Qt::Key_9) return type(key - Qt::Key_0);
    const int step = key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Up ? 1
                     : key == Qt::Key_Minus || key == Qt::Key_Down                    ? -1
                                                                                      : 0;
    if (step == 0 || !m_selected) return QWidget::keyPressEvent(event);
    m_typed = 0;
    request(*m_selected, valueOf(*m_selected) + step);
}

} // namespace rankscope
