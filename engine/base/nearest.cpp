// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rankscope {
namespace {

constexpr std::size_t longest = 200; // hostile words must not cost quadratic time

/// Levenshtein distance, one row at a time.
std::size_t edits(std::string_view a, std::string_view b) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& choices,
                                 std::size_t count) {
    std::vector<std::pair<std::size_t, std::string>> scored;
    for (const auto& choice : choices) scored.emplace_back(edits(text, choice), choice);
    std::ranges::stable_sort(scored, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> best;
    for (std::size_t i = 0; i < std::min(count, scored.size()); ++i) best.push_back(scored[i].second);
    return best;
}

} // namespace rankscope
