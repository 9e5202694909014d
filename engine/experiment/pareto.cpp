// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/pareto.h"

#include <algorithm>
#include <numeric>

namespace rankscope {

std::vector<std::size_t> paretoFront(std::span<const TradePoint> points) {
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return points[a].cost != points[b].cost ? points[a].cost < points[b].cost
                                                : points[a].worth > points[b].worth;
    });
    std::vector<std::size_t> front;
    for (const std::size_t i : order)
        if (front.empty() || points[i].worth > points[front.back()].worth) front.push_back(i);
    return front;
}

} // namespace rankscope
