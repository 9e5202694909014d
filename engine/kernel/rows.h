// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of the one source of all SIMD levels (see level.h): products of the values of one frame, with
// neighbouring columns as the lanes.
#include "engine/kernel/lanes.h"
#include "engine/kernel/turn.h"

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

/// Where the vectors of one row after another begin.
template <class Scalar>
struct EvenRows {
    const Scalar* at;
    Index step;
    RANKSCOPE_INLINE const Scalar* next() {
        const Scalar* const row = at;
        at += step;
        return row;
    }
};
template <class Scalar>
struct RowsByTable {
    const Scalar* base;
    const int* place;
    RANKSCOPE_INLINE const Scalar* next() { return base + *place++; }
};

/// sums[r] = sum over i < count of a[r][places[i]] and the C vectors of row i of b. So few sums that each
/// would wait for itself run in two chains.
template <class Scalar, int R, int C, class Rows>
RANKSCOPE_INLINE void sumsOfProducts(const Scalar* const (&a)[R], const int* places, int count, Rows b,
                                     typename Lanes<Scalar>::Vector (&sums)[R][C]) {
    using L = Lanes<Scalar>;
    using Vector = typename L::Vector;
    constexpr int chains = R * C <= 8 && 2 * R * C <= sumRegisters ? 2 : 1;
    Vector parts[chains][R][C];
    RANKSCOPE_UNROLL for (int i = 0; i < chains; ++i) RANKSCOPE_UNROLL for (int r = 0; r < R; ++r)
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) parts[i][r][c] = Vector{};
    const auto add = [&](Vector(&to)[R][C]) __attribute__((always_inline)) {
        const Index at = *places;
        const Scalar* const row = b.next();
        Vector right[C];
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) right[c] = L::load(row + c * L::width);
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) {
            const Scalar left = a[r][at];
            RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) to[r][c] += left * right[c];
        }
        ++places;
    };
    const int* const last = places + count;
    if constexpr (chains == 2) {
        if (count % 2 != 0) add(parts[1]);
        while (places != last) {
            add(parts[0]);
            add(parts[1]);
        }
    } else {
        while (places != last) add(parts[0]);
    }
    RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) sums[r][c] =
        chains == 2 ? parts[0][r][c] + parts[chains - 1][r][c] : parts[0][r][c];
}

/// A tile of R rows and C vectors of columns of a RowProduct, whose result lies in pieces of so many bytes
/// wherever the table says.
template <int bytes>
struct RowMultiply {
    template <int R, int C, class Scalar>
    static RANKSCOPE_INLINE void tile(const RowProduct<Scalar>& p, int row, int column) {
        using L = Lanes<Scalar>;
        using Vector = typename L::Vector;
        using Piece = Lanes<Scalar, bytes>;
        const Scalar* a[R];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) a[r] = p.a + p.aRow[row + r];
        Vector sums[R][C];
        sumsOfProducts(a, p.aStep, p.depth, EvenRows<Scalar>{p.b + column, p.bRow}, sums);
        // all addresses before the first value is written: it might be a part of the tables, for all that
        // the compiler knows
        constexpr int pieces = C * L::width / Piece::width;
        const int left = (p.columns - column) / Piece::width;
        Scalar* out[R];
        Index at[pieces];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) out[r] = p.c + p.cRow[row + r];
        RANKSCOPE_UNROLL for (int i = 0; i < pieces; ++i) at[i] =
            i < left ? p.cColumn[column + i * Piece::width] : 0;
        if (pieces > C && left < pieces) { // the last columns fill no vector
            storeFirst<R, C, Scalar>(sums, out, at, left, p.add);
            return;
        }
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) storeRow<0, C, Scalar>(
            sums[r], out[r], at, p.add, std::make_integer_sequence<int, Piece::width>{});
    }
    template <class Scalar>
    static RANKSCOPE_INLINE int rows(const RowProduct<Scalar>& p) {
        return p.rows;
    }

