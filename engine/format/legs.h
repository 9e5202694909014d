// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"
#include "engine/network/tensor_network.h"

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

} // namespace rankscope
