// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace rankscope {

/// Names things by their content: 128 bits from a mixing function, against accidents and not against
/// attackers.
class Hash {
public:
    Hash& add(std::uint64_t word) {
        for (std::uint64_t& lane : m_lanes) lane = mix((lane ^ word) * 0x9e3779b97f4a7c15ull + lane);
        return *this;
    }
    Hash& add(std::string_view text) {
        add(std::uint64_t{text.size()});
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            word = word << 8 | static_cast<unsigned char>(text[i]);
            if (i % 8 == 7) add(word);
        }
        return add(word);
    }

    std::uint64_t word() const { return m_lanes[0]; }
    /// `digits` hexadecimal digits, at most 32.
    std::string text(std::size_t digits = 32) const {
        std::string result;
        for (const std::uint64_t lane : m_lanes)
            for (int shift = 60; shift >= 0; shift -= 4) result += "0123456789abcdef"[lane >> shift & 15];
        return result.substr(0, digits);
    }

private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 32)) * 0xd6e8feb86659fd93ull;
        z = (z ^ (z >> 32)) * 0xd6e8feb86659fd93ull;
        return z ^ (z >> 32);
    }
    std::array<std::uint64_t, 2> m_lanes{0x243f6a8885a308d3ull, 0x13198a2e03707344ull};
};

/// 64 bits of many bytes at the speed of memory: every change of a single word changes it.
inline std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t lanes = 4, width = sizeof(std::uint64_t);
    std::array<std::uint64_t, lanes> sums{1, 2, 3, 4};
    const auto add = [&](std::size_t lane, const std::uint8_t* from, std::size_t count) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, count);
        sums[lane] = (std::rotl(sums[lane], 29) ^ word) * 0x9e3779b97f4a7c15ull;
    };
    std::size_t i = 0;
    for (; i + lanes * width <= bytes.size(); i += lanes * width)
        for (std::size_t lane = 0; lane < lanes; ++lane) add(lane, bytes.data() + i + lane * width, width);
    for (; i < bytes.size(); i += width) add(0, bytes.data() + i, std::min(width, bytes.size() - i));
    Hash all;
    for (const std::uint64_t sum : sums) all.add(sum);
    return all.add(std::uint64_t{bytes.size()}).word();
}

} // namespace rankscope
