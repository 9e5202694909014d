// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/compress_matrix.h"
#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "tests/support/small_models.h"

/// Matrices to compress, and what compression made of them.
namespace rankscope::testing {

inline TensorNetwork networkOfMap(const MapSpec& map) {
    return formatNamed(map.format).network(completed(map, 1));
}

/// A matrix that is of a format: random cores multiplied out.
inline std::vector<double> matrixOf(const MapSpec& map, std::uint64_t seed) {
    const TensorNetwork network = networkOfMap(map);
    return denseMatrix(network, randomVector<double>(network.parameters(), seed).data());
}

inline std::vector<double> matrixOf(const MapValue& value) {
    return denseMatrix(networkOfMap(value.spec), value.weights.data());
}

inline std::vector<double> noise(const MapSpec& map, std::uint64_t seed) {
    return randomVector<double>(product(map.inModes) * product(map.outModes), seed);
}

inline Compression compress(const std::vector<double>& matrix, const CompressionTarget& target,
                            int threads = 2) {
    ThreadPool pool(threads);
    return compressMatrix(modeTensor(matrix.data(), target.map.inModes, target.map.outModes, pool), target,
                          pool);
}

inline CompressionTarget to(const MapSpec& map) {
    CompressionTarget target;
    target.map = map;
    return target;
}

} // namespace rankscope::testing
