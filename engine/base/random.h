// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>

namespace rankscope {

/// Counter-based random numbers (SplitMix64, Steele et al., OOPSLA 2014): the n-th value depends only on the
/// key and n, so a draw for (seed, epoch, clip) is the same whatever thread or order makes it.
class Random {
public:
    /// The key is every number that names the draw, such as {seed, purpose, epoch, clip}.
    explicit Random(std::initializer_list<std::uint64_t> key) {
        for (const std::uint64_t word : key) m_state = mix(m_state + word + step);
    }

    std::uint64_t next() { return mix(m_state += step); }

    /// Goes on as after `draws` values.
    void skip(std::uint64_t draws) { m_state += draws * step; }

    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// Uniform in {0, ..., count - 1}; count at least 1.
    std::uint64_t below(std::uint64_t count) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * count) >> 64);
    }

    /// Standard normal (Box and Muller; the second value is not kept, so that the counter tells all).
    double normal() {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    static constexpr std::uint64_t step = 0x9e3779b97f4a7c15ull;
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state = 0;
};

/// What a draw is for: the second word of a key, so that no two purposes share numbers.
namespace purpose {
inline constexpr std::uint64_t start = 1, split = 2, order = 3, frame = 4, augment = 5, dropout = 6,
                               synthetic = 7, ranks = 8, compress = 9, timeOrder = 20, bootstrap = 21,
                               disturbance = 22;
} // namespace purpose

} // namespace rankscope
