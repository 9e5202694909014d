// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ranks/growth.h"

#include "engine/base/random.h"
#include "engine/ranks/tree.h"

#include <cmath>
#include <optional>

namespace rankscope {

namespace {

/// Calls visit(index) for all entries of a shape, the last axis fastest.
template <class Visit>
void forEachEntry(const Shape& shape, const Visit& visit) {
    Shape index(shape.size(), 0);
    const Index count = product(shape);
    for (Index entry = 0; entry < count; ++entry) {
        visit(entry, index);
        for (std::size_t axis = index.size(); axis-- > 0;) {
            if (++index[axis] < shape[axis]) break;
            index[axis] = 0;
        }
    }
}

double rmsOf(const Tensor& core) {
    const double count = static_cast<double>(core.values.size());
    const double rms = core.norm() / std::sqrt(count);
    return rms > 0 ? rms : 1 / std::sqrt(count);
}

} // namespace

std::vector<Tensor> enlarged(const TensorNetwork& network, const std::vector<Tensor>& cores) {
    std::vector<Tensor> result;
    for (std::size_t core = 0; core < cores.size(); ++core) {
        const Tensor& old = cores[core];
        Tensor large{network.cores[core].edges, network.shape(static_cast<int>(core)), {}};
        large.values.assign(static_cast<std::size_t>(product(large.shape)), 0.0);
        forEachEntry(old.shape, [&](Index entry, const Shape& index) {
            Index place = 0;
            for (std::size_t axis = 0; axis < index.size(); ++axis)
                place = place * large.shape[axis] + index[axis];
            large.values[static_cast<std::size_t>(place)] = old.values[static_cast<std::size_t>(entry)];
        });
        result.push_back(std::move(large));
    }
    return result;
}

Index Growth::firstNew(int edge, Index block) const {
    const auto found = m_filled.find(edge);
    return found != m_filled.end() ? found->second[static_cast<std::size_t>(block)]
                                   : m_old.edges[static_cast<std::size_t>(edge)].size;
}

std::optional<double> Growth::directed(const GrowthDirections& directions, int edge, Index block, Index slice,
                                       const Tensor& old, const std::vector<int>& edges,
                                       const Shape& index) const {
    const auto found = directions.find(edge);
    if (found == directions.end()) return {};
    const Matrix& rows = found->second[static_cast<std::size_t>(block)];
    if (slice >= rows.rows()) return {};
    Index column = 0;
    for (std::size_t axis = 0; axis < edges.size(); ++axis) {
        if (edges[axis] == edge || edges[axis] == termEdge(m_old)) continue;
        column = column * old.shape[axis] + index[axis];
    }
    return rows(slice, column) * std::sqrt(static_cast<double>(rows.cols()));
}

std::vector<Tensor> Growth::grown(const TensorNetwork& network, std::uint64_t seed,
                                  const GrowthDirections& directions) const {
    const int blocks = termEdge(network);
    std::vector<Tensor> cores = enlarged(network, m_cores);
    for (std::size_t core = 0; core < cores.size(); ++core) {
        Tensor& large = cores[core];
        const double rms = rmsOf(m_cores[core]);
        Random random{seed, purpose::ranks, core};
        const auto isFirst = [&](int edge) {
            for (std::size_t before = 0; before < core; ++before)
                if (cores[before].has(edge)) return false;
            return true;
        };
        forEachEntry(large.shape, [&](Index entry, const Shape& index) {
            double& value = large.values[static_cast<std::size_t>(entry)];
            Index block = 0;
            for (std::size_t axis = 0; axis < index.size(); ++axis)
                if (large.edges[axis] == blocks) block = index[axis];
            if (blocks >= 0 && block >= m_old.edges[static_cast<std::size_t>(blocks)].size) {
                value = isFirst(blocks) ? 0 : rms * random.normal();
                return;
            }
            int grownBonds = 0, edge = -1;
            Index slice = 0;
            for (std::size_t axis = 0; axis < index.size(); ++axis) {
                const int bond = large.edges[axis];
                if (bond == blocks || network.edges[static_cast<std::size_t>(bond)].kind != EdgeKind::Bond)
                    continue;
                if (index[axis] < firstNew(bond, block)) continue;
                ++grownBonds;
                edge = bond;
                slice = index[axis] - firstNew(bond, block);
            }
            if (grownBonds == 0) return;
            if (grownBonds > 1 || isFirst(edge)) {
                value = 0;
                return;
            }
            const double drawn = random.normal(); // always, so that directions change nothing else
            value =
                rms *
                directed(directions, edge, block, slice, m_cores[core], large.edges, index).value_or(drawn);
        });
    }
    return cores;
}

} // namespace rankscope
