// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/benchmark.h"

#include "engine/base/error.h"
#include "engine/base/parallel.h"
#include "engine/base/random.h"
#include "engine/model/costs.h"
#include "engine/model/sequence_model.h"
#include "engine/training/optimizer.h"

#include <algorithm>
#include <chrono>

namespace rankscope {

namespace {

constexpr int warmUp = 3;

/// Seconds of `work`, sorted.
template <class Work>
std::vector<double> timed(int repetitions, Work work) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> seconds;
    for (int i = -warmUp; i < repetitions; ++i) {
        const auto begin = Clock::now();
        work();
        if (i >= 0) seconds.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
    }
    std::ranges::sort(seconds);
    return seconds;
}

Timing timing(const std::vector<double>& seconds, double unit) {
    return {seconds[seconds.size() / 2] * unit, seconds.front() * unit};
}

FrameBlock randomFrames(Index size, Index clips, Index time) {
    FrameBlock block;
    block.count = clips * time;
    block.size = size;
    block.clips = clips;
    block.scale = {1 / 74.0f};
    block.offset = {-1.72f};
    block.bytes.resize(static_cast<std::size_t>(block.count * size));
    Random random{1, purpose::synthetic};
    for (std::uint8_t& byte : block.bytes) byte = static_cast<std::uint8_t>(random.below(256));
    return block;
}

/// 10^9 flop/s of multiply-adds on all threads of the pool at once.
double measuredPeak(ThreadPool& pool) {
    constexpr int rounds = 16;
    double best = 0;
    for (int i = 0; i < rounds; ++i) {
        std::vector<double> flops(static_cast<std::size_t>(pool.threads()));
        const auto seconds = timed(1, [&] {
            pool.run(pool.threads(), [&](int piece) { flops[piece] = kernels().multiplyAdds(); });
        });
        double sum = 0;
        for (const double part : flops) sum += part;
        best = std::max(best, sum / seconds.front() * 1e-9);
    }
    return best;
}

} // namespace

BenchmarkReport runBenchmark(const BenchmarkSpec& spec) {
    constexpr Index mostClips = 4096, mostFrames = 1000, mostBytes = Index{1} << 31;
    constexpr int mostRepetitions = 10'000;
    validate(spec.model);
    if (spec.batch < 1 || spec.frames < 1 || spec.repetitions < 1 || spec.batch > mostClips ||
        spec.frames > mostFrames || spec.repetitions > mostRepetitions ||
        spec.batch * spec.frames > mostBytes / spec.model.inputSize())
        throw Error("A benchmark of " + std::to_string(spec.batch) + " clips of " +
                        std::to_string(spec.frames) + " frames, " + std::to_string(spec.repetitions) +
                        " times, is not possible.",
                    "Use 1 to 4096 clips, 1 to 1000 frames, 1 to 10000 times, and 2 GB of frames at most.");
    ModelSpec model = spec.model;
    constexpr Index classes = 11;
    if (model.classes == 0) model.classes = classes;
    const Index count = spec.batch * spec.frames;
    const CostReport costs = planCosts(model, count);
    ThreadPool pool(spec.threads);
    SequenceModel<float> network(model, count, spec.keepBytes);
    const FrameBlock frames = randomFrames(model.inputSize(), spec.batch, spec.frames);
    network.start(1, frames, pool);
    std::vector<std::vector<int>> labels;
    for (Index clip = 0; clip < spec.batch; ++clip)
        labels.push_back({static_cast<int>(clip % model.classes)});

    const TrainingSpec training;
    Optimizer optimizer(training, network.layout());
    AlignedVector<float> gradient;
    constexpr double rate = 1e-4;
    BenchmarkReport report;
    const auto train = timed(spec.repetitions, [&] {
        network.forward(frames, pool, true);
        network.backward(frames, labels, gradient, pool);
        clipByNorm(gradient, training.clip, pool);
        optimizer.update(network.weights(), gradient, rate, pool);
    });
    report.trainMs = timing(train, 1e3);
    report.inferMs = timing(timed(spec.repetitions, [&] { network.forward(frames, pool); }), 1e3);
    const FrameBlock single = randomFrames(model.inputSize(), 1, 1);
    report.frameUs = timing(timed(10 * spec.repetitions, [&] { network.forward(single, pool); }), 1e6);

    report.gflops =
        2e-9 * (costs.training + costs.recurrentTraining) * static_cast<double>(count) / train.front();
    report.peakGflops = measuredPeak(pool);
    report.shareOfLimit = report.gflops / report.peakGflops;
    report.peakActivationBytes = network.activationBytes(count, pool.threads());
    report.simd = nameOf(simdLevel());
    report.threads = pool.threads();
    return report;
}

} // namespace rankscope
