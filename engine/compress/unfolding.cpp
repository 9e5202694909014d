// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/unfolding.h"

#include "engine/kernel/kernels.h"

#include <algorithm>
#include <type_traits>

namespace rankscope {

namespace {

constexpr Index pieceValues = Index{1}
                              << 16; // of a piece that is multiplied at once: fits the L2 cache as double
constexpr Index mostLanes = 16;      // each has a sum of its own

template <class Scalar>
using RowMajor = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class Scalar>
using Block = Eigen::Map<const RowMajor<Scalar>, 0, Eigen::OuterStride<>>;

/// Calls use(matrix) with a block as double: in place, or by way of `buffer`.
template <class Scalar, class Use>
void withBlock(const Block<Scalar>& block, Matrix& buffer, Use use) {
    if constexpr (std::is_same_v<Scalar, double>) {
        use(block);
    } else {
        buffer = block.template cast<double>();
        use(buffer);
    }
}

/// A matrix as the kernels see it: element (i, j) at i * row + j * column.
struct Operand {
    const double* values;
    Index row, column;

    Operand transposed() const { return {values, column, row}; }
};

Operand operand(const auto& rowMajor) {
    return {rowMajor.data(), rowMajor.outerStride(), 1};
}

/// c [rows, columns] = a b, or += where `add`, at the SIMD level of the processor.
void multiply(Operand a, Operand b, double* c, Index cRow, Index rows, Index depth, Index columns, bool add) {
    kernelsFor<double>().matrixProduct(
        {a.values, a.row, a.column, b.values, b.row, b.column, c, cRow, 1, rows, depth, columns, add});
}

/// How an unfolding is cut: where `after` is 1, into rows of [before, rows]; else each [rows, after] into
/// ranges of columns.
struct Pieces {
    Index before, after, width, perSlice, count;

