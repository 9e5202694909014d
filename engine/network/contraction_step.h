// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/network/layout.h"

#include <utility>
#include <vector>

namespace rankscope {

/// One product of two tensors of a plan, lowered to matrix products: C[s,m,n] = sum_k A[s,m,k] B[s,k,n],
/// where s are the edges both have and keep (the shared block index), k those both have and lose, m and n the
/// rest of A and of B. An operand whose layout does not group its axes so is permuted first (see `relayout`).
/// This is where a faster kernel goes in.
class ContractionStep {
public:
    /// `open`: edges that stay; `next`: edges that the following product sums, laid innermost in the result.
    ContractionStep(const std::vector<Index>& edgeSizes, const Layout& a, const Layout& b,
                    const std::vector<int>& open, const std::vector<int>& next);

    const Layout& result() const { return m_result; }
    const Layout& groupedA() const { return m_groupedA; } ///< how A must lie for `multiply`
    const Layout& groupedB() const { return m_groupedB; }

    /// Matrix sizes with the present size of every edge (the number of frames changes from chunk to chunk).
    struct Sizes {
        Index shared = 1, m = 1, n = 1, k = 1;
    };
    Sizes sizes(const std::vector<Index>& edgeSizes) const;

    /// c = a b. With a pool the columns of c are cut into fixed pieces.
    template <class Scalar>
    void multiply(const Sizes& sizes, const Scalar* a, const Scalar* b, Scalar* c,
                  ThreadPool* pool = nullptr) const;
    /// da = dc b^T.
    template <class Scalar>
    void gradientA(const Sizes& sizes, const Scalar* dc, const Scalar* b, Scalar* da,
                   ThreadPool* pool = nullptr) const;
    /// db = a^T dc, or db += where `add`.
    template <class Scalar>
    void gradientB(const Sizes& sizes, const Scalar* a, const Scalar* dc, Scalar* db, bool add,
                   ThreadPool* pool = nullptr) const;

private:
    std::vector<int> m_shared, m_m, m_n, m_k;
    bool m_aTransposed = false, m_bTransposed = false; // k before m; n before k
    Layout m_groupedA, m_groupedB, m_result;
};

} // namespace rankscope
