// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// Tucker: W = C x_1 A_1 ... x_d A_d, a block-term map of one block (Tucker 1966; De Lathauwer, De Moor,
/// Vandewalle 2000). Cores C [R_1..R_d] and A_k [i_k, j_k, R_k].
class Tucker final : public Format {
public:
    std::string id() const override { return "tucker"; }
    std::string title() const override { return "Tucker"; }
    RankFields rankFields(Index d) const override { return {.tucker = d}; }
    Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const override;
    TensorNetwork network(const MapSpec& spec) const override;
};

} // namespace rankscope
