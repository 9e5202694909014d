// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rankscope {

/// Picks evenly spaced frames from a sequence whose length is known only at its end, in one pass and bounded
/// memory: frames are held at a stride that doubles whenever too many are held. Sequences up to the bound are
/// sampled exactly at floor((k + 0.5) * n / candidates); longer ones within half a stride of it, at most 1/8
/// of the spacing (1/2 where frames are so large that memory allows only two a candidate).
class FrameSampler {
public:
    using Frame = std::vector<std::uint8_t>;

    /// candidates 0: every stride-th frame is held.
    FrameSampler(int candidates, std::size_t frameBytes, int stride = 1);

    /// Whether the next frame should be decoded fully and given to `add`; else it is passed by with `skip`.
    bool wantsNext() const { return m_seen % m_stride == 0; }
    void add(Frame frame);
    void skip() { ++m_seen; }

    int seen() const { return m_seen; }
    int held() const { return static_cast<int>(m_held.size()); }
    /// Whether what is held exceeds `memoryLimit` (possible with all frames only).
    bool overLimit() const { return m_held.size() * m_frameBytes > memoryLimit; }

    /// The chosen frames in ascending order; leaves the sampler empty.
    std::vector<Frame> choose();

    static constexpr std::size_t memoryLimit = std::size_t{1} << 30;

private:
    int m_candidates, m_most, m_stride = 1, m_seen = 0;
    std::size_t m_frameBytes;
    std::vector<Frame> m_held; ///< frames 0, stride, 2 * stride, ...
};

} // namespace rankscope
