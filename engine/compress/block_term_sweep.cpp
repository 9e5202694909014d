// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/block_term_sweep.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr double pull = 1e-10;   ///< of the largest diagonal entry of the normal equations
constexpr int coreSteps = 10;    ///< of conjugate gradients a sweep
constexpr double solved = 1e-30; ///< of the squared norm of the right-hand side

/// A_n,first x .. x A_n,last-1: [product of sizes, product of ranks], the first mode slowest.
Matrix kronecker(const std::vector<Matrix>& factors, std::size_t first, std::size_t last) {
    Matrix result = Matrix::Ones(1, 1);
    for (std::size_t k = first; k < last; ++k) {
        const Matrix& a = factors[k];
        Matrix next(result.rows() * a.rows(), result.cols() * a.cols());
        for (Index i = 0; i < result.rows(); ++i)
            for (Index r = 0; r < result.cols(); ++r)
                next.block(i * a.rows(), r * a.cols(), a.rows(), a.cols()) = result(i, r) * a;
        result = std::move(next);
    }
    return result;
}

/// The blocks' Kronecker products side by side.
Matrix kroneckers(const BlockTerms& terms, std::size_t first, std::size_t last) {
    std::vector<Matrix> parts;
    for (const auto& factors : terms.factors) parts.push_back(kronecker(factors, first, last));
    Matrix all(parts[0].rows(), parts[0].cols() * static_cast<Index>(parts.size()));
    for (std::size_t n = 0; n < parts.size(); ++n)
        all.middleCols(static_cast<Index>(n) * parts[0].cols(), parts[0].cols()) = parts[n];
    return all;
}

bool isPolyadic(const BlockTerms& terms) {
    return std::ranges::all_of(terms.ranks, [](Index rank) { return rank == 1; });
}

/// A_nl^T C for all modes l but `kept` of the overlap of blocks n and m: how block m looks in the axes of
/// block n.
ModeTensor<double> seenFrom(const BlockTerms& terms, std::size_t n, std::size_t m,
                            const ModeTensor<double>& core, std::size_t kept, ThreadPool& pool) {
    ModeTensor<double> seen = core;
    for (std::size_t l = 0; l < terms.ranks.size(); ++l)
        if (l != kept)
            seen = projected(seen, l, l + 1, terms.factors[m][l].transpose() * terms.factors[n][l], pool);
    return seen;
}

/// The factors of one mode of all blocks side by side: [n_k, N * R_k].
Matrix sideBySide(const BlockTerms& terms, std::size_t mode) {
    const Index r = terms.ranks[mode];
    Matrix all(terms.factors[0][mode].rows(), r * static_cast<Index>(terms.factors.size()));
    for (std::size_t n = 0; n < terms.factors.size(); ++n)
        all.middleCols(static_cast<Index>(n) * r, r) = terms.factors[n][mode];
    return all;
}

/// Normal matrix of the factors of `mode`: [N * R_k, N * R_k].
Matrix normalMatrix(const BlockTerms& terms, std::size_t mode, ThreadPool& pool) {
    const Index blocks = static_cast<Index>(terms.factors.size()), r = terms.ranks[mode];
    if (isPolyadic(
            terms)) { // the Gram matrix of a Khatri-Rao product is the entrywise product of Gram matrices
        Vector scales(blocks);
        for (Index n = 0; n < blocks; ++n) scales(n) = terms.cores[static_cast<std::size_t>(n)].values[0];
        Matrix normal = scales * scales.transpose();
        for (std::size_t l = 0; l < terms.ranks.size(); ++l) {
            if (l == mode) continue;
            const Matrix all = sideBySide(terms, l);
            normal.array() *= (all.transpose() * all).array();
        }
        return normal;
    }
    Matrix normal(blocks * r, blocks * r);
    for (std::size_t n = 0; n < terms.factors.size(); ++n)
        for (std::size_t m = n; m < terms.factors.size(); ++m) {
            const ModeTensor<double> seen = seenFrom(terms, n, m, terms.cores[m], mode, pool);
            const Matrix part = product(terms.cores[n].unfolded(mode), seen.unfolded(mode), pool);
            normal.block(static_cast<Index>(n) * r, static_cast<Index>(m) * r, r, r) = part;
            normal.block(static_cast<Index>(m) * r, static_cast<Index>(n) * r, r, r) = part.transpose();
        }
    return normal;
}

