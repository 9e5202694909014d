// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/block_term_fit.h"

#include "engine/base/random.h"
#include "engine/compress/higher_order_svd.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr int polishingSweeps = 5;

template <class Scalar>
BlockTerms startTerms(const ModeTensor<Scalar>& x, Index blocks, const Shape& ranks, int start,
                      std::uint64_t seed, ThreadPool& pool) {
    BlockTerms terms;
    terms.ranks = ranks;
    terms.factors.resize(static_cast<std::size_t>(blocks));
    for (std::size_t k = 0; k < ranks.size(); ++k) {
        const Index rows = x.sizes[k], r = ranks[k];
        Matrix vectors(rows, blocks * r);
        Index given = 0;
        if (start == 0) {
            given = std::min(rows, blocks * r);
            vectors.leftCols(given) = leadingVectors(x.unfolded(k), given, pool).vectors;
        }
        Random random{seed, purpose::compress, static_cast<std::uint64_t>(start), k};
        for (Index column = given; column < vectors.cols(); ++column)
            for (Index row = 0; row < rows; ++row) vectors(row, column) = random.normal();
        for (Index n = 0; n < blocks; ++n)
            terms.factors[static_cast<std::size_t>(n)].push_back(thinQr(vectors.middleCols(n * r, r)).q);
    }
    terms.cores.assign(terms.factors.size(),
                       {ranks, AlignedVector<double>(static_cast<std::size_t>(product(ranks)))});
    return terms;
}

/// Tells when further sweeps are of no use: they gain little of what is left to explain, and of what is
/// explained.
class Stall {
public:
    bool after(double squaredError, double total) {
        constexpr double little = 1e-4, nothing = 1e-30;
        constexpr int patience = 3;
        const double gain = m_last - squaredError;
        const bool slow = gain < little * std::min(squaredError, total - squaredError);
        m_slow = slow ? m_slow + 1 : 0;
        m_last = squaredError;
        return m_slow >= patience || squaredError <= nothing * total;
    }

private:
    double m_last = INFINITY;
    int m_slow = 0;
};

struct Trial {
    BlockTerms terms;
    std::vector<double> squares; ///< of the error after each sweep
    Stall stall;
    bool ended = false;
};

template <class Scalar>
void runSweeps(Trial& trial, const BlockTermSweep<Scalar>& step, double total, std::size_t most) {
    while (!trial.ended && trial.squares.size() < most) {
        trial.squares.push_back(step.sweep(trial.terms));
        trial.ended = trial.stall.after(trial.squares.back(), total);
    }
}

/// The best of several starts, all on one tensor.
template <class Scalar>
Trial bestTrial(const ModeTensor<Scalar>& x, Index blocks, const Shape& ranks, const SweepLimits& limits,
                double total, ThreadPool& pool) {
    const BlockTermSweep<Scalar> step(x, pool);
    Trial best;
    for (int start = 0; start < limits.starts; ++start) {
        Trial trial{startTerms(x, blocks, ranks, start, limits.seed, pool), {}, {}, false};
        step.fitCores(trial.terms);
        runSweeps(trial, step, total, static_cast<std::size_t>(std::min(limits.trialSweeps, limits.sweeps)));
        if (start == 0 || trial.squares.back() < best.squares.back()) best = std::move(trial);
    }
    runSweeps(best, step, total, static_cast<std::size_t>(limits.sweeps));
    return best;
}

/// How many singular vectors of each mode a projection keeps: as many as the bound on the values allows, but
/// no fewer than the blocks can use.
Shape projectedSizes(const Shape& sizes, Index blocks, const Shape& ranks, Index most) {
    Shape kept = sizes;
    while (product(kept) > most) {
        std::size_t largest = kept.size();
        for (std::size_t k = 0; k < kept.size(); ++k)
            if (kept[k] > std::min(sizes[k], blocks * ranks[k]) &&
                (largest == kept.size() || kept[k] > kept[largest]))
                largest = k;
        if (largest == kept.size()) break;
        --kept[largest];
    }
    return kept;
}

} // namespace

template <class Scalar>
BlockTermFit fitBlockTerms(const ModeTensor<Scalar>& x, Index blocks, const Shape& ranks,
                           const SweepLimits& limits, ThreadPool& pool) {
    const double total = squaredNorm(x.unfolded(0), pool);
    BlockTermFit fit;
    const auto note = [&](double lost, const std::vector<double>& squares) {
        for (const double square : squares)
            fit.errors.push_back(total > 0 ? std::sqrt((lost + square) / total) : 0);
    };
    const Shape kept = projectedSizes(x.sizes, blocks, ranks, limits.projectedValues);
    if (2 * product(kept) > product(x.sizes)) {
        Trial best = bestTrial(x, blocks, ranks, limits, total, pool);
        note(0, best.squares);
        fit.terms = std::move(best.terms);
        return fit;
    }
    Truncation truncation(kept);
    const TuckerTensor small = higherOrderSvd(x, truncation, pool);
    const double smallTotal = squaredNorm(small.core.unfolded(0), pool);
    Trial best = bestTrial(small.core, blocks, ranks, limits, smallTotal, pool);
    note(std::max(0.0, total - smallTotal), best.squares);
    for (auto& factors : best.terms.factors)
        for (std::size_t k = 0; k < factors.size(); ++k) factors[k] = small.factors[k] * factors[k];
    Trial polish{std::move(best.terms), {}, {}, false};
    runSweeps(polish, BlockTermSweep<Scalar>(x, pool), total, polishingSweeps);
    note(0, polish.squares);
    fit.terms = std::move(polish.terms);
    return fit;
}

template BlockTermFit fitBlockTerms(const ModeTensor<float>&, Index, const Shape&, const SweepLimits&,
                                    ThreadPool&);
template BlockTermFit fitBlockTerms(const ModeTensor<double>&, Index, const Shape&, const SweepLimits&,
                                    ThreadPool&);

} // namespace rankscope
