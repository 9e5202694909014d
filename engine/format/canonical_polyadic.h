// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// Canonical polyadic (CP): W[j,i] = sum_n prod_k A_k[n, i_k, j_k], a sum of N rank-one terms (Hitchcock
/// 1927; as layers Lebedev et al. 2015): a block-term map with all Tucker ranks 1 whose cores are folded into
/// the factors. Cores A_k [n, i_k, j_k] share the index n.
class CanonicalPolyadic final : public Format {
public:
    std::string id() const override { return "cp"; }
    std::string title() const override { return "Canonical polyadic"; }
    RankFields rankFields(Index) const override { return {.blocks = true}; }
    Index rankLimit(const Shape&, const Shape&, bool, Index) const override { return 1; }
    Index fewestModes() const override { return 2; }
    TensorNetwork network(const MapSpec& spec) const override;
};

} // namespace rankscope
