// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"
#include "engine/network/tensor_network.h"

#include <algorithm>

namespace rankscope {

/// The open legs i_1..i_d and j_1..j_d that every format starts from.
struct OpenLegs {
    std::vector<int> in, out;
};

inline OpenLegs addLegs(TensorNetwork& network, const MapSpec& spec) {
    OpenLegs legs;
    for (int k = 0; k < static_cast<int>(spec.inModes.size()); ++k) {
        const std::string number = std::to_string(k + 1);
        legs.in.push_back(network.addEdge({EdgeKind::Input, spec.inModes[k], "i" + number, k}));
        legs.out.push_back(network.addEdge({EdgeKind::Output, spec.outModes[k], "j" + number, k}));
    }
    return legs;
}

/// The largest rank of the unfolding of W that has the mode pairs first .. last - 1 as its rows.
inline Index unfoldingLimit(const Shape& inModes, const Shape& outModes, Index first, Index last) {
    Index inside = 1, outside = 1;
    for (Index k = 0; k < static_cast<Index>(inModes.size()); ++k)
        (k >= first && k < last ? inside : outside) *= inModes[k] * outModes[k];
    return std::min(inside, outside);
}

} // namespace rankscope
