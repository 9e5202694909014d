// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/layout.h"

#include "engine/network/strided_copy.h"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace rankscope {

bool contains(const Layout& layout, int edge) {
    return std::ranges::find(layout, edge) != layout.end();
}

Layout joined(std::initializer_list<const Layout*> parts) {
    Layout layout;
    for (const Layout* part : parts) layout.insert(layout.end(), part->begin(), part->end());
    return layout;
}

namespace {
/// Calls set(place in the layout, stride) for every edge.
template <class Set>
void forStrides(const std::vector<Index>& edgeSizes, const Layout& layout, const PaddedRows& rows,
                const Set& set) {
    Index stride = 1;
    bool inRow = true;
    for (std::size_t i = layout.size(); i-- > 0; stride *= edgeSizes[layout[i]]) {
        if (inRow && stride == rows.values) {
            stride = rows.stride;
            inRow = false;
        }
        set(i, stride);
    }
}
} // namespace

template <class Scalar>
void relayout(const std::vector<Index>& edgeSizes, const Layout& from, const Scalar* in, const Layout& to,
              Scalar* out, const PaddedRows& fromRows, const PaddedRows& toRows) {
    if (to.size() > mostCopyAxes) throw std::logic_error("a tensor of too many axes");
    CopyAxis axes[mostCopyAxes];
    forStrides(edgeSizes, to, toRows, [&](std::size_t i, Index stride) {
        axes[i] = {edgeSizes[to[i]], 0, stride};
    });
    forStrides(edgeSizes, from, fromRows, [&](std::size_t i, Index stride) {
        axes[static_cast<std::size_t>(std::ranges::find(to, from[i]) - to.begin())].inStride = stride;
    });
    stridedCopy<Scalar>(in, out, std::span(axes, to.size()));
}

bool sameInMemory(const std::vector<Index>& sizes, Layout a, Layout b) {
    const auto thin = [&](int edge) { return sizes[edge] == 1; };
    std::erase_if(a, thin);
    std::erase_if(b, thin);
    return a == b;
}

Index valuesOf(const std::vector<Index>& edgeSizes, const Layout& layout) {
    Index values = 1;
    for (const int edge : layout) values *= edgeSizes[edge];
    return values;
}

template void relayout(const std::vector<Index>&, const Layout&, const float*, const Layout&, float*,
                       const PaddedRows&, const PaddedRows&);
template void relayout(const std::vector<Index>&, const Layout&, const double*, const Layout&, double*,
                       const PaddedRows&, const PaddedRows&);

} // namespace rankscope
