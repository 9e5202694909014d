// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Part of the one source of all SIMD levels (see level.h): frames turned into lines and back.
#include "engine/kernel/lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

/// Interleaves the first and the second halves of every 16 bytes: parts of `part` values.
template <int part, int values, class V, int... i>
RANKSCOPE_INLINE void interleave(V& a, V& b, std::integer_sequence<int, i...>) {
    constexpr auto from = [](int place, int half) { // of value `place` of the result, within a and then b
        const int block = place / part * part, within = place % part;
        return block + half + within / 2 + (within % 2) * values;
    };
    const V low = __builtin_shufflevector(a, b, from(i, 0)...);
    b = __builtin_shufflevector(a, b, from(i, part / 2)...);
    a = low;
}

/// Turns squares of `part` rows, which lie side by side in the rows: rows i and i + part / 2 are interleaved,
/// log2(part) times.
template <int part, int values, class V>
RANKSCOPE_INLINE void turn(V (&rows)[part]) {
    RANKSCOPE_UNROLL for (int round = 1; round < part; round *= 2) {
        V next[part];
        RANKSCOPE_UNROLL for (int i = 0; i < part / 2; ++i) {
            V a = rows[i], b = rows[i + part / 2];
            interleave<part, values>(a, b, std::make_integer_sequence<int, values>{});
            next[2 * i] = a;
            next[2 * i + 1] = b;
        }
        RANKSCOPE_UNROLL for (int i = 0; i < part; ++i) rows[i] = next[i];
    }
}

/// A block of neighbouring values of 16 frames, turned by vectors of so many bytes: value i of all frames
/// begins at at(i).
template <class Value, int bytes>
struct TurnedBlock;

template <int bytes>
struct TurnedBlock<std::uint8_t, bytes> {
    static constexpr int size = bytes; // squares of 16 x 16 side by side
    typedef std::uint8_t Row __attribute__((vector_size(bytes)));
    alignas(bytes) std::uint8_t values[16 * bytes];

    static constexpr int at(int i) { return i % 16 * bytes + i / 16 * 16; }
    RANKSCOPE_INLINE void fill(const std::uint8_t* const* frames) {
        Row rows[16];
        RANKSCOPE_UNROLL for (int f = 0; f < 16; ++f) __builtin_memcpy(&rows[f], frames[f], sizeof(Row));
        turn<16, bytes>(rows);
        RANKSCOPE_UNROLL for (int k = 0; k < 16; ++k)
            __builtin_memcpy(values + k * bytes, &rows[k], sizeof(Row));
    }
};

template <int bytes>
struct TurnedBlock<float, bytes> {
    static constexpr int size = bytes / static_cast<int>(sizeof(float)); // of a square
    typedef float Row __attribute__((vector_size(bytes)));
    alignas(bytes) float values[16 * size];

    static constexpr int at(int i) { return i * 16; }
    RANKSCOPE_INLINE void fill(const float* const* frames) {
        for (int f = 0; f < 16; f += size) {
            Row rows[size];
            RANKSCOPE_UNROLL for (int i = 0; i < size; ++i)
                __builtin_memcpy(&rows[i], frames[f + i], sizeof(Row));
            turn<size, size>(rows);
            RANKSCOPE_UNROLL for (int i = 0; i < size; ++i)
                __builtin_memcpy(values + at(i) + f, &rows[i], sizeof(Row));
        }
    }
};

/// A vector of values.
template <class Scalar, class Value>
RANKSCOPE_INLINE typename Lanes<Scalar>::Vector widened(const Value* values) {
    using L = Lanes<Scalar>;
    Scalar all[L::width];
    for (int i = 0; i < L::width; ++i) all[i] = static_cast<Scalar>(values[i]);
    return L::load(all);
}
#if defined(__SSE4_1__) // GCC 12 turns bytes into floats one by one
template <>
RANKSCOPE_INLINE typename Lanes<float>::Vector widened<float>(const std::uint8_t* values) {
#if defined(__AVX512F__)
    const auto whole =
        _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(values))));
#elif defined(__AVX2__)
    const auto whole =
        _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(values))));
#else
    int four;
    __builtin_memcpy(&four, values, sizeof four);
    const auto whole = _mm_cvtepi32_ps(_mm_cvtepu8_epi32(_mm_cvtsi32_si128(four)));
#endif
    return reinterpret_cast<Lanes<float>::Vector>(whole);
}
#endif

/// out[f] = values[f] * scale + offset for the frames of a line.
template <class Value, class Scalar>
RANKSCOPE_INLINE void scaleLine(const Value* values, Scalar scale, Scalar offset, Scalar* out) {
    using L = Lanes<Scalar>;
    RANKSCOPE_UNROLL for (int f = 0; f < lineLength; f += L::width)
        L::store(out + f, widened<Scalar>(values + f) * scale + offset);
}

