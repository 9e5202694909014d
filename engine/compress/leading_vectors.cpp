// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/leading_vectors.h"

#include "engine/base/random.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr Index fewAxes = 512; // rows or columns of which all are kept
constexpr int powerIterations = 8;
constexpr Index extraVectors = 16;

template <class Scalar>
LeadingVectors byGram(const Unfolding<Scalar>& x, Index count, ThreadPool& pool) {
    const Matrix gram = product(x, x, pool);
    const SymmetricEigen eigen = symmetricEigen(gram);
    return {eigen.vectors.leftCols(count), eigen.values.head(count).cwiseMax(0.0), gram.trace()};
}

template <class Scalar>
LeadingVectors byRandomRange(const Unfolding<Scalar>& x, Index count, ThreadPool& pool) {
    const bool whole = x.columns() <= fewAxes; // then the range is found to rounding at once
    const Index width = std::min(x.rows, whole ? x.columns() : 2 * count + extraVectors);
    const auto asRows = [&](const AlignedVector<double>& tensor) {
        return Unfolding<double>{tensor.data(), x.before, width, x.after};
    };
    AlignedVector<double> z(static_cast<std::size_t>(x.columns() * width));
    Random random{purpose::compress, static_cast<std::uint64_t>(width),
                  static_cast<std::uint64_t>(x.columns())};
    for (double& value : z) value = random.normal();
    Matrix q = thinQr(product(x, asRows(z), pool)).q;
    for (int i = 0; !whole && i < powerIterations; ++i) {
        z = project(x, q, pool);
        q = thinQr(product(x, asRows(z), pool)).q;
    }
    z = project(x, q, pool);
    const Index found = std::min(count, width);
    LeadingVectors leading = byGram(asRows(z), found, pool);
    leading.vectors = q * leading.vectors;
    if (found < count) { // more are wanted than X has columns: any further directions, of no weight
        Matrix more(x.rows, count);
        more.leftCols(found) = leading.vectors;
        for (Index i = 0; i < x.rows; ++i)
            for (Index j = found; j < count; ++j) more(i, j) = random.normal();
        more.rightCols(count - found) = thinQr(more).q.rightCols(count - found);
        leading.vectors = more;
        leading.squares.conservativeResizeLike(Vector::Zero(count));
    }
    leading.total = squaredNorm(x, pool);
    return leading;
}

} // namespace

template <class Scalar>
LeadingVectors leadingVectors(const Unfolding<Scalar>& x, Index count, ThreadPool& pool) {
    return x.rows <= fewAxes ? byGram(x, count, pool) : byRandomRange(x, count, pool);
}

template LeadingVectors leadingVectors(const Unfolding<float>&, Index, ThreadPool&);
template LeadingVectors leadingVectors(const Unfolding<double>&, Index, ThreadPool&);

} // namespace rankscope
