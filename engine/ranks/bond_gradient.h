// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/format/map_value.h"
#include "engine/network/frame_block.h"
#include "engine/ranks/rank_change.h"

/// Which way the loss wants a map to grow, from one batch.
namespace rankscope {

/// The gradient of the loss over W X on one batch, of one map.
struct OutputGradient {
    const FrameBlock* frames = nullptr;
    const float* values = nullptr; ///< [frames, stride], of which the map's outputs come first
    Index stride = 0;
};

/// dL/dM of each block for the product M of the two cores that a bond joins, as a matrix [other axes of the
/// first core, other axes of the second]. A new slice of both cores adds an outer product to M: its largest
/// gradient is the leading singular value. Axes that both cores have (the other bond of a ring of two) are
/// left out.
std::vector<Matrix> mergedGradient(const MapValue& map, int bond, const OutputGradient& gradient,
                                   ThreadPool& pool);

/// The leading singular values of `a` and their right vectors as rows, at most `count` (subspace iteration
/// with a fixed start; full decomposition of small matrices).
struct Leading {
    Vector values;
    Matrix right; ///< [count, columns]
};
Leading leadingOf(const Matrix& a, Index count);

/// For every bond of `map` that is larger in `wanted` the leading right singular vectors of its merged
/// gradient. Bonds that shrink with others, and blocks, grow at random.
GrowthDirections gradientDirections(const MapValue& map, const MapSpec& wanted,
                                    const OutputGradient& gradient, ThreadPool& pool);

/// Size of the largest rank-one part of dL/dW over the mode pairs, what a new block can begin with: a lower
/// bound by alternating maximisation (De Lathauwer, De Moor, Vandewalle 2000), W never formed.
double blockGradient(const MapValue& map, const OutputGradient& gradient, ThreadPool& pool);

} // namespace rankscope
