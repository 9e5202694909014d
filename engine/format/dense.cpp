// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/dense.h"

#include "engine/format/legs.h"

namespace rankscope {

TensorNetwork Dense::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    std::vector<int> edges = legs.out;
    edges.insert(edges.end(), legs.in.begin(), legs.in.end());
    network.addCore("W", edges);
    return network;
}

} // namespace rankscope
