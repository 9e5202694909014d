// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// Tensor train: W[(j_1..j_d),(i_1..i_d)] = prod_k G_k[i_k,j_k] with G_k[i,j] an r_{k-1} x r_k matrix
/// (Oseledets 2011; as recurrent layers Yang, Krompass, Tresp 2017, eq. 6). Cores lie as [r_{k-1}, i_k, j_k,
/// r_k].
class TensorTrain final : public Format {
public:
    std::string id() const override { return "tt"; }
    std::string title() const override { return "Tensor train"; }
    RankFields rankFields(Index d) const override { return {d - 1, 0, false}; }
    Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const override;
    TensorNetwork network(const MapSpec& spec) const override;
    std::vector<NamedOrder> namedOrders(const TensorNetwork& network, Index frames) const override;
};

} // namespace rankscope
