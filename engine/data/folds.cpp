// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/folds.h"

#include "engine/base/random.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rankscope {

namespace {
constexpr std::uint64_t foldDraw = 2; // apart from the draws of validation, 0, and test, 1
}

std::vector<int> dealFolds(const std::vector<FoldUnit>& units, int folds, std::uint64_t seed) {
    std::map<std::vector<int>, std::vector<std::size_t>> strata;
    for (std::size_t i = 0; i < units.size(); ++i) strata[units[i].stratum].push_back(i);
    const auto count = static_cast<std::size_t>(folds);
    std::vector<std::size_t> all(count, 0);
    std::vector<int> fold(units.size(), 0);
    std::uint64_t number = 0;
    for (auto& [stratum, members] : strata) {
        Random random{seed, purpose::split, foldDraw, number++};
        for (std::size_t i = members.size(); i > 1; --i) std::swap(members[i - 1], members[random.below(i)]);
        std::ranges::stable_sort(members, std::greater<>(),
                                 [&](std::size_t i) { return units[i].clips.size(); });
        std::vector<std::size_t> own(count, 0);
        for (const std::size_t unit : members) {
            std::size_t best = 0;
            for (std::size_t f = 1; f < count; ++f)
                if (std::pair(own[f], all[f]) < std::pair(own[best], all[best])) best = f;
            fold[unit] = static_cast<int>(best);
            own[best] += units[unit].clips.size();
            all[best] += units[unit].clips.size();
        }
    }
    return fold;
}

} // namespace rankscope
