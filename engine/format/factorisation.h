// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <vector>

namespace rankscope {

/// Ordered factorisations of n into d factors of at least 2 (fewer where n has not enough prime factors),
/// most balanced first (smallest ratio of largest to smallest, then smallest sum), at most `limit`; first one
/// ascending order of each set of factors, then further orders.
std::vector<Shape> balancedFactorisations(Index n, int d, std::size_t limit = 20);

} // namespace rankscope
