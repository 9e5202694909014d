// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ranks/rank_change.h"

#include <optional>

namespace rankscope {

/// The cores of a network in larger ones of the same format: old entries keep their places, new ones are
/// zero.
std::vector<Tensor> enlarged(const TensorNetwork& network, const std::vector<Tensor>& cores);

/// Fills what is new in grown cores so that W stays and its gradient does not vanish (see RankChange).
class Growth {
public:
    /// `filled`: of bonds that were truncated, how many slices of each block carry something.
    Growth(TensorNetwork network, std::vector<Tensor> cores, std::map<int, std::vector<Index>> filled)
        : m_old(std::move(network)), m_cores(std::move(cores)), m_filled(std::move(filled)) {}

    /// The cores of `network`, the same format with ranks as large or larger.
    std::vector<Tensor> grown(const TensorNetwork& network, std::uint64_t seed,
                              const GrowthDirections& directions) const;

private:
    /// The first new index of a bond in one block.
    Index firstNew(int edge, Index block) const;
    /// Of the second core of a grown bond: the value at `index` along `directions`.
    std::optional<double> directed(const GrowthDirections& directions, int edge, Index block, Index slice,
                                   const Tensor& old, const std::vector<int>& edges,
                                   const Shape& index) const;

    TensorNetwork m_old;
    std::vector<Tensor> m_cores;
    std::map<int, std::vector<Index>> m_filled;
};

} // namespace rankscope
