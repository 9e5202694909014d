// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <vector>

/// Ways to write the size of a frame or of a hidden state as a product of modes.
namespace rankscope {

/// Ordered factorisations of n into d factors of at least 2 (fewer where n has not enough prime factors),
/// most balanced first (smallest ratio of largest to smallest, then smallest sum), at most `limit`; first one
/// ascending order of each set of factors, then further orders.
std::vector<Shape> balancedFactorisations(Index n, int d, std::size_t limit = 20);

/// All ordered factorisations of n into exactly d factors of at least 2, most balanced first, every order of
/// one set after another; at most `limit`. Where n has fewer than d prime factors: those and ones.
std::vector<Shape> orderedFactorisations(Index n, int d, std::size_t limit);

/// Ratio of the largest factor to the smallest, 1 is balanced.
double imbalance(const Shape& factors);

/// How many of the d - 1 cuts between modes go through the picture: a frame is flattened with the sizes
/// `frame` (height, width, channels), the first slowest, and one index of the leading k modes stands for
/// n / (I_1..I_k) neighbouring values. The cut is clean where these are whole slices of one axis that divide
/// it: some rows, or an even part of one row, or channels of one pixel.
int untidyCuts(const Shape& modes, const Shape& frame);

} // namespace rankscope
