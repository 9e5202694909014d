// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of the one source of all SIMD levels (see level.h): products of lines in tiles of sums held in
// registers.
#include "engine/kernel/lanes.h"

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

/// A tile of R rows and C columns of a LineProduct: one vector of lanes at a time.
template <int R, int C, class Scalar>
RANKSCOPE_INLINE void multiplyTile(const LineProduct<Scalar>& p, int row, int column) {
    using L = Lanes<Scalar>;
    using Vector = typename L::Vector;
    for (int lane = 0; lane < lineLength; lane += L::width) {
        const Scalar* a[R];
        Vector sums[R][C];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) {
            a[r] = p.a + p.aRow[row + r] + lane;
            RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) sums[r][c] = Vector{};
        }
        const Scalar* b = p.b + column;
        const int* step = p.aStep;
        for (int k = p.depth; k > 0; --k, ++step, b += p.bRow) {
            Vector left[R];
            const Index at = *step;
            RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) left[r] = L::load(a[r] + at);
            RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) {
                const Scalar right = b[c];
                RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) sums[r][c] += left[r] * right;
            }
        }
        // all addresses before the first value is written: it might be a part of the tables, for all that
        // the compiler knows
        Scalar* out[R];
        Index at[C];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) out[r] = p.c + p.cRow[row + r] + lane;
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) at[c] = p.cColumn[column + c];
        if (p.add)
            RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) RANKSCOPE_UNROLL for (int c = 0; c < C; ++c)
                sums[r][c] += L::load(out[r] + at[c]);
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) RANKSCOPE_UNROLL for (int c = 0; c < C; ++c)
            L::store(out[r] + at[c], sums[r][c]);
    }
}

/// A tile of R rows (k) and C columns (n) of a LineGradient.
template <int R, int C, class Scalar>
RANKSCOPE_INLINE void gradientTile(const LineGradient<Scalar>& p, int row, int column) {
    using L = Lanes<Scalar>;
    using Vector = typename L::Vector;
    const Scalar* a[R];
    Vector sums[R][C];
    RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) {
        a[r] = p.a + p.aStep[row + r];
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) sums[r][c] = Vector{};
    }
    constexpr int piece =
        48; // rows whose lines stay in the nearest cache while their further vectors are taken
    for (int first = 0; first < p.rows; first += piece)
        for (int lane = 0; lane < lineLength; lane += L::width) {
            const Scalar* right = p.c + first * p.cRow + column * lineLength + lane;
            const int* rowOffset = p.aRow + first;
            const int* last = p.aRow + (p.rows - first < piece ? p.rows : first + piece);
            for (; rowOffset != last; ++rowOffset, right += p.cRow) {
                Vector left[R];
                const Index at = *rowOffset + lane;
                RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) left[r] = L::load(a[r] + at);
                RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) {
                    const Vector value = L::load(right + c * lineLength);
                    RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) sums[r][c] += left[r] * value;
                }
            }
        }
    Scalar totals[wholeVectors<Scalar>(R * C)];
    L::template sums<R * C>(&sums[0][0], totals);
    for (int r = 0; r < R; ++r) {
        Scalar* out = p.b + (row + r) * p.bRow + column;
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) out[c] += totals[r * C + c];
    }
}

/// A product of matrices c = a^T b with a in rows of its depth and whole vectors, of so many bytes, of
/// columns. Its rows and columns are named as `tiles` counts them.
template <class Scalar, int bytes>
struct SkinnyProduct {
    const MatrixProduct<Scalar>& matrices;
    int rows;    ///< vectors of columns of b and c
    int columns; ///< rows of c
};

/// A tile of R vectors and C rows of c of a SkinnyProduct.
template <int R, int C, class Scalar, int bytes>
RANKSCOPE_INLINE void skinnyTile(const SkinnyProduct<Scalar, bytes>& p, int vector, int row) {
    using L = Lanes<Scalar, bytes>;
    using Vector = typename L::Vector;
    const MatrixProduct<Scalar>& m = p.matrices;
    const Scalar* a = m.a + row;
    const Scalar* b = m.b + vector * L::width;
    Scalar* c = m.c + row * m.cRow + vector * L::width;
    const Index aStep = m.aColumn, bStep = m.bRow, cRow = m.cRow;
    Vector sums[R][C];
    RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) RANKSCOPE_UNROLL for (int i = 0; i < C; ++i) sums[r][i] =
        m.add ? L::load(c + i * cRow + r * L::width) : Vector{};
    for (Index k = m.depth; k > 0; --k, a += aStep, b += bStep) {
        Vector left[R];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) left[r] = L::load(b + r * L::width);
        RANKSCOPE_UNROLL for (int i = 0; i < C; ++i) {
            const Scalar right = a[i];
            RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) sums[r][i] += left[r] * right;
        }
    }
    RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) RANKSCOPE_UNROLL for (int i = 0; i < C; ++i)
        L::store(c + i * cRow + r * L::width, sums[r][i]);
}

