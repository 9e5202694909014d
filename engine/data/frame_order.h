// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/network/strided_copy.h"

#include <vector>

namespace rankscope {

/// Puts the values of one frame, [row][column][channel] as they are decoded, in the order of the data
/// specification's layout: a permutation of x, which costs no weight but decides which pixels share a mode.
class FrameOrder {
public:
    explicit FrameOrder(const DataSpec& spec);

    bool isIdentity() const { return m_axes.empty(); }
    /// Values in a row that belong to one channel: 1 where the channel varies fastest.
    Index channelRun() const { return m_channelRun; }
    /// `frame` and `out`: width * height * channels values each, apart.
    template <class Value>
    void apply(const Value* frame, Value* out) const {
        stridedCopy<Value>(frame, out, m_axes);
    }

private:
    std::vector<CopyAxis> m_axes; ///< empty: nothing to do
    Index m_channelRun = 1;
};

} // namespace rankscope
