// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <string>
#include <vector>

namespace rankscope {

/// What an edge of the network is: an open leg of the frame (contracted with X), an open leg of the output,
/// or a bond.
enum class EdgeKind { Input, Output, Bond };

/// Which rank of a MapSpec sets the size of a bond, so that the diagram can edit it.
enum class RankKind { None, Rank, Tucker, Blocks };

struct Edge {
    EdgeKind kind = EdgeKind::Bond;
    Index size = 1;
    std::string name; ///< "i1", "j1", "r1", "R1", "n"
    int mode = -1;    ///< 0-based mode of an input or output leg
    RankKind rank = RankKind::None;
    int rankIndex = 0; ///< 0-based position in MapSpec::ranks or tuckerRanks
};

/// A trained dense tensor; `edges` name its axes, the first varies slowest in memory.
struct Core {
    std::string name; ///< "G1", "A2", "C", "W"
    std::vector<int> edges;
};

/// A linear map as a value: cores joined by bonds, one open input and one open output leg per mode. A bond
/// may join more than two cores (a hyper-bond, summed once: the block index n of a block-term map). From it
/// follow parameter counts, the diagram, contraction costs, forward, gradient and the dense matrix, with no
/// code per format.
struct TensorNetwork {
    std::vector<Edge> edges;
    std::vector<Core> cores;

    int addEdge(Edge edge);
    int addCore(std::string name, std::vector<int> coreEdges);

    Shape shape(int core) const;
    Index parameters(int core) const { return product(shape(core)); }
    Index parameters() const;
    std::vector<int> legs(EdgeKind kind) const; ///< ascending by mode
    Index inputSize() const;                    ///< I
    Index outputSize() const;                   ///< J, gates included where they are concatenated

    /// Throws std::logic_error where the value is not a map: a leg missing, doubled or on no core, a bond on
    /// fewer than two cores.
    void check() const;
};

/// The map W^T: input and output legs swapped, the same cores with the same weights.
TensorNetwork transposed(TensorNetwork network);

} // namespace rankscope
