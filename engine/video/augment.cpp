// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/augment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <numbers>
#include <vector>

namespace rankscope {

namespace {

/// Where the value at one output place comes from: between `low` and `high`, `weight` / 256 of the latter.
struct Tap {
    int low, high, weight;
};

/// out(x) = in((x - centre - shift) / zoom + centre), places outside repeat the border.
std::vector<Tap> taps(int size, double shift, double zoom) {
    const double centre = 0.5 * (size - 1);
    std::vector<Tap> result(static_cast<std::size_t>(size));
    for (int x = 0; x < size; ++x) {
        const double place = std::clamp((x - centre - shift) / zoom + centre, 0.0, size - 1.0);
        const int fixed = static_cast<int>(std::lround(place * 256));
        const int low = fixed >> 8;
        result[static_cast<std::size_t>(x)] = {low, std::min(low + 1, size - 1), fixed & 255};
    }
    return result;
}

using Levels = std::array<std::uint8_t, 256>;

Levels levels(double gain, double bias) {
    Levels table{};
    for (int value = 0; value < 256; ++value)
        table[static_cast<std::size_t>(value)] =
            static_cast<std::uint8_t>(std::lround(std::clamp(gain * (value - 128) + 128 + bias, 0.0, 255.0)));
    return table;
}

/// out = (1 - weight) * low + weight * high, a row of bytes; plain enough to be vectorised.
void blendRows(const std::uint8_t* low, const std::uint8_t* high, int weight, std::uint8_t* out,
               std::size_t size) {
    const auto second = static_cast<std::uint16_t>(weight), first = static_cast<std::uint16_t>(256 - weight);
    for (std::size_t i = 0; i < size; ++i)
        out[i] = static_cast<std::uint8_t>(
            static_cast<std::uint16_t>(low[i] * first + high[i] * second + 128) >> 8);
}

/// Three channels in the 16-bit lanes of one word, so that a pixel is blended with two multiplications.
std::uint64_t packed(const std::uint8_t* pixel, const Levels& table) {
    return std::uint64_t{table[pixel[0]]} | std::uint64_t{table[pixel[1]]} << 16 |
           std::uint64_t{table[pixel[2]]} << 32;
}

void storePixel(std::uint64_t lanes, std::uint8_t* out) {
    out[0] = static_cast<std::uint8_t>(lanes >> 8);
    out[1] = static_cast<std::uint8_t>(lanes >> 24);
    out[2] = static_cast<std::uint8_t>(lanes >> 40);
}

constexpr std::size_t noiseLevels = 4096; // 12 bits a draw

/// Mean of the standard normal distribution over each of its 4096 equal shares, so that a table look-up in
/// place of logarithm and cosine draws with (almost) the right deviation.
std::vector<double> normalShares() {
    const auto density = [](double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); };
    std::vector<double> shares(noiseLevels);
    double low = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < noiseLevels; ++k) {
        const double wanted = static_cast<double>(k + 1) / noiseLevels;
        double left = -10, right = 10; // the end of the share, by bisection
        for (int step = 0; step < 60; ++step) {
            const double middle = (left + right) / 2;
            (std::erfc(-middle / std::numbers::sqrt2) / 2 < wanted ? left : right) = middle;
        }
        const double high = k + 1 == noiseLevels ? std::numeric_limits<double>::infinity() : right;
        shares[k] = (density(low) - density(high)) * noiseLevels;
        low = high;
    }
    return shares;
}

} // namespace

void addNoise(std::span<std::uint8_t> values, double deviation, Random random) {
    if (deviation <= 0) return;
    static const std::vector<double> shares = normalShares();
    std::array<int, noiseLevels> steps;
    std::ranges::transform(shares, steps.begin(),
                           [&](double share) { return static_cast<int>(std::lround(deviation * share)); });
    constexpr std::size_t drawsAWord = 5;
    for (std::size_t i = 0; i < values.size();) {
        std::uint64_t word = random.next();
        for (std::size_t k = 0; k < drawsAWord && i < values.size(); ++k, ++i, word >>= 12)
            values[i] = static_cast<std::uint8_t>(std::clamp(values[i] + steps[word % noiseLevels], 0, 255));
    }
}

void transformFrame(std::span<const std::uint8_t> in, std::span<std::uint8_t> out, int width, int height,
                    const FrameTransform& transform) {
    const std::size_t rowBytes = static_cast<std::size_t>(width) * 3;
    const bool recolours = transform.gain != 1 || transform.bias != 0;
    const bool moves =
        transform.shiftX != 0 || transform.shiftY != 0 || transform.zoom != 1 || transform.mirror;
    if (!moves && !recolours) {
        std::memcpy(out.data(), in.data(), rowBytes * static_cast<std::size_t>(height));
        return;
    }
    const Levels table = levels(transform.gain, transform.bias);
    if (!moves) {
        std::ranges::transform(in, out.begin(), [&](std::uint8_t value) { return table[value]; });
        return;
    }
    std::vector<Tap> columns = taps(width, transform.shiftX, transform.zoom);
    const std::vector<Tap> rows = taps(height, transform.shiftY, transform.zoom);
    if (transform.mirror)
        for (Tap& tap : columns) tap = {width - 1 - tap.low, width - 1 - tap.high, tap.weight};

    std::vector<std::uint8_t> blended(rowBytes);
    std::vector<std::uint64_t> row(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        const Tap& tap = rows[static_cast<std::size_t>(y)];
        blendRows(in.data() + static_cast<std::size_t>(tap.low) * rowBytes,
                  in.data() + static_cast<std::size_t>(tap.high) * rowBytes, tap.weight, blended.data(),
                  rowBytes);
        for (std::size_t x = 0; x < row.size(); ++x) row[x] = packed(blended.data() + 3 * x, table);
        std::uint8_t* target = out.data() + static_cast<std::size_t>(y) * rowBytes;
        for (const Tap& column : columns) {
            constexpr std::uint64_t half = 0x0000'0080'0080'0080;
            const auto second = static_cast<std::uint64_t>(column.weight);
            storePixel(row[static_cast<std::size_t>(column.low)] * (256 - second) +
                           row[static_cast<std::size_t>(column.high)] * second + half,
                       target);
            target += 3;
        }
    }
}

} // namespace rankscope
