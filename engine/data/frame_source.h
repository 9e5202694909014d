// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rankscope {

/// Decoded candidate frames of many clips: always RGB bytes, [height][width][channel]. May be read from
/// several threads.
class FrameSource {
public:
    virtual ~FrameSource() = default;
    virtual int clips() const = 0;
    virtual int candidates(int clip) const = 0; ///< 0: the clip could not be decoded
    /// Copies one frame to `out`, of frameBytes() bytes. Throws Error where it cannot be had any more.
    virtual void read(int clip, int candidate, std::span<std::uint8_t> out) const = 0;
    /// Whether what it reads from was found damaged since it was opened: reading goes on, slower.
    virtual bool damaged() const { return false; }
    virtual int width() const = 0;
    virtual int height() const = 0;
    std::size_t frameBytes() const { return static_cast<std::size_t>(width()) * height() * 3; }
};

/// Some frames of one clip, in memory that the next clip uses again.
class ClipFrames {
public:
    /// The frames of `candidates` in this order; valid until the next call. Throws Error.
    std::span<const std::span<const std::uint8_t>> read(const FrameSource& source, int clip,
                                                        std::span<const int> candidates) {
        const std::size_t bytes = source.frameBytes();
        m_bytes.resize(candidates.size() * bytes);
        m_frames.clear();
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            const std::span<std::uint8_t> frame(m_bytes.data() + k * bytes, bytes);
            source.read(clip, candidates[k], frame);
            m_frames.emplace_back(frame);
        }
        return m_frames;
    }

private:
    std::vector<std::uint8_t> m_bytes; ///< [frames, frameBytes]
    std::vector<std::span<const std::uint8_t>> m_frames;
};

} // namespace rankscope
