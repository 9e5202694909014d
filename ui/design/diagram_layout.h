// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/tensor_network.h"

#include <QPolygonF>
#include <QRectF>

namespace rankscope {

struct DiagramNode {
    int core = 0;
    QRectF box;
};

/// A leg or a bond between two cores.
struct DiagramLine {
    int edge = 0;
    QPolygonF points;
    QPointF label; ///< centre of its text
};

/// A bond of three cores or more, such as the block index: a frame around them with a label on its corner.
struct DiagramFrame {
    int edge = 0;
    QRectF frame;
    QPointF label;
};

/// Where the parts of a network are drawn.
struct DiagramLayout {
    std::vector<DiagramNode> nodes; ///< one per core, in the network's order
    std::vector<DiagramLine> lines;
    std::vector<DiagramFrame> frames;
};

/// Cores with open legs stand in a row by mode, input legs up, output legs down; cores without legs lie as
/// bars below the cores they join, those of a tree level by level with the first one lowest. A bond that
/// closes a ring runs below the row.
DiagramLayout layoutNetwork(const TensorNetwork& network, const QRectF& area);

} // namespace rankscope
