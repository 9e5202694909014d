// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/canonical_polyadic.h"

#include "engine/format/legs.h"

namespace rankscope {

TensorNetwork CanonicalPolyadic::network(const MapSpec& spec) const {
    TensorNetwork network;
    const OpenLegs legs = addLegs(network, spec);
    const int term = network.addEdge({EdgeKind::Bond, spec.blocks, "n", -1, RankKind::Blocks, 0});
    for (int k = 0; k < static_cast<int>(spec.inModes.size()); ++k)
        network.addCore("A" + std::to_string(k + 1), {term, legs.in[k], legs.out[k]});
    return network;
}

} // namespace rankscope
