// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/rank_list.h"
#include "tests/support/small_models.h"

#include <Eigen/Core>

/// Small maps of every format with random weights, and their dense matrices.
namespace rankscope::testing {

inline std::vector<std::string> formatIds(bool dense = false) {
    std::vector<std::string> ids;
    for (const Format* format : formats())
        if (dense || format->id() != "dense") ids.push_back(format->id());
    return ids;
}

/// d modes whose pairs have 6, 12, 4, 6 places; every rank is `rank`.
inline MapSpec specOf(const std::string& format, int d, Index rank) {
    MapSpec spec;
    spec.format = format;
    spec.inModes = {3, 4, 2, 2};
    spec.outModes = {2, 3, 2, 3};
    spec.inModes.resize(static_cast<std::size_t>(d));
    spec.outModes.resize(static_cast<std::size_t>(d));
    spec.ranks = {rank};
    spec.tuckerRanks = {rank};
    spec.blocks = rank;
    const RankFields fields = formatNamed(format).rankFields(d);
    if (fields.ranks == 0) spec.ranks.clear();
    if (fields.tucker == 0) spec.tuckerRanks.clear();
    return completed(spec, 1);
}

inline MapValue randomValue(const MapSpec& spec, std::uint64_t seed) {
    return {spec, randomVector<double>(parametersOf(spec), seed)};
}

inline std::vector<double> denseOf(const MapValue& value) {
    return denseMatrix(networkOf(value), value.weights.data());
}

/// The dense W as a matrix whose rows are the mode pairs in `modes` and whose columns are the others.
inline Matrix unfolding(const MapValue& value, const std::vector<std::size_t>& modes) {
    const auto dense = denseOf(value);
    const Shape &in = value.spec.inModes, &out = value.spec.outModes;
    const std::size_t d = in.size();
    Index rows = 1, columns = 1;
    for (std::size_t k = 0; k < d; ++k)
        (std::ranges::find(modes, k) != modes.end() ? rows : columns) *= in[k] * out[k];
    Matrix matrix(rows, columns);
    const Index inputs = product(in), outputs = product(out);
    for (Index j = 0; j < outputs; ++j)
        for (Index i = 0; i < inputs; ++i) {
            Index row = 0, column = 0, restJ = j, restI = i, afterJ = outputs, afterI = inputs;
            for (std::size_t k = 0; k < d; ++k) {
                afterJ /= out[k];
                afterI /= in[k];
                const Index pair = (restI / afterI) * out[k] + restJ / afterJ;
                restI %= afterI;
                restJ %= afterJ;
                Index& place = std::ranges::find(modes, k) != modes.end() ? row : column;
                place = place * in[k] * out[k] + pair;
            }
            matrix(row, column) = dense[static_cast<std::size_t>(j * inputs + i)];
        }
    return matrix;
}

} // namespace rankscope::testing
