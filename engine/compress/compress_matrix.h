// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/block_term_fit.h"
#include "engine/compress/mode_tensor.h"
#include "engine/format/map_value.h"

#include <optional>

namespace rankscope {

/// What a dense matrix is turned into.
struct CompressionTarget {
    /// Format and modes, the first output mode already multiplied by the gates; ranks where there is no
    /// tolerance.
    MapSpec map;
    /// Relative error: ranks are then chosen bond by bond, at most `maxRank` each (TT, Tucker, HT).
    std::optional<double> tolerance;
    Index maxRank = 32;
    SweepLimits sweeps; ///< BT and CP
};

struct Compression {
    MapValue value;
    double error = 0;           ///< ||W - W'||_F / ||W||_F, measured entry by entry
    std::vector<double> errors; ///< where sweeps were made (Tucker, BT, CP): the relative error after each
};

/// Throws Error where a format cannot be fitted to a matrix, or not by a tolerance, naming those that can.
void checkCompressible(const CompressionTarget& target);

/// Compresses a dense matrix (see `modeTensor`; its sizes are those of the target's modes): TT by TT-SVD,
/// Tucker by HOSVD and HOOI, HT by the hierarchical SVD, BT and CP by alternating least squares. Cores are
/// scaled to one rms, as training starts from. A tolerance that needs a higher rank than `maxRank` stops
/// there: compare `error`. The same bits for any number of threads. Throws Error.
template <class Scalar>
Compression compressMatrix(const ModeTensor<Scalar>& w, const CompressionTarget& target, ThreadPool& pool);

} // namespace rankscope