private:
    template <int i, int C, class Scalar, int... lane>
    static RANKSCOPE_INLINE void storeRow(const typename Lanes<Scalar>::Vector* sums, Scalar* out,
                                          const Index* at, bool add,
                                          std::integer_sequence<int, lane...> lanes) {
        using L = Lanes<Scalar>;
        using Piece = Lanes<Scalar, bytes>;
        if constexpr (i * Piece::width < C * L::width) {
            constexpr int vector = i * Piece::width / L::width, first = i * Piece::width % L::width;
            const typename Piece::Vector value =
                __builtin_shufflevector(sums[vector], sums[vector], (first + lane)...);
            Scalar* const to = out + at[i];
            Piece::store(to, add ? Piece::load(to) + value : value);
            storeRow<i + 1, C, Scalar>(sums, out, at, add, lanes);
        }
    }
    template <int R, int C, class Scalar>
    static void storeFirst(const typename Lanes<Scalar>::Vector (&sums)[R][C], Scalar* const* out,
                           const Index* at, int pieces, bool add) {
        using L = Lanes<Scalar>;
        using Piece = Lanes<Scalar, bytes>;
        for (int r = 0; r < R; ++r) {
            Scalar all[C * L::width];
            for (int c = 0; c < C; ++c) L::store(all + c * L::width, sums[r][c]);
            for (int i = 0; i < pieces; ++i) {
                const auto value = Piece::load(all + i * Piece::width);
                Scalar* const to = out[r] + at[i];
                Piece::store(to, add ? Piece::load(to) + value : value);
            }
        }
    }
};

/// A RowGradient for the columns of a tile, with a way of its own to their rows of c.
template <class Scalar, class Rows>
struct ColumnGradient {
    const RowGradient<Scalar>& whole;
    Rows c;
};

/// A tile of R rows (k) and C vectors of columns (n) of a RowGradient.
struct RowDifferentiate {
    template <int R, int C, class Scalar, class Rows>
    static RANKSCOPE_INLINE void tile(const ColumnGradient<Scalar, Rows>& p, int row, int column) {
        using L = Lanes<Scalar>;
        using Vector = typename L::Vector;
        const RowGradient<Scalar>& g = p.whole;
        const Scalar* a[R];
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) a[r] = g.a + g.aStep[row + r];
        Vector sums[R][C];
        sumsOfProducts(a, g.aRow, g.rows, p.c, sums);
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) {
            Scalar* out = g.b + (row + r) * g.bRow + column;
            RANKSCOPE_UNROLL for (int c = 0; c < C; ++c)
                L::store(out + c * L::width, L::load(out + c * L::width) + sums[r][c]);
        }
    }
    template <class Scalar, class Rows>
    static RANKSCOPE_INLINE int rows(const ColumnGradient<Scalar, Rows>& p) {
        return p.whole.depth;
    }
};

template <class Kind, int R, int C, class Product>
RANKSCOPE_INLINE void tileOf(const Product& p, int rows, int row, int column) {
    if constexpr (R > 1)
        if (rows < R) return tileOf<Kind, R - 1, C>(p, rows, row, column);
    Kind::template tile<R, C>(p, row, column);
}

/// C vectors of columns: all rows in tiles of nearly the same height.
template <class Kind, int C, class Product>
RANKSCOPE_INLINE void tilesOfColumns(const Product& p, int column) {
    constexpr int most = sumRegisters / C < mostRows ? sumRegisters / C : mostRows;
    int left = Kind::rows(p);
    for (int row = 0, tiles = (left + most - 1) / most; tiles > 0; --tiles) {
        const int rows = (left + tiles - 1) / tiles;
        tileOf<Kind, most, C>(p, rows, row, column);
        row += rows;
        left -= rows;
    }
}

template <class Kind, int C, class Scalar>
__attribute__((noinline)) void columnOfTiles(const RowProduct<Scalar>& p, int column) {
    tilesOfColumns<Kind, C>(p, column);
}

constexpr int panelRows = 96, panelTiles = 6;