using Cores = std::vector<ModeTensor<double>>;

Eigen::Map<Vector> vectorOf(ModeTensor<double>& core) {
    return {core.values.data(), static_cast<Index>(core.values.size())};
}

double inner(Cores& a, Cores& b) {
    double sum = 0;
    for (std::size_t n = 0; n < a.size(); ++n) sum += vectorOf(a[n]).dot(vectorOf(b[n]));
    return sum;
}

/// The normal equations of all cores, applied: each block overlaps with all others.
Cores overlapped(const BlockTerms& terms, const Cores& cores, ThreadPool& pool) {
    const std::size_t none = terms.ranks.size();
    Cores result = cores; // of a block with itself: its factors are orthonormal
    for (std::size_t n = 0; n < cores.size(); ++n)
        for (std::size_t m = 0; m < cores.size(); ++m) {
            if (m == n) continue;
            ModeTensor<double> seen = seenFrom(terms, n, m, cores[m], none, pool);
            vectorOf(result[n]) += vectorOf(seen);
        }
    return result;
}

} // namespace

template <class Scalar>
BlockTermSweep<Scalar>::BlockTermSweep(const ModeTensor<Scalar>& x, ThreadPool& pool)
    : m_x(x), m_pool(pool), m_split((x.sizes.size() + 1) / 2) {
    const std::span sizes(x.sizes);
    m_first = product(sizes.first(m_split));
    m_second = product(sizes.subspan(m_split));
}

template <class Scalar>
auto BlockTermSweep<Scalar>::timesSecond(const BlockTerms& terms) const -> Half {
    const Matrix second = kroneckers(terms, m_split, terms.ranks.size()).transpose();
    const Matrix all =
        product(halves(), Unfolding<double>{second.data(), 1, second.rows(), m_second}, m_pool);
    Half half(terms.factors.size());
    const Index width = all.cols() / static_cast<Index>(half.size());
    for (std::size_t n = 0; n < half.size(); ++n) {
        half[n].sizes.assign(m_x.sizes.begin(), m_x.sizes.begin() + static_cast<std::ptrdiff_t>(m_split));
        half[n].sizes.push_back(width);
        half[n].values.resize(static_cast<std::size_t>(m_first * width));
        Eigen::Map<Matrix>(half[n].values.data(), m_first, width) =
            all.middleCols(static_cast<Index>(n) * width, width);
    }
    return half;
}

template <class Scalar>
auto BlockTermSweep<Scalar>::timesFirst(const BlockTerms& terms) const -> Half {
    const AlignedVector<double> all = project(halves(), kroneckers(terms, 0, m_split), m_pool);
    Half half(terms.factors.size());
    const std::size_t count = all.size() / half.size();
    for (std::size_t n = 0; n < half.size(); ++n) {
        half[n].sizes.assign(m_x.sizes.begin() + static_cast<std::ptrdiff_t>(m_split), m_x.sizes.end());
        half[n].sizes.insert(half[n].sizes.begin(), static_cast<Index>(count) / m_second);
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(n * count);
        half[n].values.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    }
    return half;
}

