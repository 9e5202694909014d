// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Forward and gradient of whole maps: frames and columns as lanes beside blocked matrix products (Eigen) over
// the same plan. Compare within one run.
#include "engine/base/random.h"
#include "engine/format/format.h"
#include "engine/network/map_product.h"

#include <benchmark/benchmark.h>

using namespace rankscope;

namespace {

struct Case {
    const char* name;
    MapSpec spec;
    Index gates;
};

const Case cases[] = {
    {"UCF11 TT-LSTM r=4", {"tt", {8, 20, 20, 18}, {4, 4, 4, 4}, {4}, {}, 1}, 4},
    {"UCF11 TT-LSTM r=8", {"tt", {8, 20, 20, 18}, {4, 4, 4, 4}, {8}, {}, 1}, 4},
    {"UCF11 TT-LSTM r=16", {"tt", {8, 20, 20, 18}, {4, 4, 4, 4}, {16}, {}, 1}, 4},
    {"Hollywood2 TT-LSTM r=4", {"tt", {10, 18, 13, 30}, {4, 4, 4, 4}, {4}, {}, 1}, 4},
    {"YouTube TT-GRU r=4", {"tt", {4, 20, 20, 36}, {4, 4, 4, 4}, {4}, {}, 1}, 3},
    {"TT d=3 r=3,7", {"tt", {36, 40, 40}, {8, 4, 8}, {3, 7}, {}, 1}, 4},
    {"BT N=2 R=4", {"bt", {8, 20, 20, 18}, {4, 4, 4, 4}, {}, {4}, 2}, 4},
    {"BT N=5 R=2", {"bt", {8, 20, 20, 18}, {4, 4, 4, 4}, {}, {2}, 5}, 4},
    {"BT d=3 N=3 R=3", {"bt", {36, 40, 40}, {8, 4, 8}, {}, {3}, 3}, 4},
    {"CP N=32", {"cp", {8, 20, 20, 18}, {4, 4, 4, 4}, {}, {}, 32}, 4},
    {"TR r=5", {"tr", {8, 20, 20, 18}, {4, 4, 4, 4}, {5}, {}, 1}, 4},
    {"HT r=4", {"ht", {8, 20, 20, 18}, {4, 4, 4, 4}, {4}, {}, 1}, 4},
};

constexpr Index frames = 96;

struct Setting {
    TensorNetwork network;
    FrameBlock x;
    AlignedVector<float> weights, out, gradient;
    ThreadPool pool{1};

    explicit Setting(const Case& c) {
        MapSpec spec = completed(c.spec, c.gates);
        spec.outModes[0] *= c.gates;
        network = formatNamed(spec.format).network(spec);
        Random random{1};
        x.count = frames;
        x.size = network.inputSize();
        for (Index i = 0; i < frames * x.size; ++i)
            x.bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
        for (Index i = 0; i < network.parameters(); ++i)
            weights.push_back(static_cast<float>(random.uniform(-0.1, 0.1)));
        out.resize(static_cast<std::size_t>(frames * network.outputSize()), 0.01f);
        gradient.resize(weights.size());
    }
};

void count(benchmark::State& state, const ContractionPlan& plan) {
    state.counters["flop/s"] = benchmark::Counter(2.0 * plan.trainingMacsPerFrame() * frames *
                                                      static_cast<double>(state.iterations()),
                                                  benchmark::Counter::kIsRate);
}

void lanes(benchmark::State& state, const Case& c, LanesOf of) {
    Setting s(c);
    MapProduct<float> map(s.network, frames, MapProduct<float>::defaultKeepBytes, of);
    for (auto _ : state) {
        map.forward(s.x, s.weights.data(), s.out.data(), s.network.outputSize(), s.pool, true);
        map.backward(s.x, s.weights.data(), s.out.data(), s.network.outputSize(), s.gradient.data(), s.pool);
    }
    count(state, map.plan());
}

void matrices(benchmark::State& state, const Case& c) {
    Setting s(c);
    const auto plan = ContractionPlan::optimal(s.network, frames);
    WeightProducts<float> products(s.network, plan);
    MatrixPass<float> pass(s.network, plan, products, false, 1e12);
    for (auto _ : state) {
        products.prepare(s.weights.data());
        pass.prepare(products, s.weights.data());
        pass.forward(s.x, products, s.weights.data(), s.out.data(), s.network.outputSize(), s.pool, true);
        pass.backward(s.x, products, s.weights.data(), s.out.data(), s.network.outputSize(),
                      s.gradient.data(), s.pool);
        products.backward(s.weights.data(), s.gradient.data());
    }
    count(state, plan);
}

} // namespace

int main(int argc, char** argv) {
    for (const Case& c : cases) {
        benchmark::RegisterBenchmark((std::string("frames/") + c.name).c_str(), lanes, c, LanesOf::Frames)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark((std::string("columns/") + c.name).c_str(), lanes, c, LanesOf::Columns)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark((std::string("matrices/") + c.name).c_str(), matrices, c)
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
