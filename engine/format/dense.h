// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"

namespace rankscope {

/// W itself as one core: the baseline that compression is compared with.
class Dense final : public Format {
public:
    std::string id() const override { return "dense"; }
    std::string title() const override { return "Dense"; }
    RankFields rankFields(Index) const override { return {}; }
    Index rankLimit(const Shape&, const Shape&, bool, Index) const override { return 1; }
    TensorNetwork network(const MapSpec& spec) const override;
};

} // namespace rankscope
