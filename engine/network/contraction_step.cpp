// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/contraction_step.h"

#include <Eigen/Core>

#include <algorithm>

namespace rankscope {

namespace {

bool contains(const std::vector<int>& set, int edge) {
    return std::ranges::find(set, edge) != set.end();
}

Layout joined(std::initializer_list<const std::vector<int>*> parts) {
    Layout layout;
    for (const auto* part : parts) layout.insert(layout.end(), part->begin(), part->end());
    return layout;
}

} // namespace

ContractionStep::ContractionStep(const std::vector<Index>& edgeSizes, const Layout& a, const Layout& b,
                                 const std::vector<int>& open, const std::vector<int>& next) {
    for (const int edge : a)
        (!contains(b, edge) ? m_m : contains(open, edge) ? m_shared : m_k).push_back(edge);
    for (const int edge : b)
        if (!contains(a, edge)) m_n.push_back(edge);
    std::ranges::stable_partition(m_n, [&](int edge) { return !contains(next, edge); });

    const Layout aRows = joined({&m_shared, &m_m, &m_k}), aColumns = joined({&m_shared, &m_k, &m_m});
    m_aTransposed = sameInMemory(edgeSizes, a, aColumns) && !sameInMemory(edgeSizes, a, aRows);
    m_groupedA = m_aTransposed ? aColumns : aRows;
    const Layout bRows = joined({&m_shared, &m_k, &m_n}), bColumns = joined({&m_shared, &m_n, &m_k});
    m_bTransposed = sameInMemory(edgeSizes, b, bColumns) && !sameInMemory(edgeSizes, b, bRows);
    m_groupedB = m_bTransposed ? bColumns : bRows;
    m_result = joined({&m_shared, &m_m, &m_n});
}

ContractionStep::Sizes ContractionStep::sizes(const std::vector<Index>& edgeSizes) const {
    return {valuesOf(edgeSizes, m_shared), valuesOf(edgeSizes, m_m), valuesOf(edgeSizes, m_n),
            valuesOf(edgeSizes, m_k)};
}

namespace {

template <class Scalar>
using RowMajor = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class Scalar>
using Input = Eigen::Map<const RowMajor<Scalar>>;
template <class Scalar>
using Output = Eigen::Map<RowMajor<Scalar>>;

constexpr Index pieceWidth = 64; // of rows or columns that one thread takes
constexpr double worthThreads =
    4'000'000; // multiply-accumulates below which threads cost more than they bring

/// work(first, count) over fixed pieces of 0..size - 1, on the pool where the product is large.
template <class Work>
void inPieces(ThreadPool* pool, Index size, double macs, const Work& work) {
    if (!pool || macs < worthThreads) return work(Index{0}, size);
    const int pieces = static_cast<int>((size + pieceWidth - 1) / pieceWidth);
    pool->run(pieces, [&](int piece) {
        const Index first = piece * pieceWidth;
        work(first, std::min(pieceWidth, size - first));
    });
}

template <class Left, class Right, class Result>
void product(const Left& left, const Right& right, Result&& result, bool add) {
    if (add)
        result.noalias() += left * right;
    else
        result.noalias() = left * right;
}

} // namespace

template <class Scalar>
void ContractionStep::multiply(const Sizes& s, const Scalar* a, const Scalar* b, Scalar* c,
                               ThreadPool* pool) const {
    const double macs = double(s.m) * double(s.n) * double(s.k);
    for (Index i = 0; i < s.shared; ++i, a += s.m * s.k, b += s.k * s.n, c += s.m * s.n) {
        Output<Scalar> result(c, s.m, s.n);
        inPieces(pool, s.n, macs, [&](Index first, Index count) {
            auto piece = result.middleCols(first, count);
            const auto times = [&](const auto& left) {
                if (m_bTransposed)
                    product(left, Input<Scalar>(b, s.n, s.k).middleRows(first, count).transpose(), piece,
                            false);
                else
                    product(left, Input<Scalar>(b, s.k, s.n).middleCols(first, count), piece, false);
            };
            if (m_aTransposed)
                times(Input<Scalar>(a, s.k, s.m).transpose());
            else
                times(Input<Scalar>(a, s.m, s.k));
        });
    }
}

template <class Scalar>
void ContractionStep::gradientA(const Sizes& s, const Scalar* dc, const Scalar* b, Scalar* da,
                                ThreadPool* pool) const {
    const double macs = double(s.m) * double(s.n) * double(s.k);
    for (Index i = 0; i < s.shared; ++i, da += s.m * s.k, b += s.k * s.n, dc += s.m * s.n) {
        inPieces(pool, s.m, macs, [&](Index first, Index count) {
            const auto rows = Input<Scalar>(dc, s.m, s.n).middleRows(first, count);
            const auto times = [&](auto&& result) {
                if (m_bTransposed)
                    product(rows, Input<Scalar>(b, s.n, s.k), result, false);
                else
                    product(rows, Input<Scalar>(b, s.k, s.n).transpose(), result, false);
            };
            if (m_aTransposed)
                times(Output<Scalar>(da, s.k, s.m).middleCols(first, count).transpose());
            else
                times(Output<Scalar>(da, s.m, s.k).middleRows(first, count));
        });
    }
}

template <class Scalar>
void ContractionStep::gradientB(const Sizes& s, const Scalar* a, const Scalar* dc, Scalar* db, bool add,
                                ThreadPool* pool) const {
    const double macs = double(s.m) * double(s.n) * double(s.k);
    for (Index i = 0; i < s.shared; ++i, a += s.m * s.k, db += s.k * s.n, dc += s.m * s.n) {
        const Input<Scalar> result(dc, s.m, s.n);
        inPieces(pool, m_bTransposed ? s.n : s.k, macs, [&](Index first, Index count) {
            if (m_bTransposed) { // rows of db are columns of dc
                const auto left = result.middleCols(first, count).transpose();
                auto piece = Output<Scalar>(db, s.n, s.k).middleRows(first, count);
                if (m_aTransposed)
                    product(left, Input<Scalar>(a, s.k, s.m).transpose(), piece, add);
                else
                    product(left, Input<Scalar>(a, s.m, s.k), piece, add);
            } else {
                auto piece = Output<Scalar>(db, s.k, s.n).middleRows(first, count);
                if (m_aTransposed)
                    product(Input<Scalar>(a, s.k, s.m).middleRows(first, count), result, piece, add);
                else
                    product(Input<Scalar>(a, s.m, s.k).middleCols(first, count).transpose(), result, piece,
                            add);
            }
        });
    }
}

template <class Scalar>
void relayout(const std::vector<Index>& edgeSizes, const Layout& from, const Scalar* in, const Layout& to,
              Scalar* out) {
    std::vector<CopyAxis> axes(to.size());
    Index stride = 1;
    for (std::size_t i = to.size(); i-- > 0;) {
        axes[i] = {edgeSizes[to[i]], 0, stride};
        stride *= edgeSizes[to[i]];
    }
    stride = 1;
    for (std::size_t i = from.size(); i-- > 0;) {
        axes[static_cast<std::size_t>(std::ranges::find(to, from[i]) - to.begin())].inStride = stride;
        stride *= edgeSizes[from[i]];
    }
    stridedCopy<Scalar>(in, out, axes);
}

bool sameInMemory(const std::vector<Index>& sizes, Layout a, Layout b) {
    const auto thin = [&](int edge) { return sizes[edge] == 1; };
    std::erase_if(a, thin);
    std::erase_if(b, thin);
    return a == b;
}

Index valuesOf(const std::vector<Index>& edgeSizes, const Layout& layout) {
    Index values = 1;
    for (const int edge : layout) values *= edgeSizes[edge];
    return values;
}

template void ContractionStep::multiply(const Sizes&, const float*, const float*, float*, ThreadPool*) const;
template void ContractionStep::multiply(const Sizes&, const double*, const double*, double*,
                                        ThreadPool*) const;
template void ContractionStep::gradientA(const Sizes&, const float*, const float*, float*, ThreadPool*) const;
template void ContractionStep::gradientA(const Sizes&, const double*, const double*, double*,
                                         ThreadPool*) const;
template void ContractionStep::gradientB(const Sizes&, const float*, const float*, float*, bool,
                                         ThreadPool*) const;
template void ContractionStep::gradientB(const Sizes&, const double*, const double*, double*, bool,
                                         ThreadPool*) const;
template void relayout(const std::vector<Index>&, const Layout&, const float*, const Layout&, float*);
template void relayout(const std::vector<Index>&, const Layout&, const double*, const Layout&, double*);

} // namespace rankscope
