// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/block_term_sweep.h"

#include <cstdint>

namespace rankscope {

/// How alternating least squares is started and ended.
struct SweepLimits {
    int starts = 3;       ///< one from singular vectors, the others at random
    int trialSweeps = 20; ///< of each start; the best goes on
    int sweeps = 300;     ///< at most, of the best
    std::uint64_t seed = 1;
    Index projectedValues = Index{1} << 19; ///< a tensor with more than twice as many is projected first
};

struct BlockTermFit {
    BlockTerms terms;
    std::vector<double>
        errors; ///< ||X - X'|| / ||X|| after each sweep of the best start, measured; they never rise
};

/// Fits N blocks of Tucker ranks R_1..R_d (all 1: CP) to a tensor by alternating least squares. Ends where a
/// sweep gains less than 1e-4 of the squared error, or of what is explained, three times running, or at the
/// most sweeps. A large tensor is first projected on its leading singular vectors, at least N*R_k of them a
/// mode (Carroll, Pruzansky, Kruskal 1980; Bro and Andersson 1998); the result is then polished by a few
/// sweeps on the whole tensor.
template <class Scalar>
BlockTermFit fitBlockTerms(const ModeTensor<Scalar>& x, Index blocks, const Shape& ranks,
                           const SweepLimits& limits, ThreadPool& pool);

} // namespace rankscope
