// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// Tensor ring: W[j,i] = trace prod_k G_k[i_k,j_k] with G_k[i,j] an r_{k-1} x r_k matrix and r_d = r_0 (Zhao
/// et al. 2016; as recurrent layers Pan et al. 2019). Ranks are r_0..r_{d-1}, cores lie as [r_{k-1}, i_k,
/// j_k, r_k].
class TensorRing final : public Format {
public:
    std::string id() const override { return "tr"; }
    std::string title() const override { return "Tensor ring"; }
    RankFields rankFields(Index d) const override { return {.ranks = d, .firstRank = 0}; }
    /// No unfolding cuts one bond of a ring alone. The limit is that of the tensor train which the ring
    /// becomes where another bond is 1, at the other bond that allows most: enough for every map.
    Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const override;
    Index fewestModes() const override { return 2; }
    TensorNetwork network(const MapSpec& spec) const override;
};

} // namespace rankscope