/// Where there are many tiles, rows of c are brought together, to stay in the nearest cache for all of them:
/// where they lie, many might fall on few sets of the cache.
template <class Kind, int C, class Scalar>
__attribute__((noinline)) void columnOfTiles(const RowGradient<Scalar>& p, int column) {
    using L = Lanes<Scalar>;
    const RowsByTable<Scalar> rows{p.c + column, p.cRow};
    if (p.depth < panelTiles * sumRegisters / C)
        return tilesOfColumns<Kind, C>(ColumnGradient<Scalar, RowsByTable<Scalar>>{p, rows}, column);
    alignas(vectorBytes) Scalar panel[panelRows * C * L::width];
    RowsByTable<Scalar> from = rows;
    for (Scalar* to = panel; to != panel + p.rows * C * L::width; to += C * L::width) {
        const Scalar* const row = from.next();
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) L::store(to + c * L::width, L::load(row + c * L::width));
    }
    tilesOfColumns<Kind, C>(ColumnGradient<Scalar, EvenRows<Scalar>>{p, {panel, C * L::width}}, column);
}

/// Columns by columns, so that what is read of b stays in the nearest cache: wide tiles where there are few
/// rows, so that enough sums run side by side.
template <class Kind, class Scalar, class Product>
void columnsOfTiles(const Product& p, int rows) {
    constexpr int width = Lanes<Scalar>::width, usual = sumRegisters / mostRows < 2 ? 2 : 3;
    int vectors = (p.columns + width - 1) / width;
    const bool fewRows = rows < 4;
    for (int column = 0; vectors > 0;) {
        const int taken = fewRows && vectors >= 4              ? 4
                          : vectors == usual + 1 && usual == 2 ? 3
                          : vectors == usual + 1               ? 2
                          : vectors < usual                    ? vectors
                                                               : usual;
        if (taken == 4)
            columnOfTiles<Kind, 4>(p, column);
        else if (taken == 3)
            columnOfTiles<Kind, 3>(p, column);
        else if (taken == 2)
            columnOfTiles<Kind, 2>(p, column);
        else
            columnOfTiles<Kind, 1>(p, column);
        column += taken * width;
        vectors -= taken;
    }
}

/// Moves a block of `rows` by `columns` values to where a RowProduct wants them, from its row and column on.
template <class Scalar, int blockColumns>
void moveValues(const Scalar* block, const RowProduct<Scalar>& p, int row, int rows, int column,
                int columns) {
    for (int r = 0; r < rows; ++r, block += blockColumns) {
        const int* const places = p.cColumn + column;
        Scalar* const to = p.c + p.cRow[row + r];
        for (int n = 0; n < columns; ++n) to[places[n]] = p.add ? to[places[n]] + block[n] : block[n];
    }
}

/// The same in squares, which are turned: neighbouring rows are neighbours.
template <class Scalar, int blockColumns>
void turnValues(const Scalar* block, const RowProduct<Scalar>& p, int row, int rows, int column,
                int columns) {
    using Piece = Lanes<Scalar, narrowBytes>;
    constexpr int size = Piece::width;
    const int wholeColumns = columns / size * size, wholeRows = rows / size * size;
    for (int r = 0; r < wholeRows; r += size) {
        const Scalar* from = block + r * blockColumns;
        const int *place = p.cColumn + column, *const last = place + wholeColumns;
        Scalar* const to = p.c + p.cRow[row + r];
        for (; place != last; place += size, from += size) {
            typename Piece::Vector square[size];
            Index at[size];
            RANKSCOPE_UNROLL for (int i = 0; i < size; ++i) {
                square[i] = Piece::load(from + i * blockColumns);
                at[i] = place[i];
            }
            turn<size, size>(square);
            if (p.add) RANKSCOPE_UNROLL for (int i = 0; i < size; ++i) square[i] += Piece::load(to + at[i]);
            RANKSCOPE_UNROLL for (int i = 0; i < size; ++i) Piece::store(to + at[i], square[i]);
        }
    }
    if (wholeColumns < columns)
        moveValues<Scalar, blockColumns>(block + wholeColumns, p, row, wholeRows, column + wholeColumns,
                                         columns - wholeColumns);
    moveValues<Scalar, blockColumns>(block + wholeRows * blockColumns, p, row + wholeRows, rows - wholeRows,
                                     column, columns);
}

