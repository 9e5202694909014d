// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/data/frame_source.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace rankscope {

/// Frames of random bytes, clip by clip; a clip of which nothing can be had may be named.
class RandomFrames final : public FrameSource {
public:
    RandomFrames(std::vector<int> candidates, int width, int height)
        : m_candidates(std::move(candidates)), m_width(width), m_height(height) {
        for (std::size_t clip = 0; clip < m_candidates.size(); ++clip) {
            Random random{99, clip};
            m_frames.emplace_back(static_cast<std::size_t>(m_candidates[clip]) * frameBytes());
            for (auto& byte : m_frames.back()) byte = static_cast<std::uint8_t>(random.below(256));
        }
    }

    int clips() const override { return static_cast<int>(m_candidates.size()); }
    int candidates(int clip) const override { return m_candidates[static_cast<std::size_t>(clip)]; }
    int width() const override { return m_width; }
    int height() const override { return m_height; }
    std::span<const std::uint8_t> frame(int clip, int candidate) const {
        return std::span(m_frames[static_cast<std::size_t>(clip)])
            .subspan(static_cast<std::size_t>(candidate) * frameBytes(), frameBytes());
    }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override {
        if (clip == broken) throw std::runtime_error("broken clip");
        std::ranges::copy(frame(clip, candidate), out.begin());
    }

    int broken = -1;

private:
    std::vector<int> m_candidates;
    int m_width, m_height;
    std::vector<std::vector<std::uint8_t>> m_frames;
};

} // namespace rankscope
