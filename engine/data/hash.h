// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
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

} // namespace rankscope