template <class Scalar>
void BlockTermSweep<Scalar>::fitFactors(BlockTerms& terms, const Half& half, std::size_t mode) const {
    const bool inFirst = mode < m_split;
    const std::size_t begin = inFirst ? 0 : m_split, end = inFirst ? m_split : terms.ranks.size();
    const auto axisOf = [&](std::size_t k) { return inFirst ? k : k - m_split + 1; };
    const Index r = terms.ranks[mode];
    Matrix right(m_x.sizes[mode], r * static_cast<Index>(terms.factors.size()));
    m_pool.run(static_cast<int>(terms.factors.size()), [&](int block) {
        ThreadPool alone(1);
        const auto n = static_cast<std::size_t>(block);
        ModeTensor<double> seen = half[n];
        for (std::size_t k = begin; k < end; ++k)
            if (k != mode) seen = projected(seen, axisOf(k), axisOf(k) + 1, terms.factors[n][k], alone);
        right.middleCols(block * r, r) =
            product(seen.unfolded(axisOf(mode)), terms.cores[n].unfolded(mode), alone);
    });
    Matrix normal = normalMatrix(terms, mode, m_alone);
    const double weight = pull * normal.diagonal().maxCoeff();
    normal.diagonal().array() += weight;
    right += weight * sideBySide(terms, mode);
    const Matrix factors = solveSymmetric(normal, right.transpose()).transpose();
    for (std::size_t n = 0; n < terms.factors.size(); ++n) {
        const Qr qr = thinQr(factors.middleCols(static_cast<Index>(n) * r, r));
        terms.factors[n][mode] = qr.q;
        terms.cores[n] = projected(terms.cores[n], mode, mode + 1, qr.r.transpose(), m_alone);
    }
}

template <class Scalar>
void BlockTermSweep<Scalar>::fitCores(BlockTerms& terms) const {
    fitCores(terms, timesFirst(terms));
}

template <class Scalar>
void BlockTermSweep<Scalar>::fitCores(BlockTerms& terms, const Half& timesFirst) const {
    Cores wanted = timesFirst; // X seen in the axes of each block
    for (std::size_t n = 0; n < wanted.size(); ++n) {
        for (std::size_t k = m_split; k < terms.ranks.size(); ++k)
            wanted[n] = projected(wanted[n], k - m_split + 1, k - m_split + 2, terms.factors[n][k], m_alone);
        wanted[n].sizes = terms.ranks;
    }
    Cores residual = overlapped(terms, terms.cores, m_alone);
    for (std::size_t n = 0; n < wanted.size(); ++n)
        vectorOf(residual[n]) = vectorOf(wanted[n]) - vectorOf(residual[n]);
    Cores direction = residual;
    double square = inner(residual, residual);
    const double enough = solved * inner(wanted, wanted);
    for (int step = 0; step < coreSteps && square > enough; ++step) {
        Cores image = overlapped(terms, direction, m_alone);
        const double curvature = inner(direction, image);
        if (!(curvature > 0)) return;
        const double length = square / curvature;
        for (std::size_t n = 0; n < wanted.size(); ++n) {
            vectorOf(terms.cores[n]) += length * vectorOf(direction[n]);
            vectorOf(residual[n]) -= length * vectorOf(image[n]);
        }
        const double next = inner(residual, residual);
        for (std::size_t n = 0; n < wanted.size(); ++n)
            vectorOf(direction[n]) = vectorOf(residual[n]) + next / square * vectorOf(direction[n]);
        square = next;
    }
}

template <class Scalar>
double BlockTermSweep<Scalar>::squaredError(const BlockTerms& terms) const {
    const Matrix first = kroneckers(terms, 0, m_split);
    const Index width = first.cols() / static_cast<Index>(terms.factors.size());
    Matrix second(first.cols(), m_second);
    for (std::size_t n = 0; n < terms.factors.size(); ++n) {
        const Eigen::Map<const Matrix> core(terms.cores[n].values.data(), width,
                                            static_cast<Index>(terms.cores[n].values.size()) / width);
        second.middleRows(static_cast<Index>(n) * width, width) =
            core * kronecker(terms.factors[n], m_split, terms.ranks.size()).transpose();
    }
    return squaredResidual(halves(), first, second, m_pool);
}

template <class Scalar>
double BlockTermSweep<Scalar>::sweep(BlockTerms& terms) const {
    const Half second = timesSecond(terms);
    for (std::size_t k = 0; k < m_split; ++k) fitFactors(terms, second, k);
    const Half first = timesFirst(terms);
    for (std::size_t k = m_split; k < terms.ranks.size(); ++k) fitFactors(terms, first, k);
    if (!isPolyadic(terms)) fitCores(terms, first); // of a polyadic tensor the last factors hold the scales
    return squaredError(terms);
}

template class BlockTermSweep<float>;
template class BlockTermSweep<double>;

} // namespace rankscope
