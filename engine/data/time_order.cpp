// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/time_order.h"

#include "engine/base/random.h"

#include <algorithm>
#include <utility>

namespace rankscope {

void orderFrames(std::vector<int>& chosen, TimeOrder order, std::uint64_t seed, int epoch, int clip) {
    if (order == TimeOrder::Repeated) std::ranges::fill(chosen, int{chosen[chosen.size() / 2]});
    if (order != TimeOrder::Shuffled) return;
    Random random{seed, purpose::timeOrder, static_cast<std::uint64_t>(epoch),
                  static_cast<std::uint64_t>(clip)};
    for (std::size_t i = chosen.size(); i > 1; --i) std::swap(chosen[i - 1], chosen[random.below(i)]);
}

} // namespace rankscope
