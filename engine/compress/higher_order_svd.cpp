// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/higher_order_svd.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rankscope {

namespace {

double squareOf(const ModeTensor<double>& x, ThreadPool& pool) {
    return squaredNorm(x.unfolded(0), pool);
}

/// X x_l U_l^T for all modes but `kept`, those that shrink the tensor most first.
template <class Scalar>
ModeTensor<double> projectedButOne(const ModeTensor<Scalar>& x, const std::vector<Matrix>& factors,
                                   std::size_t kept, ThreadPool& pool) {
    std::vector<std::size_t> order;
    for (std::size_t l = 0; l < factors.size(); ++l)
        if (l != kept) order.push_back(l);
    const auto ratio = [&](std::size_t l) { return double(factors[l].cols()) / double(factors[l].rows()); };
    std::ranges::stable_sort(order, {}, ratio);
    if (order.empty()) return {x.sizes, {x.values.begin(), x.values.end()}};
    ModeTensor<double> result = projected(x, order[0], order[0] + 1, factors[order[0]], pool);
    for (std::size_t i = 1; i < order.size(); ++i)
        result = projected(result, order[i], order[i] + 1, factors[order[i]], pool);
    return result;
}

} // namespace

template <class Scalar>
TuckerTensor higherOrderSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool) {
    TuckerTensor tucker;
    const auto truncate = [&](const auto& rest, std::size_t mode) {
        tucker.factors.push_back(truncation.basis(rest.unfolded(mode), mode, pool));
        return projected(rest, mode, mode + 1, tucker.factors.back(), pool);
    };
    tucker.core = truncate(x, 0);
    for (std::size_t mode = 1; mode < x.sizes.size(); ++mode) tucker.core = truncate(tucker.core, mode);
    return tucker;
}

template <class Scalar>
std::vector<double> orthogonalIteration(const ModeTensor<Scalar>& x, TuckerTensor& tucker, int mostSweeps,
                                        ThreadPool& pool) {
    constexpr double settled = 1e-4;
    const double total = squaredNorm(x.unfolded(0), pool);
    double lost = std::max(0.0, total - squareOf(tucker.core, pool));
    const auto relative = [&] { return total > 0 ? std::sqrt(lost / total) : 0.0; };
    std::vector<double> errors{relative()};
    for (int sweep = 0; sweep < mostSweeps; ++sweep) {
        TuckerTensor next = tucker;
        for (std::size_t mode = 0; mode < x.sizes.size(); ++mode) {
            const ModeTensor<double> seen = projectedButOne(x, next.factors, mode, pool);
            next.factors[mode] = leadingVectors(seen.unfolded(mode), next.factors[mode].cols(), pool).vectors;
            if (mode + 1 == x.sizes.size())
                next.core = projected(seen, mode, mode + 1, next.factors[mode], pool);
        }
        const double now = std::max(0.0, total - squareOf(next.core, pool));
        const double gain = lost - now;
        if (gain > 0) {
            tucker = std::move(next);
            lost = now;
            errors.push_back(relative());
        }
        if (gain <= settled * std::min(lost, total - lost)) break;
    }
    return errors;
}

template TuckerTensor higherOrderSvd(const ModeTensor<float>&, Truncation&, ThreadPool&);
template TuckerTensor higherOrderSvd(const ModeTensor<double>&, Truncation&, ThreadPool&);
template std::vector<double> orthogonalIteration(const ModeTensor<float>&, TuckerTensor&, int, ThreadPool&);
template std::vector<double> orthogonalIteration(const ModeTensor<double>&, TuckerTensor&, int, ThreadPool&);

} // namespace rankscope
