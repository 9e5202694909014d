// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/truncation.h"

#include "engine/base/error.h"

#include <algorithm>

namespace rankscope {

template <class Scalar>
Matrix Truncation::basis(const Unfolding<Scalar>& x, std::size_t i, ThreadPool& pool) {
    Index& rank = m_ranks[i];
    if (m_maxRank == 0) {
        if (rank > x.rows)
            throw Error("Rank " + std::to_string(i + 1) + " is " + std::to_string(rank) +
                            ", but the ranks and modes on one side of it allow " + std::to_string(x.rows) +
                            ".",
                        "The nearest valid rank is " + std::to_string(x.rows) + ".");
        return leadingVectors(x, rank, pool).vectors;
    }
    const Index most = std::min({m_maxRank, x.rows, x.columns()});
    const LeadingVectors leading = leadingVectors(x, most, pool);
    const double share = m_budget / static_cast<double>(m_left--);
    double lost = leading.total;
    rank = 0;
    do lost -= leading.squares(rank++);
    while (rank < most && lost > share);
    m_budget = std::max(0.0, m_budget - std::max(0.0, lost));
    return leading.vectors.leftCols(rank);
}

template Matrix Truncation::basis(const Unfolding<float>&, std::size_t, ThreadPool&);
template Matrix Truncation::basis(const Unfolding<double>&, std::size_t, ThreadPool&);

} // namespace rankscope
