// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// Block term: W = sum_n C_n x_1 A_n1 ... x_d A_nd, N Tucker decompositions (De Lathauwer 2008; as recurrent
/// layers Ye et al. 2018, eq. 4). The N blocks of a factor are one core: C [n, R_1..R_d] and A_k [n, i_k,
/// j_k, R_k] share the block index n.
class BlockTerm final : public Format {
public:
    std::string id() const override { return "bt"; }
    std::string title() const override { return "Block term"; }
    RankFields rankFields(Index d) const override { return {0, d, true}; }
    Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const override;
    TensorNetwork network(const MapSpec& spec) const override;
    std::vector<NamedOrder> namedOrders(const TensorNetwork& network, Index frames) const override;
};

} // namespace rankscope
