// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/leading_vectors.h"

#include <optional>

namespace rankscope {

/// How many vectors each truncation of a sequence of orthogonal projections keeps: given ranks, or as few as
/// a tolerance allows. The squares that such projections lose add up, so a tolerance is a budget: each
/// truncation may spend an equal share of what is left (Oseledets 2011, alg. 1, with the unspent part handed
/// on).
class Truncation {
public:
    /// `ranks`: one each, by their number in the spec.
    explicit Truncation(Shape ranks) : m_ranks(std::move(ranks)) {}
    /// `square`: ||X||^2; the error of all `count` truncations together stays below tolerance * ||X|| unless
    /// `maxRank` is in the way.
    Truncation(Index count, double tolerance, double square, Index maxRank)
        : m_ranks(static_cast<std::size_t>(count), 0),
          m_left(count),
          m_maxRank(maxRank),
          m_budget(tolerance * tolerance * square) {}

    /// Orthonormal basis of the rows that truncation number `i` keeps; its rank is then in `ranks`.
    /// Throws Error where a given rank exceeds the rows.
    template <class Scalar>
    Matrix basis(const Unfolding<Scalar>& x, std::size_t i, ThreadPool& pool);

    const Shape& ranks() const { return m_ranks; }

private:
    Shape m_ranks;
    Index m_left = 0, m_maxRank = 0; ///< m_maxRank 0: ranks are given
    double m_budget = 0;             ///< squared error that may still be made
};

} // namespace rankscope
