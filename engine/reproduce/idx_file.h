// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// The IDX format of the MNIST digits: two zero bytes, the type of the values, the number of dimensions, each
/// size in four bytes (big end first), then the values; often compressed by gzip.
namespace rankscope {

/// Whole numbers of one byte, the last index fastest.
struct IdxArray {
    std::vector<std::size_t> sizes;
    std::vector<std::uint8_t> values;
};

/// Reads a plain or a gzip file. Memory is taken for bytes that are there, never for what a header claims.
/// Throws Error naming the file: another type or more than 4 dimensions, more or fewer values than the sizes
/// say, more than 1 GB, damaged compression.
IdxArray readIdx(const std::filesystem::path& path);

/// The same from the bytes of an uncompressed file; `name` is what messages call it.
IdxArray parseIdx(std::vector<std::uint8_t> bytes, const std::string& name);

} // namespace rankscope
