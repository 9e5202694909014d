// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rankscope {

/// Decoded candidate frames of many clips: always RGB bytes, [height][width][channel].
class FrameSource {
public:
    virtual ~FrameSource() = default;
    virtual int clips() const = 0;
    virtual int candidates(int clip) const = 0; ///< 0: the clip could not be decoded
    virtual std::span<const std::uint8_t> frame(int clip, int candidate) const = 0;
    virtual int width() const = 0;
    virtual int height() const = 0;
    std::size_t frameBytes() const { return static_cast<std::size_t>(width()) * height() * 3; }
};

} // namespace rankscope
