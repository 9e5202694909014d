// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/gate_slice.h"

#include <algorithm>

namespace rankscope {

GateSlice::GateSlice(const TensorNetwork& whole, Index gates, Index first, Index count) : m_network(whole) {
    const int leg = whole.legs(EdgeKind::Output).front();
    const Index mode = whole.edges[leg].size / gates; // J_1
    m_network.edges[leg].size = count * mode;
    Index wholeOffset = 0, partOffset = 0;
    for (int core = 0; core < static_cast<int>(whole.cores.size()); ++core) {
        const auto& edges = whole.cores[core].edges;
        const auto axis = std::ranges::find(edges, leg);
        const Shape sizes = whole.shape(core);
        const auto position = static_cast<std::size_t>(axis - edges.begin());
        if (axis == edges.end()) {
            const Index values = whole.parameters(core);
            m_runs.push_back({wholeOffset, partOffset, 1, values, values});
        } else {
            const Index outer = product(std::span(sizes).first(position)),
                        inner = product(std::span(sizes).subspan(position + 1));
            m_runs.push_back({wholeOffset + first * mode * inner, partOffset, outer, sizes[position] * inner,
                              count * mode * inner});
        }
        wholeOffset += whole.parameters(core);
        partOffset += m_network.parameters(core);
    }
}

template <class Scalar>
void GateSlice::cut(const Scalar* whole, Scalar* part) const {
    for (const Runs& runs : m_runs)
        for (Index i = 0; i < runs.count; ++i)
            std::copy_n(whole + runs.whole + i * runs.stride, runs.length,
                        part + runs.part + i * runs.length);
}

template <class Scalar>
void GateSlice::addBack(const Scalar* part, Scalar* whole) const {
    for (const Runs& runs : m_runs)
        for (Index i = 0; i < runs.count; ++i)
            for (Index k = 0; k < runs.length; ++k)
                whole[runs.whole + i * runs.stride + k] += part[runs.part + i * runs.length + k];
}

template void GateSlice::cut(const float*, float*) const;
template void GateSlice::cut(const double*, double*) const;
template void GateSlice::addBack(const float*, float*) const;
template void GateSlice::addBack(const double*, double*) const;

} // namespace rankscope
