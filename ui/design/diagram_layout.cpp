// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/diagram_layout.h"

#include <algorithm>

namespace rankscope {

namespace {
constexpr double boxHeight = 38, barHeight = 30, widestBox = 92;
constexpr double margin = 14, sideMargin = 26; // of a frame around its cores; labels reach out at the sides
constexpr double labelGap = 11;
constexpr double highRow = 62;  // of the row above several levels of bars
constexpr double bondRoom = 56; // between the row and the first bar: labels of output legs and of bonds
constexpr double port = 0.35;   // where output leg and bond leave a core that has both below, from its middle

/// Builds one layout; keeps what its steps share.
class Builder {
public:
    Builder(const TensorNetwork& network, const QRectF& area) : m_network(network), m_area(area) {}

    DiagramLayout build() {
        place();
        for (int edge = 0; edge < static_cast<int>(m_network.edges.size()); ++edge) {
            if (m_network.edges[edge].kind == EdgeKind::Bond)
                addBond(edge);
            else
                addLeg(edge);
        }
        return std::move(m_layout);
    }

private:
    std::vector<int> modesOf(int core) const {
        std::vector<int> modes;
        for (const int edge : m_network.cores[core].edges)
            if (m_network.edges[edge].kind != EdgeKind::Bond) modes.push_back(m_network.edges[edge].mode);
        std::ranges::sort(modes);
        return modes;
    }

    std::vector<int> holders(int edge) const {
        std::vector<int> cores;
        for (int core = 0; core < static_cast<int>(m_network.cores.size()); ++core)
            if (std::ranges::count(m_network.cores[core].edges, edge) > 0) cores.push_back(core);
        return cores;
    }

    bool isInner(int core) const { return modesOf(core).empty(); }
    double columnX(double mode) const { return m_area.left() + (mode + 0.5) * m_columnWidth; }

    void place() {
        m_columns = static_cast<int>(m_network.legs(EdgeKind::Input).size());
        m_columnWidth = m_area.width() / std::max(1, m_columns);
        m_layout.nodes.resize(m_network.cores.size());
        placeLevels();
        const double single = std::min(widestBox, 0.5 * m_columnWidth);
        const double rowY =
            m_area.top() + (m_levels == 0 ? m_area.height() * 0.5
                                          : std::min(m_area.height() * 0.34, m_levels > 1 ? highRow : 1e9));
        const double barsBottom = m_area.bottom() - margin;
        const double room = barsBottom - (rowY + boxHeight / 2 + bondRoom);
        const double bar = std::clamp(room / std::max(1, 2 * m_levels - 1), 10.0, barHeight);
        const double step = m_levels > 1 ? std::max(bar, (room - bar) / (m_levels - 1)) : 0;
        for (int core = 0; core < static_cast<int>(m_network.cores.size()); ++core) {
            const auto [first, last] = m_spans[core];
            const double height = isInner(core) ? bar : boxHeight;
            const double y = isInner(core) ? barsBottom - bar / 2 - step * m_level[core] : rowY;
            m_layout.nodes[core] = {core, QRectF(columnX(first) - single / 2, y - height / 2,
                                                 columnX(last) - columnX(first) + single, height)};
        }
    }

    /// The columns each core spans and the level of those without legs: 0 for the first of them, one more
    /// for each bond away from it.
    void placeLevels() {
        const int cores = static_cast<int>(m_network.cores.size());
        m_level.assign(m_network.cores.size(), -1);
        m_spans.assign(m_network.cores.size(), {m_columns, -1});
        std::vector<int> order;
        const auto visit = [&](int core, int level) {
            if (!isInner(core) || m_level[core] >= 0) return;
            m_level[core] = level;
            m_levels = std::max(m_levels, level + 1);
            order.push_back(core);
        };
        for (int core = 0; core < cores; ++core) {
            visit(core, 0);
            for (std::size_t at = 0; at < order.size(); ++at)
                for (const int edge : m_network.cores[order[at]].edges)
                    for (const int other : holders(edge)) visit(other, m_level[order[at]] + 1);
            for (const int mode : modesOf(core)) widen(core, mode, mode);
        }
        // From the outermost level down, each takes the columns of those it carries.
        for (auto core = order.rbegin(); core != order.rend(); ++core)
            for (const int edge : m_network.cores[*core].edges)
                for (const int other : holders(edge))
                    if (m_level[other] < 0 || m_level[other] > m_level[*core])
                        widen(*core, m_spans[other].first, m_spans[other].second);
    }

