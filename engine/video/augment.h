// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"

#include <cstdint>
#include <span>

namespace rankscope {

/// One draw of random changes, the same for all frames of a clip.
struct FrameTransform {
    double shiftX = 0, shiftY = 0; ///< pixels
    double zoom = 1;
    double gain = 1, bias = 0; ///< value -> gain * (value - 128) + 128 + bias, clipped to 0..255
    bool mirror = false;
};

/// Applies it to one RGB frame [height][width][3]; pixels from outside repeat the border. `out` must not
/// overlap `in`.
void transformFrame(std::span<const std::uint8_t> in, std::span<std::uint8_t> out, int width, int height,
                    const FrameTransform& transform);

/// Adds Gaussian noise of a deviation in grey levels to every value, clipped to 0..255; `random` names the
/// draw. Values that a deviation of 0 leaves as they are take no draw.
void addNoise(std::span<std::uint8_t> values, double deviation, Random random);

} // namespace rankscope
