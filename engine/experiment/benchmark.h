// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"
#include "engine/network/map_product.h"

namespace rankscope {

/// What is timed: training steps and inference of one model on random frames.
struct BenchmarkSpec {
    ModelSpec model;
    Index batch = 16; ///< clips
    Index frames = 6; ///< of a clip
    int threads = 1;  ///< 0 = one per core
    int repetitions = 20;
    double keepBytes = MapProduct<float>::defaultKeepBytes; ///< see MapProduct
};

/// Milliseconds of one kind of work.
struct Timing {
    double median = 0, minimum = 0;
};

struct BenchmarkReport {
    Timing trainMs;          ///< forward, backward, clipping and update of one batch
    Timing inferMs;          ///< forward of one batch
    Timing frameUs;          ///< microseconds: forward of one clip of one frame
    double gflops = 0;       ///< of a training step: what its optimal trees need, over the least time
    double peakGflops = 0;   ///< measured: multiply-adds from registers, on as many threads
    double shareOfLimit = 0; ///< gflops / peakGflops
    double peakActivationBytes =
        0;            ///< of the map: kept from forward to backward, and what the threads work in
    std::string simd; ///< level of the kernels
    int threads = 1;
};

/// Runs it: a few steps to warm up, then `repetitions` of each kind. Throws Error where the spec is not
/// valid.
BenchmarkReport runBenchmark(const BenchmarkSpec& spec);

} // namespace rankscope