    void widen(int core, int first, int last) {
        m_spans[core] = {std::min(m_spans[core].first, first), std::max(m_spans[core].second, last)};
    }

    void addLeg(int edge) {
        const auto held = holders(edge);
        if (held.empty()) return;
        const QRectF box = m_layout.nodes[held.front()].box;
        const bool up = m_network.edges[edge].kind == EdgeKind::Input, yields = !up && m_levels > 0;
        // Below stands the bond to the bar: the output leg gives way to the left.
        const double x = columnX(m_network.edges[edge].mode) - (yields ? box.width() * port : 0);
        const double length = legLength(yields);
        const QPointF from(x, up ? box.top() : box.bottom());
        const QPointF to(x, up ? box.top() - length : box.bottom() + length);
        m_layout.lines.push_back({edge, {from, to}, to + QPointF(0, up ? -labelGap : labelGap)});
    }

    double legLength(bool yields) const {
        return std::clamp(m_area.height() * 0.12, 12.0, yields ? 14.0 : 40.0);
    }

    void addBond(int edge) {
        const auto held = holders(edge);
        if (held.size() != 2) return addFrame(edge, held);
        int a = held[0], b = held[1];
        // The one that is carried comes first: a core of the row, else the outer level.
        if (isInner(a) && (!isInner(b) || m_level[b] > m_level[a])) std::swap(a, b);
        const QRectF box = m_layout.nodes[a].box, other = m_layout.nodes[b].box;
        if (isInner(b)) {
            const double x =
                isInner(a) ? box.left() + box.width() / 4 : box.center().x() + box.width() * port;
            const QPointF from(x, box.bottom()), to(x, other.top());
            // Low on the bond, clear of the label of the output leg beside it.
            const QPointF label = isInner(a) ? (from + to) / 2 : to - QPointF(0, labelGap + 4);
            m_layout.lines.push_back({edge, {from, to}, label});
            return;
        }
        const QRectF left = box.x() < other.x() ? box : other, right = box.x() < other.x() ? other : box;
        const bool neighbours = right.center().x() - left.center().x() < 1.5 * m_columnWidth;
        if (!neighbours || isJoined(held)) return addRingBond(edge, left, right);
        const QPointF from(left.right(), left.center().y()), to(right.left(), right.center().y());
        m_layout.lines.push_back({edge, {from, to}, (from + to) / 2});
    }

    /// Whether a line between these two cores is there already.
    bool isJoined(const std::vector<int>& held) const {
        return std::ranges::any_of(m_layout.lines,
                                   [&](const DiagramLine& line) { return holders(line.edge) == held; });
    }

    void addRingBond(int edge, const QRectF& left, const QRectF& right) {
        const double out = std::min(20.0, 0.15 * m_columnWidth);
        const double below =
            std::min(m_area.bottom() - labelGap, left.bottom() + legLength(false) + 2 * labelGap + margin);
        const double y = left.center().y();
        const QPolygonF points{{left.left(), y},           {left.left() - out, y},
                               {left.left() - out, below}, {right.right() + out, below},
                               {right.right() + out, y},   {right.right(), y}};
        m_layout.lines.push_back({edge, points, {(left.left() + right.right()) / 2, below}});
    }

    void addFrame(int edge, const std::vector<int>& held) {
        QRectF frame;
        for (const int core : held) frame |= m_layout.nodes[core].box;
        frame.adjust(-sideMargin, -margin, sideMargin, margin);
        const double last = m_columns - 1;
        // Between the last two columns, clear of the legs.
        m_layout.frames.push_back({edge, frame, {columnX(last - 0.5), frame.top()}});
    }

    const TensorNetwork& m_network;
    const QRectF m_area;
    int m_columns = 0, m_levels = 0;
    double m_columnWidth = 1;
    std::vector<int> m_level;                 // of cores without legs; -1 for the others
    std::vector<std::pair<int, int>> m_spans; // first and last column of each core
    DiagramLayout m_layout;
};
} // namespace

DiagramLayout layoutNetwork(const TensorNetwork& network, const QRectF& area) {
    return Builder(network, area).build();
}

} // namespace rankscope