    template <class Scalar>
    explicit Pieces(const Unfolding<Scalar>& x) {
        const bool flat = x.after == 1;
        before = flat ? 1 : x.before;
        after = flat ? x.before : x.after;
        width = std::clamp<Index>(pieceValues / x.rows, std::min<Index>(after, 32), after);
        perSlice = (after + width - 1) / width;
        count = before * perSlice;
    }
    struct Piece {
        Index slice, first, width;
    };
    Piece operator[](Index i) const {
        const Index first = i % perSlice * width;
        return {i / perSlice, first, std::min(width, after - first)};
    }
    int lanes() const { return static_cast<int>(std::min(count, mostLanes)); }
    template <class Use>
    void ofLane(int lane, Use use) const {
        for (Index i = count * lane / lanes(); i < count * (lane + 1) / lanes(); ++i) use((*this)[i]);
    }
};

/// A piece of an unfolding: [width, rows] where `after` is 1, else [rows, width].
template <class Scalar>
Block<Scalar> blockOf(const Unfolding<Scalar>& x, const Pieces::Piece& piece) {
    if (x.after == 1)
        return {x.values + piece.first * x.rows, piece.width, x.rows, Eigen::OuterStride<>(x.rows)};
    return {x.values + piece.slice * x.rows * x.after + piece.first, x.rows, piece.width,
            Eigen::OuterStride<>(x.after)};
}

} // namespace

template <class Scalar>
AlignedVector<double> project(const Unfolding<Scalar>& x, const Matrix& basis, ThreadPool& pool) {
    const Index r = basis.cols();
    AlignedVector<double> out(static_cast<std::size_t>(x.columns() * r));
    const Pieces pieces(x);
    pool.run(pieces.lanes(), [&](int lane) {
        Matrix buffer;
        pieces.ofLane(lane, [&](const Pieces::Piece& piece) {
            withBlock(blockOf(x, piece), buffer, [&](const auto& block) {
                if (x.after == 1)
                    multiply(operand(block), operand(basis), out.data() + piece.first * r, r, piece.width,
                             x.rows, r, false);
                else
                    multiply(operand(basis).transposed(), operand(block),
                             out.data() + piece.slice * r * x.after + piece.first, x.after, r, x.rows,
                             piece.width, false);
            });
        });
    });
    return out;
}

template <class X, class Z>
Matrix product(const Unfolding<X>& x, const Unfolding<Z>& z, ThreadPool& pool) {
    const Pieces pieces(x);
    std::vector<Matrix> sums(static_cast<std::size_t>(pieces.lanes()));
    pool.run(pieces.lanes(), [&](int lane) {
        Matrix& sum = sums[static_cast<std::size_t>(lane)];
        sum = Matrix::Zero(x.rows, z.rows);
        Matrix bufferX, bufferZ;
        pieces.ofLane(lane, [&](const Pieces::Piece& piece) {
            withBlock(blockOf(x, piece), bufferX, [&](const auto& a) {
                withBlock(blockOf(z, piece), bufferZ, [&](const auto& b) {
                    const Operand left = operand(a), right = operand(b);
                    multiply(x.after == 1 ? left.transposed() : left,
                             x.after == 1 ? right : right.transposed(), sum.data(), z.rows, x.rows,
                             piece.width, z.rows, true);
                });
            });
        });
    });
    for (std::size_t lane = 1; lane < sums.size(); ++lane) sums[0] += sums[lane];
    return std::move(sums[0]);
}

template <class Scalar>
double squaredNorm(const Unfolding<Scalar>& x, ThreadPool& pool) {
    const Pieces pieces(x);
    std::vector<double> sums(static_cast<std::size_t>(pieces.lanes()), 0.0);
    pool.run(pieces.lanes(), [&](int lane) {
        Matrix buffer;
        pieces.ofLane(lane, [&](const Pieces::Piece& piece) {
            withBlock(blockOf(x, piece), buffer, [&](const auto& block) {
                sums[static_cast<std::size_t>(lane)] += block.squaredNorm();
            });
        });
    });
    double sum = 0;
    for (const double part : sums) sum += part;
    return sum;
}

template <class Scalar>
double squaredResidual(const Unfolding<Scalar>& x, const Matrix& left, const Matrix& right,
                       ThreadPool& pool) {
    const Pieces pieces(x);
    std::vector<double> sums(static_cast<std::size_t>(pieces.lanes()), 0.0);
    pool.run(pieces.lanes(), [&](int lane) {
        Matrix buffer, difference;
        pieces.ofLane(lane, [&](const Pieces::Piece& piece) {
            withBlock(blockOf(x, piece), buffer, [&](const auto& block) {
                if (x.after == 1)
                    difference = block.transpose();
                else
                    difference = block;
                buffer.resize(x.rows, piece.width);
                multiply(operand(left), operand(right.middleCols(piece.first, piece.width)), buffer.data(),
                         piece.width, x.rows, left.cols(), piece.width, false);
                difference -= buffer;
                sums[static_cast<std::size_t>(lane)] += difference.squaredNorm();
            });
        });
    });
    double sum = 0;
    for (const double part : sums) sum += part;
    return sum;
}

template AlignedVector<double> project(const Unfolding<float>&, const Matrix&, ThreadPool&);
template AlignedVector<double> project(const Unfolding<double>&, const Matrix&, ThreadPool&);
template Matrix product(const Unfolding<float>&, const Unfolding<float>&, ThreadPool&);
template Matrix product(const Unfolding<float>&, const Unfolding<double>&, ThreadPool&);
template Matrix product(const Unfolding<double>&, const Unfolding<double>&, ThreadPool&);
template double squaredNorm(const Unfolding<float>&, ThreadPool&);
template double squaredNorm(const Unfolding<double>&, ThreadPool&);
template double squaredResidual(const Unfolding<float>&, const Matrix&, const Matrix&, ThreadPool&);
template double squaredResidual(const Unfolding<double>&, const Matrix&, const Matrix&, ThreadPool&);

} // namespace rankscope
