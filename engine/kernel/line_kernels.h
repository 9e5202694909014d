// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one source of all SIMD levels: included by each level_*.cpp, which names its namespace and what its
// vectors can hold. It calls nothing inline from outside, not even std::min: a function compiled here for a
// newer processor must never serve an older one.
#include "engine/kernel/kernels.h"

#define EIGEN_DONT_PARALLELIZE
#define Eigen RANKSCOPE_EIGEN // its inline functions too must never serve another level
#include <Eigen/Core>

#include <utility>

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

constexpr int vectorBytes = RANKSCOPE_VECTOR_BYTES;
constexpr int sumRegisters = RANKSCOPE_VECTOR_REGISTERS == 32 ? 24 : 12; // the rest holds operands
constexpr int mostRows = 8; // row pointers that fit the integer registers

#define RANKSCOPE_INLINE inline __attribute__((always_inline))
#define RANKSCOPE_UNROLL _Pragma("GCC unroll 24")

template <class Scalar>
struct Lanes {
    static constexpr int width = vectorBytes / static_cast<int>(sizeof(Scalar));
    typedef Scalar Vector __attribute__((vector_size(vectorBytes)));
    typedef Scalar Unaligned __attribute__((vector_size(vectorBytes), aligned(sizeof(Scalar)), may_alias));
    static RANKSCOPE_INLINE Vector load(const Scalar* from) {
        return *reinterpret_cast<const Unaligned*>(from);
    }
    static RANKSCOPE_INLINE void store(Scalar* to, Vector value) {
        *reinterpret_cast<Unaligned*>(to) = value;
    }

    /// Sums over the lanes of `count` vectors at once: pairs are folded into one another, half of each kept,
    /// until lane i of one vector holds the sum of vector i.
    template <int count>
    static RANKSCOPE_INLINE void sums(const Vector* vectors, Scalar* out) {
        RANKSCOPE_UNROLL for (int first = 0; first < count; first += width) {
            Vector group[width];
            RANKSCOPE_UNROLL for (int i = 0; i < width; ++i) group[i] =
                first + i < count ? vectors[first + i] : Vector{};
            foldAll<width>(group);
            store(out + first, group[0]);
        }
    }

private:
    template <int segment>
    static RANKSCOPE_INLINE void foldAll(Vector* v) {
        if constexpr (segment > 1) {
            RANKSCOPE_UNROLL for (int i = 0; i < segment / 2; ++i) v[i] =
                fold<segment>(v[i], v[i + segment / 2], std::make_integer_sequence<int, width>{});
            foldAll<segment / 2>(v);
        }
    }
    template <int segment, int... lane>
    static RANKSCOPE_INLINE Vector fold(Vector u, Vector v, std::integer_sequence<int, lane...>) {
        return __builtin_shufflevector(
                   u, v, (lane % segment < segment / 2 ? lane : width + lane - segment / 2)...) +
               __builtin_shufflevector(u, v,
                                       (lane % segment < segment / 2 ? lane + segment / 2 : width + lane)...);
    }
};

/// Rounded up to whole vectors, for scratch arrays of `Lanes::sums`.
template <class Scalar>
constexpr int wholeVectors(int count) {
    return (count + Lanes<Scalar>::width - 1) / Lanes<Scalar>::width * Lanes<Scalar>::width;
}

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
        RANKSCOPE_UNROLL for (int r = 0; r < R; ++r) {
            Scalar* out = p.c + p.cRow[row + r] + lane;
            RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) {
                Scalar* to = out + p.cColumn[column + c];
                L::store(to, p.add ? L::load(to) + sums[r][c] : sums[r][c]);
            }
        }
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
        Scalar* out = p.b + static_cast<Index>(row + r) * p.columns + column;
        RANKSCOPE_UNROLL for (int c = 0; c < C; ++c) out[c] += totals[r * C + c];
    }
}

/// What differs between the two products for `tiles`.
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