/// What differs between the products for `tiles`.
struct Skinny {
    static constexpr int widest = 4, usual = 4;
    template <int R, int C, class Product>
    static RANKSCOPE_INLINE void tile(const Product& p, int row, int column) {
        skinnyTile<R, C>(p, row, column);
    }
    template <class Product>
    static RANKSCOPE_INLINE int rows(const Product& p) {
        return p.rows;
    }
};
struct Multiply {
    static constexpr int widest = 6, usual = 4;
    template <int R, int C, class Scalar>
    static RANKSCOPE_INLINE void tile(const LineProduct<Scalar>& p, int row, int column) {
        multiplyTile<R, C>(p, row, column);
    }
    template <class Scalar>
    static RANKSCOPE_INLINE int rows(const LineProduct<Scalar>& p) {
        return p.rows;
    }
};
struct Gradient {
    static constexpr int widest = 4,
                         usual = 4; // lines of c are read again for every tile of rows: tall tiles read fewer
    template <int R, int C, class Scalar>
    static RANKSCOPE_INLINE void tile(const LineGradient<Scalar>& p, int row, int column) {
        gradientTile<R, C>(p, row, column);
    }
    template <class Scalar>
    static RANKSCOPE_INLINE int rows(const LineGradient<Scalar>& p) {
        return p.depth;
    }
};

/// R rows, all columns: blocks of C, what is left in one narrower block.
template <class Kind, int R, int C, class Product>
RANKSCOPE_INLINE void rowOfTiles(const Product& p, int row) {
    int column = 0;
    for (; column + C <= p.columns; column += C) Kind::template tile<R, C>(p, row, column);
    const int left = p.columns - column;
    if constexpr (C > 8)
        if (left >= 8) Kind::template tile<R, 8>(p, row, column), column += 8;
    if constexpr (C > 4)
        if (p.columns - column >= 4) Kind::template tile<R, 4>(p, row, column), column += 4;
    if constexpr (C > 3)
        if (p.columns - column == 3) Kind::template tile<R, 3>(p, row, column);
    if constexpr (C > 2)
        if (p.columns - column == 2) Kind::template tile<R, 2>(p, row, column);
    if constexpr (C > 1)
        if (p.columns - column == 1) Kind::template tile<R, 1>(p, row, column);
}

/// The last rows, fewer than R + 1.
template <class Kind, int R, int C, class Product>
void lastRows(const Product& p, int row) {
    if constexpr (R > 0) {
        if (Kind::rows(p) - row == R)
            rowOfTiles<Kind, R, C>(p, row);
        else
            lastRows<Kind, R - 1, C>(p, row);
    }
}

/// Tiles of C columns and as many rows as registers allow. Row of tiles by row of tiles: what is read of a
/// stays in the nearest cache.
template <class Kind, int C, class Product>
__attribute__((noinline)) void tiles(const Product& p) {
    constexpr int R = sumRegisters / C < mostRows ? sumRegisters / C : mostRows;
    int row = 0;
    for (; row + R <= Kind::rows(p); row += R) rowOfTiles<Kind, R, C>(p, row);
    lastRows<Kind, R - 1, C>(p, row);
}

/// Wide tiles where there are few rows, so that enough sums run side by side; else tall ones.
template <class Kind, class Product>
void chooseTiles(const Product& p) {
    const int rows = Kind::rows(p);
    if (rows == 1 && sumRegisters >= 16)
        tiles<Kind, 16 <= sumRegisters ? 16 : 8>(p);
    else if (rows < 4)
        tiles<Kind, 8>(p);
    else if (Kind::widest == 6 && p.columns % 4 != 0 && p.columns % 3 != 0 && p.columns > 4)
        tiles<Kind, 5>(p);
    else if (Kind::widest == 6 && p.columns % 4 != 0 && p.columns % 6 == 0)
        tiles<Kind, 6>(p);
    else if (p.columns % 4 == 0 || p.columns > 6)
        tiles<Kind, Kind::usual>(p);
    else
        tiles<Kind, 3>(p);
}

/// Columns in vectors of so many bytes, what is left of them in narrower ones.
template <int bytes, class Scalar>
void multiplySkinny(MatrixProduct<Scalar> p) {
    constexpr int width = Lanes<Scalar, bytes>::width;
    const Index whole = p.columns / width * width;
    if (whole > 0)
        chooseTiles<Skinny>(
            SkinnyProduct<Scalar, bytes>{p, static_cast<int>(whole / width), static_cast<int>(p.rows)});
    if constexpr (bytes > narrowBytes) {
        p.b += whole;
        p.c += whole;
        p.columns -= whole;
        if (p.columns > 0) multiplySkinny<bytes / 2>(p);
    }
}

/// Whether a product of matrices has so few columns, in whole vectors, that packing it as a library does
/// costs more than multiplying.
template <class Scalar>
RANKSCOPE_INLINE bool isSkinny(const MatrixProduct<Scalar>& p) {
    constexpr Index mostColumns = 64, narrow = Lanes<Scalar, narrowBytes>::width;
    return p.aRow == 1 && p.bColumn == 1 && p.columns <= mostColumns && p.columns % narrow == 0;
}

/// In pieces of the depth whose tiles of a stay in the nearest cache.
template <class Scalar>
void multiply(const LineProduct<Scalar>& product) {
    // a tile of a and the rows of b that it meets, together in 32 KB
    const int bytes = static_cast<int>(sizeof(Scalar)) * (6 * lineLength + product.columns);
    const int fitting = 32 * 1024 / bytes, piece = fitting < 32 ? 32 : fitting > 96 ? 96 : fitting;
    LineProduct<Scalar> part = product;
    for (int first = 0; first < product.depth || first == 0; first += piece) {
        part.aStep = product.aStep + first;
        part.b = product.b + first * product.bRow;
        part.depth = product.depth - first < 3 * piece / 2 ? product.depth - first : piece;
        part.add = product.add || first > 0;
        chooseTiles<Multiply>(part);
        if (part.depth > piece) break;
    }
}
template <class Scalar>
void gradient(const LineGradient<Scalar>& product) {
    chooseTiles<Gradient>(product);
}

} // namespace

} // namespace rankscope::RANKSCOPE_LEVEL
