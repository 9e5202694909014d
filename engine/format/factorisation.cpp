// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/factorisation.h"

#include <algorithm>

namespace rankscope {

namespace {

/// All ways to write n as d ascending factors of at least `least`.
void split(Index n, int d, Index least, Shape& sofar, std::vector<Shape>& found) {
    if (d == 1) {
        if (n < least) return;
        sofar.push_back(n);
        found.push_back(sofar);
        sofar.pop_back();
        return;
    }
    for (Index factor = least; factor * factor <= n; ++factor) {
        if (n % factor) continue;
        sofar.push_back(factor);
        split(n / factor, d - 1, factor, sofar, found);
        sofar.pop_back();
    }
}

int primeFactors(Index n) {
    int count = 0;
    for (Index p = 2; p * p <= n; ++p)
        for (; n % p == 0; n /= p) ++count;
    return count + (n > 1);
}

} // namespace

std::vector<Shape> balancedFactorisations(Index n, int d, std::size_t limit) {
    if (n < 1 || d < 1 || n > (Index{1} << 40)) return {};
    d = std::min(d, std::max(1, primeFactors(n)));
    std::vector<Shape> found;
    Shape sofar;
    split(n, d, d == 1 ? 1 : 2, sofar, found);
    std::ranges::stable_sort(found, [](const Shape& a, const Shape& b) {
        const Index left = a.back() * b.front(),
                    right = b.back() * a.front(); // a.back / a.front < b.back / b.front
        if (left != right) return left < right;
        Index sumA = 0, sumB = 0;
        for (const Index factor : a) sumA += factor;
        for (const Index factor : b) sumB += factor;
        return sumA < sumB;
    });
    if (found.size() > limit) found.resize(limit);
    // Room that is left shows the other orders of the most balanced sets.
    std::vector<Shape> ordered = found;
    for (Shape shape : found)
        while (ordered.size() < limit && std::ranges::next_permutation(shape).found) ordered.push_back(shape);
    return ordered;
}

} // namespace rankscope