/// In pieces of the depth whose tiles of a stay in the nearest cache.
template <class Scalar>
void multiply(const LineProduct<Scalar>& product) {
    constexpr int piece = 96;
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

template <int S, class V, int... lane>
RANKSCOPE_INLINE void interleave(V& a, V& b, std::integer_sequence<int, lane...>) {
    const V low = __builtin_shufflevector(a, b, (lane % 2 == 0 ? lane / 2 : S + lane / 2)...);
    b = __builtin_shufflevector(a, b, (lane % 2 == 0 ? S / 2 + lane / 2 : S + S / 2 + lane / 2)...);
    a = low;
}

/// Turns a square of S rows of S values: rows i and i + S/2 are interleaved, log2(S) times.
template <int S, class V>
RANKSCOPE_INLINE void turn(V (&rows)[S]) {
    RANKSCOPE_UNROLL for (int round = 1; round < S; round *= 2) {
        V next[S];
        RANKSCOPE_UNROLL for (int i = 0; i < S / 2; ++i) {
            V a = rows[i], b = rows[i + S / 2];
            interleave<S>(a, b, std::make_integer_sequence<int, S>{});
            next[2 * i] = a;
            next[2 * i + 1] = b;
        }
        RANKSCOPE_UNROLL for (int i = 0; i < S; ++i) rows[i] = next[i];
    }
}

typedef std::uint8_t Bytes16 __attribute__((vector_size(16)));
typedef float Floats4 __attribute__((vector_size(16)));

/// 16 values of 16 frames as 16 rows of 16 frames.
RANKSCOPE_INLINE void turnBlock(const std::uint8_t* in, Index stride, std::uint8_t* out) {
    Bytes16 rows[16];
    RANKSCOPE_UNROLL for (int f = 0; f < 16; ++f) __builtin_memcpy(&rows[f], in + f * stride, 16);
    turn(rows);
    RANKSCOPE_UNROLL for (int k = 0; k < 16; ++k) __builtin_memcpy(out + k * 16, &rows[k], 16);
}
RANKSCOPE_INLINE void turnBlock(const float* in, Index stride, float* out) {
    for (int k = 0; k < 16; k += 4)
        for (int f = 0; f < 16; f += 4) {
            Floats4 rows[4];
            RANKSCOPE_UNROLL for (int i = 0; i < 4; ++i)
                __builtin_memcpy(&rows[i], in + (f + i) * stride + k, 16);
            turn(rows);
            RANKSCOPE_UNROLL for (int i = 0; i < 4; ++i)
                __builtin_memcpy(out + (k + i) * 16 + f, &rows[i], 16);
        }
}

/// out[f] = values[f] * scale + offset for the frames of a line.
template <class Scalar>
RANKSCOPE_INLINE void scaleLine(const float* values, Scalar scale, Scalar offset, Scalar* out) {
    for (int f = 0; f < lineLength; ++f) out[f] = static_cast<Scalar>(values[f]) * scale + offset;
}
template <class Scalar>
RANKSCOPE_INLINE void scaleLine(const std::uint8_t* values, Scalar scale, Scalar offset, Scalar* out) {
    // bytes become integers by a shuffle with zeros: the compilers' own conversion goes value by value
    typedef std::int32_t Ints4 __attribute__((vector_size(16)));
    typedef Scalar Scalars4 __attribute__((vector_size(4 * sizeof(Scalar))));
    Bytes16 bytes;
    __builtin_memcpy(&bytes, values, sizeof bytes);
    const Bytes16 zero{};
    const Bytes16 quarters[] = {
        __builtin_shufflevector(bytes, zero, 0, 16, 16, 16, 1, 16, 16, 16, 2, 16, 16, 16, 3, 16, 16, 16),
        __builtin_shufflevector(bytes, zero, 4, 16, 16, 16, 5, 16, 16, 16, 6, 16, 16, 16, 7, 16, 16, 16),
        __builtin_shufflevector(bytes, zero, 8, 16, 16, 16, 9, 16, 16, 16, 10, 16, 16, 16, 11, 16, 16, 16),
        __builtin_shufflevector(bytes, zero, 12, 16, 16, 16, 13, 16, 16, 16, 14, 16, 16, 16, 15, 16, 16, 16)};
    RANKSCOPE_UNROLL for (int quarter = 0; quarter < 4; ++quarter) {
        const Scalars4 four = __builtin_convertvector((Ints4)quarters[quarter], Scalars4) * scale + offset;
        __builtin_memcpy(out + 4 * quarter, &four, sizeof four);
    }
}

template <class Value, class Scalar>
void toLines(const ToLines<Value, Scalar>& p) {
    static_assert(lineLength == 16);
    constexpr int block = 16;
    alignas(64) Value turned[block * lineLength] = {};
    int phase = p.phase;
    for (Index i = 0; i < p.count; i += block, phase = (phase + block) % p.period) {
        const int n = p.count - i < block ? static_cast<int>(p.count - i) : block;
        if (n == block && p.frames == lineLength)
            turnBlock(p.in + i, p.stride, turned);
        else
            for (int f = 0; f < p.frames; ++f)
                for (int k = 0; k < n; ++k) turned[k * lineLength + f] = p.in[f * p.stride + i + k];
        for (int k = 0; k < n; ++k) {
            Scalar* out = p.out + (i + k) * lineLength;
            scaleLine(turned + k * lineLength, p.scale[phase + k], p.offset[phase + k], out);
            for (int f = p.frames; f < lineLength; ++f) out[f] = 0;
        }
    }
}

/// Eigen, compiled for this level in a namespace of its own.
template <class Scalar>
void matrixProduct(const MatrixProduct<Scalar>& p) {
    if (p.cColumn != 1) { // the transposed product, whose result is row-major
        matrixProduct<Scalar>({p.b, p.bColumn, p.bRow, p.a, p.aColumn, p.aRow, p.c, p.cColumn, p.cRow,
                               p.columns, p.depth, p.rows, p.add});
        return;
    }
    using RowMajor = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Stride = Eigen::OuterStride<>;
    using Input = Eigen::Map<const RowMajor, 0, Stride>;
    Eigen::Map<RowMajor, 0, Stride> c(p.c, p.rows, p.columns, Stride(p.cRow));
    const auto times = [&](const auto& a) {
        const auto store = [&](const auto& b) {
            if (p.add)
                c.noalias() += a * b;
            else
                c.noalias() = a * b;
        };
        if (p.bColumn == 1)
            store(Input(p.b, p.depth, p.columns, Stride(p.bRow)));
        else
            store(Input(p.b, p.columns, p.depth, Stride(p.bColumn)).transpose());
    };
    if (p.aColumn == 1)
        times(Input(p.a, p.rows, p.depth, Stride(p.aRow)));
    else
        times(Input(p.a, p.depth, p.rows, Stride(p.aColumn)).transpose());
}

void adam(const AdamStep& p) {
    constexpr float beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-8f;
    float* __restrict weights = p.weights;
    float* __restrict first = p.first;
    float* __restrict second = p.second;
    const float* __restrict gradient = p.gradient;
    const float rate = p.rate, correction = p.correction, keep = p.keep;
    for (Index i = 0; i < p.count; ++i) {
        const float g = gradient[i];
        const float m = beta1 * first[i] + (1 - beta1) * g;
        const float v = beta2 * second[i] + (1 - beta2) * g * g;
        first[i] = m;
        second[i] = v;
        weights[i] = keep * weights[i] - rate * m / (__builtin_sqrtf(v) * correction + epsilon);
    }
}

/// Independent chains of multiply-adds from registers, long enough for a clock to measure; returns flops.
double multiplyAdds() {
    using L = Lanes<float>;
    using Vector = L::Vector;
    constexpr int chains = 12, rounds = 1 << 16;
    Vector x = Vector{} + 0.999f;
    const Vector y = Vector{} + 0.001f;
    Vector a0 = y, a1 = a0 + y, a2 = a1 + y, a3 = a2 + y, a4 = a3 + y, a5 = a4 + y, a6 = a5 + y, a7 = a6 + y,
           a8 = a7 + y, a9 = a8 + y, a10 = a9 + y,
           a11 = a10 + y; // different, or the compiler keeps one chain
    for (int i = 0; i < rounds; ++i) {
        a0 = a0 * x + y, a1 = a1 * x + y, a2 = a2 * x + y, a3 = a3 * x + y;
        a4 = a4 * x + y, a5 = a5 * x + y, a6 = a6 * x + y, a7 = a7 * x + y;
        a8 = a8 * x + y, a9 = a9 * x + y, a10 = a10 * x + y, a11 = a11 * x + y;
        asm volatile("" : "+x"(x)); // a new x each round: nothing can be computed beforehand
    }
    float all[L::width];
    L::store(all, a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    volatile float used = all[0];
    (void)used;
    return 2.0 * chains * rounds * L::width;
}

} // namespace

const Kernels& table() {
    static constexpr Kernels kernels{{matrixProduct<float>, multiply<float>, gradient<float>,
                                      toLines<std::uint8_t, float>, toLines<float, float>},
                                     {matrixProduct<double>, multiply<double>, gradient<double>,
                                      toLines<std::uint8_t, double>, toLines<float, double>},
                                     adam,
                                     multiplyAdds};
    return kernels;
}

} // namespace rankscope::RANKSCOPE_LEVEL
