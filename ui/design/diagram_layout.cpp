// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/diagram_layout.h"

#include <algorithm>

namespace rankscope {

namespace {
constexpr double boxHeight = 38, barHeight = 30, widestBox = 92;
constexpr double margin = 14, sideMargin = 26; // of a frame around its cores; labels reach out at the sides
constexpr double labelGap = 11;
constexpr double port = 0.35; // where output leg and bond leave a core that has both below, from its middle

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
        m_columnWidth = m_area.width() / std::max<double>(1, double(m_network.legs(EdgeKind::Input).size()));
        const int cores = static_cast<int>(m_network.cores.size());
        for (int core = 0; core < cores; ++core) m_hasInner = m_hasInner || isInner(core);
        const double single = std::min(widestBox, 0.5 * m_columnWidth);
        m_rowY = m_area.top() + m_area.height() * (m_hasInner ? 0.34 : 0.5);
        const double barY = m_area.bottom() - margin - barHeight / 2;
        m_layout.nodes.resize(m_network.cores.size());
        for (int core = 0; core < cores; ++core) {
            const auto modes = modesOf(core);
            const bool inner = modes.empty();
            const double first = inner ? 0 : modes.front();
            const double last = inner ? double(m_network.legs(EdgeKind::Input).size()) - 1 : modes.back();
            const double height = inner ? barHeight : boxHeight, y = inner ? barY : m_rowY;
            QRectF box(columnX(first) - single / 2, y - height / 2, columnX(last) - columnX(first) + single,
                       height);
            m_layout.nodes[core] = {core, box};
        }
    }

    void addLeg(int edge) {
        const auto held = holders(edge);
        if (held.empty()) return;
        const QRectF box = m_layout.nodes[held.front()].box;
        const bool up = m_network.edges[edge].kind == EdgeKind::Input;
        // Below stands the bond to the bar: the output leg gives way to the left.
        const double x = columnX(m_network.edges[edge].mode) - (!up && m_hasInner ? box.width() * port : 0);
        const double most = !up && m_hasInner ? 14 : 40;
        const double length = std::clamp(m_area.height() * 0.12, 12.0, most);
        const QPointF from(x, up ? box.top() : box.bottom());
        const QPointF to(x, up ? box.top() - length : box.bottom() + length);
        m_layout.lines.push_back({edge, {from, to}, to + QPointF(0, up ? -labelGap : labelGap)});
    }

    void addBond(int edge) {
        const auto held = holders(edge);
        if (held.size() != 2) return addFrame(edge, held);
        QRectF a = m_layout.nodes[held[0]].box, b = m_layout.nodes[held[1]].box;
        if (isInner(held[0])) std::swap(a, b);
        QLineF line;
        if (isInner(held[0]) || isInner(held[1])) {
            const double x = a.center().x() + a.width() * port;
            line = QLineF(x, a.bottom(), x, b.top());
            // Low on the bond, clear of the label of the output leg beside it.
            m_layout.lines.push_back({edge, line, line.p2() - QPointF(0, labelGap + 4)});
            return;
        } else {
            if (a.center().x() > b.center().x()) std::swap(a, b);
            line = QLineF(a.right(), a.center().y(), b.left(), b.center().y());
        }
        m_layout.lines.push_back({edge, line, line.center()});
    }

    void addFrame(int edge, const std::vector<int>& held) {
        QRectF frame;
        for (const int core : held) frame |= m_layout.nodes[core].box;
        frame.adjust(-sideMargin, -margin, sideMargin, margin);
        const double last = double(m_network.legs(EdgeKind::Input).size()) - 1;
        // Between the last two columns, clear of the legs.
        m_layout.frames.push_back({edge, frame, {columnX(last - 0.5), frame.top()}});
    }

    const TensorNetwork& m_network;
    const QRectF m_area;
    double m_columnWidth = 1, m_rowY = 0;
    bool m_hasInner = false;
    DiagramLayout m_layout;
};
} // namespace

DiagramLayout layoutNetwork(const TensorNetwork& network, const QRectF& area) {
    return Builder(network, area).build();
}

} // namespace rankscope
