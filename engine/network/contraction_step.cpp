// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/contraction_step.h"

#include "engine/kernel/kernels.h"

#include <algorithm>

namespace rankscope {

ContractionStep::ContractionStep(const std::vector<Index>& edgeSizes, const Layout& a, const Layout& b,
                                 const std::vector<int>& open, const std::vector<int>& next) {
    for (const int edge : a)
        (!contains(b, edge) ? m_m : contains(open, edge) ? m_shared : m_k).push_back(edge);
    for (const int edge : b)
        if (!contains(a, edge)) m_n.push_back(edge);
    std::stable_partition(m_n.begin(), m_n.end(), [&](int edge) { return !contains(next, edge); });

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

/// A matrix with the distances between its rows and between its columns.
template <class Scalar>
struct Strided {
    Scalar* data;
    Index row, column;
    Scalar* from(Index i, Index j) const { return data + i * row + j * column; }
    Strided transposed() const { return {data, column, row}; }
};

/// [rows, columns] in memory, or that matrix turned.
template <class Scalar>
Strided<Scalar> matrix(Scalar* data, Index rows, Index columns, bool turned) {
    return turned ? Strided<Scalar>{data, 1, rows} : Strided<Scalar>{data, columns, 1};
}

/// c = a b, or += where `add`; the threads of the pool take columns of c, or rows where `byRows`.
template <class Scalar>
void product(Strided<const Scalar> a, Strided<const Scalar> b, Strided<Scalar> c, Index rows, Index depth,
             Index columns, bool byRows, bool add, ThreadPool* pool) {
    const double macs = double(rows) * double(depth) * double(columns);
    inPieces(pool, byRows ? rows : columns, macs, [&](Index first, Index count) {
        const Index row = byRows ? first : 0, column = byRows ? 0 : first;
        kernelsFor<Scalar>().matrixProduct({a.from(row, 0), a.row, a.column, b.from(0, column), b.row,
                                            b.column, c.from(row, column), c.row, c.column,
                                            byRows ? count : rows, depth, byRows ? columns : count, add});
    });
}

} // namespace

template <class Scalar>
void ContractionStep::multiply(const Sizes& s, const Scalar* a, const Scalar* b, Scalar* c,
                               ThreadPool* pool) const {
    for (Index i = 0; i < s.shared; ++i, a += s.m * s.k, b += s.k * s.n, c += s.m * s.n)
        product(matrix(a, s.m, s.k, m_aTransposed), matrix(b, s.k, s.n, m_bTransposed),
                matrix(c, s.m, s.n, false), s.m, s.k, s.n, false, false, pool);
}

template <class Scalar>
void ContractionStep::gradientA(const Sizes& s, const Scalar* dc, const Scalar* b, Scalar* da,
                                ThreadPool* pool) const {
    for (Index i = 0; i < s.shared; ++i, da += s.m * s.k, b += s.k * s.n, dc += s.m * s.n)
        product(matrix(dc, s.m, s.n, false), matrix(b, s.k, s.n, m_bTransposed).transposed(),
                matrix(da, s.m, s.k, m_aTransposed), s.m, s.n, s.k, true, false, pool);
}

template <class Scalar>
void ContractionStep::gradientB(const Sizes& s, const Scalar* a, const Scalar* dc, Scalar* db, bool add,
                                ThreadPool* pool) const {
    for (Index i = 0; i < s.shared; ++i, a += s.m * s.k, db += s.k * s.n, dc += s.m * s.n)
        // pieces of what is contiguous in db: threads write memory of their own
        product(matrix(a, s.m, s.k, m_aTransposed).transposed(), matrix(dc, s.m, s.n, false),
                matrix(db, s.k, s.n, m_bTransposed), s.k, s.m, s.n, !m_bTransposed, add, pool);
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

} // namespace rankscope
