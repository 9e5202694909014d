// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <initializer_list>
#include <vector>

namespace rankscope {

/// The order in which the axes (edges of the network) of a tensor lie in memory, the first slowest.
using Layout = std::vector<int>;

bool contains(const Layout& layout, int edge);

/// One after another.
Layout joined(std::initializer_list<const Layout*> parts);

/// Rows of so many values, those of the innermost edges of a layout, that begin `stride` values apart. By
/// default nothing lies between the values of a tensor.
struct PaddedRows {
    Index values = 1, stride = 1;
};

/// Copies a tensor from one layout to another (both hold the same edges).
template <class Scalar>
void relayout(const std::vector<Index>& edgeSizes, const Layout& from, const Scalar* in, const Layout& to,
              Scalar* out, const PaddedRows& fromRows = {}, const PaddedRows& toRows = {});

/// Whether two layouts put the same values in the same places: axes of size 1 take no room.
bool sameInMemory(const std::vector<Index>& edgeSizes, Layout a, Layout b);

/// Values of a tensor with these edges.
Index valuesOf(const std::vector<Index>& edgeSizes, const Layout& layout);

} // namespace rankscope
