// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/tensor_network.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rankscope {

using OperandSet = std::uint32_t; ///< one bit an operand: bit 0 the frames X, bit k core k - 1
using EdgeSet = std::uint64_t;    ///< one bit an edge

/// The operands of a network (X and its cores) as sets of edges, for the search of contraction orders: which
/// edges a product of some of them keeps, and how many values that is.
class OperandSets {
public:
    static constexpr int maxCores = 30;

    /// Throws Error beyond `maxCores` cores.
    explicit OperandSets(const TensorNetwork& network);

    int count() const { return static_cast<int>(m_edges.size()); }
    OperandSet all() const { return (OperandSet{1} << count()) - 1; }
    EdgeSet edges(int operand) const { return m_edges[static_cast<std::size_t>(operand)]; }

    /// Edges still open once the operands in `set` are multiplied.
    EdgeSet openEdges(OperandSet set) const;

    /// Values of a tensor with these edges; exact up to 2^53.
    double size(EdgeSet set) const {
        double result = 1;
        for (int table = 0; table < m_tables; ++table, set >>= 8) result *= m_sizes[table][set & 0xff];
        return result;
    }

private:
    void hold(int operand, int edge);

    std::vector<EdgeSet> m_edges;      // of each operand
    std::vector<OperandSet> m_holders; // of each edge
    EdgeSet m_open = 0;                // output legs
    int m_tables = 0;
    std::array<std::array<double, 256>, 8> m_sizes; // products of sizes, 8 edges a table
};

} // namespace rankscope
