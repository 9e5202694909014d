// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/kernels.h"
#include "engine/network/layout.h"
#include "engine/network/weight_products.h"

namespace rankscope {

/// Values of a tensor whose rows are padded.
inline Index laidValues(const std::vector<Index>& edgeSizes, const Layout& layout, const PaddedRows& rows) {
    return valuesOf(edgeSizes, layout) / rows.values * rows.stride;
}

/// The weights of a node as a product wants them to lie, in `buffer`. Behind them follow values that may be
/// read, a line at the most.
template <class Scalar>
const Scalar* laidWeights(const WeightProducts<Scalar>& products, int node, const Scalar* weights,
                          const Layout& wanted, AlignedVector<Scalar>& buffer, const PaddedRows& rows = {}) {
    const auto& sizes = products.edgeSizes();
    relayout(sizes, products.layout(node), products.value(node, weights), wanted,
             room(buffer, laidValues(sizes, wanted, rows) + lineLength), {}, rows);
    return buffer.data();
}

} // namespace rankscope
