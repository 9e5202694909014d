// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of the one source of all SIMD levels (see level.h): frames turned into lines.
#include "engine/kernel/lanes.h"

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

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

} // namespace

} // namespace rankscope::RANKSCOPE_LEVEL
