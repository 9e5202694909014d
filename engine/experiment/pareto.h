// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rankscope {

/// A model as a trade: what it costs and what it is worth.
struct TradePoint {
    double cost = 0;  ///< less is better: parameters, MACs
    double worth = 0; ///< more is better: accuracy
};

/// Indices of the points that no other point beats or equals in both respects (of equal points the first), by
/// rising cost.
std::vector<std::size_t> paretoFront(std::span<const TradePoint> points);

} // namespace rankscope
