// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_value.h"
#include "engine/ranks/tensor.h"

#include <cstdint>
#include <map>

namespace rankscope {

/// Directions in which a bond grows, best first, one matrix a block: rows are new slices of the bond's second
/// core over its other axes at their old sizes (see gradientDirections). Keyed by edge of the network.
using GrowthDirections = std::map<int, std::vector<Matrix>>;

/// What becomes of a map when its ranks change, and how the optimiser follows.
///
/// Ranks that fall: the least costly blocks go first (by the norm of what goes, cross terms included); then
/// every bond is truncated by the singular value decomposition at its cut, one after another. A bond's change
/// of basis is P on its first core and Q on its second with Q^T P = 1, both scaled so that the two cores keep
/// the ratio of their norms; all other cores stay as they are. Rings cannot shrink: a loop has no best
/// truncation of a bond.
/// Ranks that rise: the new slices of a bond are zero on its first core (in the order of the network) and of
/// the core's present root mean square on the second, corners of two growing bonds are zero: W stays, its
/// gradient is not zero. A new block has its first core zero.
class RankChange {
public:
    /// `wanted`: the same map with other ranks. Throws Error naming rank, value and nearest valid choice.
    RankChange(const MapValue& from, const MapSpec& wanted, std::uint64_t seed,
               const GrowthDirections& directions = {});

    const MapValue& value() const { return m_value; }

    /// A first moment (or a gradient) of the old weights in the new coordinates: it follows the inverse
    /// transpose of the change of basis; zero at new entries.
    std::vector<double> followed(std::span<const double> moment) const;

    /// Of each new entry the old entry that it still is; -1: it is new or its basis has changed.
    const std::vector<Index>& origin() const { return m_origin; }
    /// Of each new entry: its first moment is `followed` from the old ones (else it is new).
    const std::vector<bool>& follows() const { return m_follows; }

private:
    struct Truncation {
        int edge, first, second;  ///< the bond and its ends
        std::vector<Matrix> p, q; ///< of each block
        std::vector<Index> kept;  ///< of each block: slices that carry something
    };
    using Cores = std::vector<Tensor>;

    void removeBlocks(const MapSpec& wanted);
    void truncate(const MapSpec& wanted);
    void grow(const MapSpec& wanted, std::uint64_t seed, const GrowthDirections& directions);
    Cores withoutBlocks(const Cores& cores) const;
    Cores rebased(Cores cores, const Truncation& step, bool moments) const;
    Cores embedded(const Cores& cores) const;
    void trace();

    MapSpec m_from;
    MapValue m_value;
    std::vector<Index> m_blocks; ///< old blocks that stay; empty: all
    std::vector<Truncation> m_truncations;
    std::vector<Index> m_origin;
    std::vector<bool> m_follows;
};

} // namespace rankscope
