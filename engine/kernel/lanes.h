// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of the one source of all SIMD levels (see level.h): vectors of lanes.
#include "engine/kernel/kernels.h"

#include <utility>

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

constexpr int vectorBytes = RANKSCOPE_VECTOR_BYTES;
constexpr int narrowBytes = 16;                                          // of the narrowest vectors
constexpr int sumRegisters = RANKSCOPE_VECTOR_REGISTERS == 32 ? 24 : 12; // the rest holds operands
constexpr int mostRows = 8; // row pointers that fit the integer registers

#define RANKSCOPE_INLINE inline __attribute__((always_inline))
#define RANKSCOPE_UNROLL _Pragma("GCC unroll 24")

template <class Scalar, int bytes = vectorBytes>
struct Lanes {
    static constexpr int width = bytes / static_cast<int>(sizeof(Scalar));
    typedef Scalar Vector __attribute__((vector_size(bytes)));
    typedef Scalar Unaligned __attribute__((vector_size(bytes), aligned(sizeof(Scalar)), may_alias));
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

} // namespace

} // namespace rankscope::RANKSCOPE_LEVEL
