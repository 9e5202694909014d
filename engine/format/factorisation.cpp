// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/factorisation.h"

#include <algorithm>
#include <numeric>

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

Shape primeFactors(Index n) {
    Shape primes;
    for (Index p = 2; p * p <= n; ++p)
        for (; n % p == 0; n /= p) primes.push_back(p);
    if (n > 1) primes.push_back(n);
    return primes;
}

/// Sets of d factors in ascending order, the most balanced first.
std::vector<Shape> balancedSets(Index n, int d) {
    std::vector<Shape> found;
    Shape sofar;
    split(n, d, d == 1 ? 1 : 2, sofar, found);
    std::ranges::stable_sort(found, [](const Shape& a, const Shape& b) {
        const Index left = a.back() * b.front(),
                    right = b.back() * a.front(); // a.back / a.front < b.back / b.front
        if (left != right) return left < right;
        return std::accumulate(a.begin(), a.end(), Index{0}) < std::accumulate(b.begin(), b.end(), Index{0});
    });
    return found;
}

bool canBeSplit(Index n, int d) {
    return n >= 1 && d >= 1 && n <= (Index{1} << 40);
}

} // namespace

std::vector<Shape> balancedFactorisations(Index n, int d, std::size_t limit) {
    if (!canBeSplit(n, d)) return {};
    d = std::min(d, std::max(1, static_cast<int>(primeFactors(n).size())));
    std::vector<Shape> found = balancedSets(n, d);
    if (found.size() > limit) found.resize(limit);
    // Room that is left shows the other orders of the most balanced sets.
    std::vector<Shape> ordered = found;
    for (Shape shape : found)
        while (ordered.size() < limit && std::ranges::next_permutation(shape).found) ordered.push_back(shape);
    return ordered;
}

std::vector<Shape> orderedFactorisations(Index n, int d, std::size_t limit) {
    if (!canBeSplit(n, d)) return {};
    Shape primes = primeFactors(n);
    const auto modes = static_cast<std::size_t>(d);
    std::vector<Shape> sets;
    if (primes.size() < modes) {
        primes.insert(primes.begin(), modes - primes.size(), 1);
        sets = {primes};
    } else {
        sets = balancedSets(n, d);
    }
    std::vector<Shape> ordered;
    for (Shape& shape : sets) {
        if (ordered.size() == limit) break;
        do ordered.push_back(shape);
        while (ordered.size() < limit && std::ranges::next_permutation(shape).found);
    }
    return ordered;
}

double imbalance(const Shape& factors) {
    const auto [least, most] = std::ranges::minmax(factors);
    return static_cast<double>(most) / static_cast<double>(least);
}

int untidyCuts(const Shape& modes, const Shape& frame) {
    int untidy = 0;
    Index block = product(modes);
    for (std::size_t k = 0; k + 1 < modes.size(); ++k) {
        block /= modes[k];
        bool clean = false;
        Index slice = 1; // values of one slice of the axis: all axes after it
        for (auto size = frame.rbegin(); size != frame.rend(); slice *= *size++)
            clean = clean || (block % slice == 0 && (slice * *size) % block == 0);
        untidy += !clean;
    }
    return untidy;
}

} // namespace rankscope
