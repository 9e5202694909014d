// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/operand_sets.h"

#include "engine/base/error.h"

#include <bit>

namespace rankscope {

OperandSets::OperandSets(const TensorNetwork& network) {
    const int cores = static_cast<int>(network.cores.size()), edges = static_cast<int>(network.edges.size());
    if (cores > maxCores)
        throw Error("A network of " + std::to_string(cores) + " cores is too large to be planned.",
                    "Use at most " + std::to_string(maxCores) + " cores: fewer modes.");
    m_edges.assign(static_cast<std::size_t>(cores) + 1, 0);
    m_holders.assign(network.edges.size(), 0);
    for (int edge = 0; edge < edges; ++edge) {
        if (network.edges[edge].kind == EdgeKind::Input) hold(0, edge);
        if (network.edges[edge].kind == EdgeKind::Output) m_open |= EdgeSet{1} << edge;
    }
    for (int core = 0; core < cores; ++core)
        for (const int edge : network.cores[core].edges) hold(core + 1, edge);
    m_tables = (edges + 7) / 8;
    for (int table = 0; table < m_tables; ++table)
        for (unsigned set = 0; set < 256; ++set) {
            const int lowest = 8 * table + std::countr_zero(set | 256u);
            const double size = lowest < std::min(edges, 8 * table + 8)
                                    ? static_cast<double>(network.edges[lowest].size)
                                    : 1.0;
            m_sizes[table][set] = set == 0 ? 1.0 : m_sizes[table][set & (set - 1)] * size;
        }
}

EdgeSet OperandSets::openEdges(OperandSet set) const {
    EdgeSet found = 0;
    for (OperandSet rest = set; rest; rest &= rest - 1) found |= edges(std::countr_zero(rest));
    for (EdgeSet rest = found & ~m_open; rest; rest &= rest - 1) {
        const int edge = std::countr_zero(rest);
        if ((m_holders[edge] & ~set) == 0) found &= ~(EdgeSet{1} << edge);
    }
    return found;
}

void OperandSets::hold(int operand, int edge) {
    m_edges[operand] |= EdgeSet{1} << edge;
    m_holders[edge] |= OperandSet{1} << operand;
}

} // namespace rankscope