/// Values from `i` on, `n` of them, of which the turned value k begins at turned + at(k). Unrolled by 16, so
/// that `at` is a constant.
template <int n, class Value, class Scalar, class At>
RANKSCOPE_INLINE void scaleBlock(const ToLines<Value, Scalar>& p, Index i, const Value* turned, At at) {
    // copies: what is written might be a part of p, for all that the compiler knows
    const float *scale = p.scale, *offset = p.offset;
    const int period = p.period;
    Scalar* out = p.out + i * lineLength;
    constexpr int piece = n < 16 ? n : 16;
    if (period == 1) {
        const Scalar factor = scale[0], shift = offset[0];
        for (int first = 0; first < n; first += piece)
            RANKSCOPE_UNROLL for (int k = 0; k < piece; ++k)
                scaleLine(turned + at(first + k), factor, shift, out + (first + k) * lineLength);
        return;
    }
    int channel = static_cast<int>((p.phase + i) % period);
    for (int first = 0; first < n; first += piece) {
        RANKSCOPE_UNROLL for (int k = 0; k < piece; ++k) {
            scaleLine(turned + at(first + k), Scalar(scale[channel]), Scalar(offset[channel]), out);
            out += lineLength;
            channel = channel + 1 == period ? 0 : channel + 1;
        }
    }
}

/// Whole blocks from `i` on; returns where it stopped. What is left of a run that fills a block is done with
/// the last block of the run.
template <int bytes, class Value, class Scalar>
RANKSCOPE_INLINE Index turnBlocks(const ToLines<Value, Scalar>& p, Index i, bool last) {
    using Block = TurnedBlock<Value, bytes>;
    Block block;
    const auto one = [&](Index from) {
        const Value* frames[lineLength];
        for (int f = 0; f < lineLength; ++f) frames[f] = p.in + (f < p.frames ? f : 0) * p.stride + from;
        block.fill(frames);
        scaleBlock<Block::size>(p, from, block.values, Block::at);
    };
    for (; i + Block::size <= p.count; i += Block::size) one(i);
    if (!last || i == p.count || p.count < Block::size) return i;
    one(p.count - Block::size);
    return p.count;
}

template <class Value, class Scalar>
void toLines(const ToLines<Value, Scalar>& p) {
    static_assert(lineLength == 16);
    Index i = turnBlocks<vectorBytes>(p, 0, false);
    i = turnBlocks<16>(p, i, true);
    for (; i < p.count; ++i) {
        Value turned[lineLength];
        for (int f = 0; f < lineLength; ++f) turned[f] = p.in[(f < p.frames ? f : 0) * p.stride + i];
        scaleBlock<1>(p, i, turned, [](int) { return 0; });
    }
    if (p.frames == lineLength) return;
    Scalar* out = p.out; // lanes without a frame have been filled with the first one
    for (i = 0; i < p.count; ++i, out += lineLength)
        for (int f = p.frames; f < lineLength; ++f) out[f] = 0;
}

template <class Scalar>
void fromLines(const FromLines<Scalar>& p) {
    using L = Lanes<Scalar>;
    constexpr int size = L::width; // of a square
    const Scalar* in = p.in;
    Scalar* out = p.out;
    const int *lines = p.lines, *places = p.places;
    const int squares = p.frames == lineLength ? p.count / size : 0;
    for (int f = 0; f < lineLength; f += size)
        for (int i = 0; i < squares * size; i += size) {
            typename L::Vector rows[size];
            RANKSCOPE_UNROLL for (int k = 0; k < size; ++k) rows[k] = L::load(in + lines[i + k] + f);
            turn<size, size>(rows);
            RANKSCOPE_UNROLL for (int k = 0; k < size; ++k) L::store(out + places[f + k] + i, rows[k]);
        }
    for (int i = squares * size; i < p.count; ++i)
        for (int f = 0; f < p.frames; ++f) out[places[f] + i] = in[lines[i] + f];
}

template <class Value, class Scalar>
void scaleValues(const ScaleValues<Value, Scalar>& p) {
    using L = Lanes<Scalar>;
    constexpr int vectors = lineLength / L::width;
    constexpr Index ahead = 2048 / static_cast<Index>(sizeof(Value));
    const Value* in = p.in;
    const Scalar *scale = p.scale, *offset = p.offset;
    Scalar* out = p.out;
    const Index count = p.count;
    const int period = p.period;
    Index i = 0;
    int at = 0;
    typename L::Vector factors[vectors], shifts[vectors];
    const auto take = [&](int from) {
        RANKSCOPE_UNROLL for (int k = 0; k < vectors; ++k) {
            factors[k] = L::load(scale + from + k * L::width);
            shifts[k] = L::load(offset + from + k * L::width);
        }
    };
    const auto line = [&] {
        __builtin_prefetch(in + i + ahead); // what is asked for next, while this is worked on
        RANKSCOPE_UNROLL for (int k = 0; k < vectors; ++k) {
            const auto values = widened<Scalar>(in + i + k * L::width);
            L::store(out + i + k * L::width, values * factors[k] + shifts[k]);
        }
        i += lineLength;
    };
    take(0);
    if (period == lineLength)
        while (i + lineLength <= count) line();
    else
        while (i + lineLength <= count) {
            take(at);
            line();
            at = at + lineLength == period ? 0 : at + lineLength;
        }
    for (; i < count; ++i, ++at) out[i] = static_cast<Scalar>(in[i]) * scale[at] + offset[at];
}

} // namespace

} // namespace rankscope::RANKSCOPE_LEVEL
