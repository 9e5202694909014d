// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/frame_sampler.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rankscope {

namespace {

int mostHeld(int candidates, std::size_t frameBytes) {
    if (candidates == 0) return std::numeric_limits<int>::max();
    const std::size_t comfortable = (std::size_t{256} << 20) / std::max<std::size_t>(1, frameBytes);
    const std::size_t least = 2 * static_cast<std::size_t>(candidates);
    return static_cast<int>(std::clamp(comfortable, least, std::max<std::size_t>(4 * least, 64)));
}

} // namespace

FrameSampler::FrameSampler(int candidates, std::size_t frameBytes, int stride)
    : m_candidates(candidates),
      m_most(mostHeld(candidates, frameBytes)),
      m_stride(candidates == 0 ? stride : 1),
      m_frameBytes(frameBytes) {}

void FrameSampler::add(Frame frame) {
    m_held.push_back(std::move(frame));
    ++m_seen;
    if (static_cast<int>(m_held.size()) <= m_most) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_held.size(); i += 2) std::swap(m_held[kept++], m_held[i]);
    m_held.resize(kept);
    m_stride *= 2;
}

std::vector<FrameSampler::Frame> FrameSampler::choose() {
    std::vector<Frame> held = std::exchange(m_held, {});
    if (m_candidates == 0 || m_seen <= m_candidates) return held;
    std::vector<Frame> chosen;
    for (int k = 0; k < m_candidates; ++k) {
        const std::int64_t wanted = (2 * std::int64_t{k} + 1) * m_seen / (2 * std::int64_t{m_candidates});
        // The spacing is at least one stride, so no frame is chosen twice; rounding half down keeps the last
        // in range.
        chosen.push_back(std::move(held[static_cast<std::size_t>((wanted + (m_stride - 1) / 2) / m_stride)]));
    }
    return chosen;
}

} // namespace rankscope
