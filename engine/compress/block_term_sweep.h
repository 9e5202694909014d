// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/mode_tensor.h"

namespace rankscope {

/// X = sum_n C_n x_1 A_n1 .. x_d A_nd. With all ranks 1 it is a canonical polyadic tensor.
struct BlockTerms {
    Shape ranks;                              ///< R_1..R_d
    std::vector<ModeTensor<double>> cores;    ///< [n]: C_n [R_1, .., R_d]
    std::vector<std::vector<Matrix>> factors; ///< [n][k]: A_nk [n_k, R_k], orthonormal columns
};

/// Alternating least squares for block terms (De Lathauwer and Nion 2008, part III): in turn the factors of
/// one mode in all blocks at once, by their normal equations, and at the end of a sweep all cores, by
/// conjugate gradients. A weak pull to the present factors (Navasca et al. 2008) keeps the equations regular
/// where blocks grow alike. The error never rises. The large tensor is read three times a sweep: it is
/// multiplied by the factors of its first half of modes, of its second half, and compared.
template <class Scalar>
class BlockTermSweep {
public:
    /// `x` must outlive the sweeps.
    BlockTermSweep(const ModeTensor<Scalar>& x, ThreadPool& pool);

    /// Sets the cores that fit best to the given factors.
    void fitCores(BlockTerms& terms) const;
    /// One sweep; returns ||X - X'||^2, measured entry by entry.
    double sweep(BlockTerms& terms) const;

private:
    using Half = std::vector<ModeTensor<double>>; ///< [n]: X times the factors of the other half of modes
    Half timesSecond(const BlockTerms& terms) const;
    Half timesFirst(const BlockTerms& terms) const;
    void fitFactors(BlockTerms& terms, const Half& half, std::size_t mode) const;
    void fitCores(BlockTerms& terms, const Half& timesFirst) const;
    double squaredError(const BlockTerms& terms) const;
    Unfolding<Scalar> halves() const { return {m_x.values.data(), 1, m_first, m_second}; }

    const ModeTensor<Scalar>& m_x;
    ThreadPool& m_pool;
    mutable ThreadPool m_alone{1}; ///< for the many small products
    std::size_t m_split;           ///< modes of the first half
    Index m_first, m_second;       ///< their sizes multiplied, and those of the rest
};

} // namespace rankscope
