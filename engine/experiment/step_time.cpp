// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/step_time.h"

#include "engine/experiment/benchmark.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr Index batch = 16, clipFrames = 6;
constexpr int repetitions = 5;

ModelSpec lstm(const char* format, const Shape& in, const Shape& out, Index rank) {
    ModelSpec model;
    model.map.format = format;
    model.map.inModes = in;
    model.map.outModes = out;
    model.map.ranks = {rank};
    return model;
}

StepMeasure measured(const ModelSpec& model, int threads) {
    BenchmarkSpec spec;
    spec.model = model;
    spec.batch = batch;
    spec.frames = clipFrames;
    spec.threads = threads;
    spec.repetitions = repetitions;
    const Index frames = batch * clipFrames;
    const CostReport costs = planCosts(model, frames);
    return {runBenchmark(spec).trainMs.minimum * 1e6, static_cast<double>(frames * model.inputSize()),
            static_cast<double>(frames) * (costs.training + costs.recurrentTraining)};
}

} // namespace

StepRates measureStepRates(int threads) {
    const Shape in{8, 20, 20, 18}, out{4, 4, 4, 4};
    const StepMeasure low = measured(lstm("tt", in, out, 2), threads),
                      high = measured(lstm("tt", in, out, 10), threads);
    return solveStepRates(low, high, measured(lstm("dense", {4096}, {256}, 1), threads));
}

StepRates solveStepRates(const StepMeasure& low, const StepMeasure& high, const StepMeasure& dense) {
    StepRates rates;
    rates.nsPerMac = std::max(1e-6, (high.ns - low.ns) / (high.macs - low.macs));
    rates.nsPerValue = std::max(0.0, (low.ns - rates.nsPerMac * low.macs) / low.values);
    rates.nsPerDenseMac = dense.ns / dense.macs;
    return rates;
}

double expectedStepMs(const StepRates& rates, const ModelSpec& model, const CostReport& costs) {
    const bool dense = model.map.format == "dense";
    const double macs = costs.training + costs.recurrentTraining,
                 values = dense ? 0 : static_cast<double>(model.inputSize());
    return 1e-6 * static_cast<double>(costs.frames) *
           (rates.nsPerValue * values + (dense ? rates.nsPerDenseMac : rates.nsPerMac) * macs);
}

} // namespace rankscope
