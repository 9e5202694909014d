// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/cache_file.h"
#include "engine/data/hash.h"

#include <array>

/// The bytes of a cache file, for its reader and its writer: a header page; frames, each followed by its
/// checksum; the index, a row a clip and then the reasons of those without frames.
namespace rankscope::cacheformat {

inline constexpr std::uint64_t headerBytes = 4096;
inline constexpr std::uint64_t maxIndexBytes = std::uint64_t{256} << 20;
inline constexpr std::array<char, 8> magic{'R', 'S', 'F', 'R', 'A', 'M', 'E', 'S'};

struct Header {
    std::array<char, 8> name = magic;
    std::uint32_t version = 2, width = 0, height = 0, clips = 0;
    std::uint64_t key = 0, frames = 0, indexBytes = 0, indexHash = 0, hash = 0;

    std::uint64_t expectedHash() const {
        return Hash()
            .add(std::uint64_t{version} << 32 | clips)
            .add(std::uint64_t{width} << 32 | height)
            .add(key)
            .add(frames)
            .add(indexBytes)
            .add(indexHash)
            .word();
    }
};

struct IndexRow {
    std::uint64_t first = 0;
    std::uint32_t frames = 0, reasonBytes = 0;
};

/// What one frame takes in the file.
inline std::uint64_t recordBytes(const CacheShape& shape) {
    return shape.frameBytes() + sizeof(std::uint64_t);
}

inline std::uint64_t placeOf(std::uint64_t frame, const CacheShape& shape) {
    return headerBytes + frame * recordBytes(shape);
}

/// Of a frame and its place, so that frames changed for each other do not pass.
inline std::uint64_t checksumOf(std::span<const std::uint8_t> frame, std::uint64_t number) {
    return checksum(frame) ^ Hash().add(number).word();
}

} // namespace rankscope::cacheformat
