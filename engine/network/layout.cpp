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

template <class Scalar>
void relayout(const std::vector<Index>& edgeSizes, const Layout& from, const Scalar* in, const Layout& to,
              Scalar* out) {
    if (to.size() > mostCopyAxes) throw std::logic_error("a tensor of too many axes");
    CopyAxis axes[mostCopyAxes];
    Index stride = 1;
    for (std::size_t i = to.size(); i-- > 0;) {
        axes[i] = {edgeSizes[to[i]], 0, stride};
        stride *= edgeSizes[to[i]];
    }
    stride = 1;
    for (std::size_t i = from.size(); i-- > 0;) {
        axes[static_cast<std::size_t>(std::ranges::find(to, from[i]) - to.begin())].inStride = stride;
        stride *= edgeSizes[from[i]];
    }
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

template void relayout(const std::vector<Index>&, const Layout&, const float*, const Layout&, float*);
template void relayout(const std::vector<Index>&, const Layout&, const double*, const Layout&, double*);

} // namespace rankscope
