// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <algorithm>
#include <span>
#include <vector>

namespace rankscope {

/// Where the time steps of a batch of clips lie in its rows, time-major: step 0 of all clips, then step 1 of
/// those that still last, .. Clips stand in descending order of length, so that the clips of a step are the
/// first ones of the step before, and no row is padding.
class TimeSteps {
public:
    TimeSteps() = default;
    /// All of one length.
    TimeSteps(Index time, Index clips) : m_time(time), m_clips(clips) {}
    /// `lengths`: of each clip, at least 1, descending.
    explicit TimeSteps(std::span<const Index> lengths)
        : m_time(lengths.empty() ? 0 : lengths.front()), m_clips(static_cast<Index>(lengths.size())) {
        if (lengths.empty() || lengths.back() == m_time) return;
        m_lengths.assign(lengths.begin(), lengths.end());
        m_first.assign(static_cast<std::size_t>(m_time) + 1, 0);
        Index lasting = m_clips;
        for (Index t = 0; t < m_time; ++t) {
            while (lengths[static_cast<std::size_t>(lasting - 1)] <= t) --lasting;
            m_first[static_cast<std::size_t>(t) + 1] = m_first[static_cast<std::size_t>(t)] + lasting;
        }
    }

    Index time() const { return m_time; }
    Index clips() const { return m_clips; }
    Index rows() const { return first(m_time); }
    bool areEven() const { return m_first.empty(); }
    /// Row of the first clip at step t, 0..time().
    Index first(Index t) const { return areEven() ? t * m_clips : m_first[static_cast<std::size_t>(t)]; }
    /// Clips that last beyond step t.
    Index count(Index t) const { return first(t + 1) - first(t); }
    Index length(Index clip) const { return areEven() ? m_time : m_lengths[static_cast<std::size_t>(clip)]; }
    /// Row of the last step of a clip.
    Index last(Index clip) const { return first(length(clip) - 1) + clip; }
    /// The same rows, but for those from step `time` on.
    TimeSteps cutAfter(Index time) const {
        if (areEven()) return {std::min(time, m_time), m_clips};
        std::vector<Index> lengths = m_lengths;
        for (Index& length : lengths) length = std::min(length, time);
        return TimeSteps(lengths);
    }
    /// The clip that a row belongs to.
    Index clipOf(Index row) const {
        if (areEven()) return row % m_clips;
        return row - *(std::ranges::upper_bound(m_first, row) - 1);
    }

private:
    Index m_time = 0, m_clips = 0;
    std::vector<Index> m_lengths, m_first; ///< empty where all clips are equally long
};

/// Neighbouring clips of a batch: what they have of its rows.
class ClipRange {
public:
    /// Clips begin .. end - 1 of `steps`, which must outlive it; at least one.
    ClipRange(const TimeSteps& steps, Index begin, Index end) : m_steps(steps), m_begin(begin), m_end(end) {}

    Index begin() const { return m_begin; }
    Index size() const { return m_end - m_begin; }
    Index time() const { return m_steps.length(m_begin); }
    /// Row of the first of them at step t.
    Index first(Index t) const { return m_steps.first(t) + m_begin; }
    /// How many of them last beyond step t.
    Index count(Index t) const { return std::clamp(m_steps.count(t) - m_begin, Index{0}, size()); }

private:
    const TimeSteps& m_steps;
    Index m_begin, m_end;
};

} // namespace rankscope