/// The same in runs of neighbours, these in pieces of which the last overlaps the one before.
template <class Scalar, int blockColumns>
void moveRuns(const Scalar* block, const RowProduct<Scalar>& p, int row, int rows, int column, int columns) {
    using Piece = Lanes<Scalar, narrowBytes>;
    constexpr int size = Piece::width;
    const int run = p.run, last = run - size;
    for (int r = 0; r < rows; ++r, block += blockColumns)
        for (int n = 0; n < columns; n += run) {
            const Scalar* const from = block + n;
            Scalar* const to = p.c + p.cRow[row + r] + p.cColumn[column + n];
            for (int i = 0; i < last; i += size) Piece::store(to + i, Piece::load(from + i));
            Piece::store(to + last, Piece::load(from + last));
        }
}

/// Where columns fill no pieces of a vector: a block of the result at a time.
template <class Scalar>
void multiplyInBlocks(const RowProduct<Scalar>& product) {
    constexpr int width = Lanes<Scalar>::width, size = Lanes<Scalar, narrowBytes>::width, blockColumns = 64,
                  blockRows = 32; // so many that values have left the store buffer before they are moved
    alignas(vectorBytes) Scalar block[blockRows * blockColumns];
    int rowPlaces[blockRows], columnPlaces[blockColumns];
    for (int i = 0; i < blockRows; ++i) rowPlaces[i] = i * blockColumns;
    for (int i = 0; i < blockColumns; ++i) columnPlaces[i] = i;
    RowProduct<Scalar> part = product;
    part.c = block;
    part.cRow = rowPlaces;
    part.cColumn = columnPlaces;
    part.add = false;
    const bool inRuns = product.run >= size && product.run <= blockColumns && !product.add,
               turns = product.run < size && product.rowRun % size == 0;
    const int taken = inRuns ? blockColumns / product.run * product.run : blockColumns;
    for (int column = 0; column < product.columns; column += taken) {
        const int columns = product.columns - column < taken ? product.columns - column : taken;
        part.b = product.b + column;
        part.columns = (columns + width - 1) / width * width;
        for (int row = 0; row < product.rows; row += blockRows) {
            part.aRow = product.aRow + row;
            part.rows = product.rows - row < blockRows ? product.rows - row : blockRows;
            columnsOfTiles<RowMultiply<vectorBytes>, Scalar>(part, part.rows);
            if (inRuns)
                moveRuns<Scalar, blockColumns>(block, product, row, part.rows, column, columns);
            else if (turns)
                turnValues<Scalar, blockColumns>(block, product, row, part.rows, column, columns);
            else
                moveValues<Scalar, blockColumns>(block, product, row, part.rows, column, columns);
        }
    }
}

/// In pieces of the depth whose b, for the columns of a tile, stays in the nearest cache.
template <class Scalar>
void multiplyRows(const RowProduct<Scalar>& product) {
    constexpr int piece = 256;
    const int run = product.run * static_cast<int>(sizeof(Scalar));
    const bool isWhole = product.columns % Lanes<Scalar>::width == 0;
    RowProduct<Scalar> part = product;
    for (int first = 0; first < product.depth || first == 0; first += piece) {
        part.aStep = product.aStep + first;
        part.b = product.b + first * product.bRow;
        part.depth = product.depth - first < piece ? product.depth - first : piece;
        part.add = product.add || first > 0;
        if (isWhole && run % vectorBytes == 0)
            columnsOfTiles<RowMultiply<vectorBytes>, Scalar>(part, part.rows);
        else if (run % narrowBytes == 0)
            columnsOfTiles<RowMultiply<narrowBytes>, Scalar>(part, part.rows);
        else
            multiplyInBlocks(part);
    }
}

template <class Scalar>
void rowGradient(const RowGradient<Scalar>& product) {
    RowGradient<Scalar> part = product; // rows that fit a panel
    for (int row = 0, pieces = (product.rows + panelRows - 1) / panelRows; pieces > 0; --pieces) {
        part.aRow = product.aRow + row;
        part.cRow = product.cRow + row;
        part.rows = (product.rows - row + pieces - 1) / pieces;
        columnsOfTiles<RowDifferentiate, Scalar>(part, part.depth);
        row += part.rows;
    }
}

} // namespace

} // namespace rankscope::RANKSCOPE_LEVEL
