// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The line kernels of every SIMD level on the shapes of the published maps: flop/s, beside what multiply-adds
// from registers alone reach. Compare within one run.
#include "engine/base/aligned.h"
#include "engine/kernel/kernels.h"

#include <benchmark/benchmark.h>

using namespace rankscope;

namespace {

struct Shape3 {
    int rows, depth, columns;
};

/// X G4, C1 G3, C2 G2 and C3 G1 of TT-LSTM on UCF11, C2 (C A4) of BT-LSTM, ranks 3 and 7, and U h.
constexpr Shape3 shapes[] = {{400, 18, 16},  {80, 80, 16},  {64, 80, 16},  {64, 32, 16},
                             {128, 288, 16}, {57, 120, 21}, {32, 280, 12}, {64, 256, 16}};

struct Operands {
    AlignedVector<float> a, b, c;
    std::vector<int> aRow, aStep, cRow, cColumn;
    Index rowValues;

    explicit Operands(const Shape3& s)
        : a(static_cast<std::size_t>(s.rows * s.depth * lineLength), 0.5f),
          b(static_cast<std::size_t>(s.depth * s.columns), 0.1f),
          c(static_cast<std::size_t>(s.rows * (s.columns | 1) * lineLength), 0.25f),
          rowValues((s.columns | 1) * lineLength) {
        for (int m = 0; m < s.rows; ++m) {
            aRow.push_back(m * s.depth * lineLength);
            cRow.push_back(static_cast<int>(m * rowValues));
        }
        for (int k = 0; k < s.depth; ++k) aStep.push_back(k * lineLength);
        for (int n = 0; n < s.columns; ++n) cColumn.push_back(n * lineLength);
    }
};

void count(benchmark::State& state, const Shape3& s) {
    state.counters["flop/s"] = benchmark::Counter(2.0 * s.rows * s.depth * s.columns * lineLength *
                                                      static_cast<double>(state.iterations()),
                                                  benchmark::Counter::kIsRate);
}

void lineProduct(benchmark::State& state, SimdLevel level, Shape3 s) {
    Operands o(s);
    for (auto _ : state) {
        kernelsOf(level).single.multiply({o.a.data(), o.aRow.data(), o.aStep.data(), o.b.data(), s.columns,
                                          o.c.data(), o.cRow.data(), o.cColumn.data(), s.rows, s.depth,
                                          s.columns, false});
        benchmark::ClobberMemory();
    }
    count(state, s);
}

void lineGradient(benchmark::State& state, SimdLevel level, Shape3 s) {
    Operands o(s);
    for (auto _ : state) {
        kernelsOf(level).single.gradient({o.a.data(), o.aRow.data(), o.aStep.data(), o.c.data(), o.rowValues,
                                          o.b.data(), s.columns, s.rows, s.depth, s.columns});
        benchmark::ClobberMemory();
    }
    count(state, s);
}

/// The same for single values, with columns as lanes.
struct RowOperands {
    AlignedVector<float> a, b, c;
    std::vector<int> aRow, aStep, cRow, cColumn;
    int columns;

    RowOperands(const Shape3& s, int width)
        : a(static_cast<std::size_t>(s.rows * s.depth), 0.5f),
          columns((s.columns + width - 1) / width * width) {
        b.assign(static_cast<std::size_t>(s.depth * columns), 0.1f);
        c.assign(static_cast<std::size_t>(s.rows * columns), 0.25f);
        for (int m = 0; m < s.rows; ++m) {
            aRow.push_back(m * s.depth);
            cRow.push_back(m * columns);
        }
        for (int k = 0; k < s.depth; ++k) aStep.push_back(k);
        for (int n = 0; n < columns; ++n) cColumn.push_back(n);
    }
};

void countRows(benchmark::State& state, const Shape3& s) {
    state.counters["flop/s"] =
        benchmark::Counter(2.0 * s.rows * s.depth * s.columns * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate);
}

void rowProduct(benchmark::State& state, SimdLevel level, Shape3 s) {
    const auto& kernels = kernelsOf(level).single;
    RowOperands o(s, kernels.width);
    for (auto _ : state) {
        kernels.multiplyRows({o.a.data(), o.aRow.data(), o.aStep.data(), o.b.data(), o.columns, o.c.data(),
                              o.cRow.data(), o.cColumn.data(), o.columns, 1, s.rows, s.depth, o.columns,
                              false});
        benchmark::ClobberMemory();
    }
    countRows(state, s);
}

void rowGradient(benchmark::State& state, SimdLevel level, Shape3 s) {
    const auto& kernels = kernelsOf(level).single;
    RowOperands o(s, kernels.width);
    for (auto _ : state) {
        kernels.rowGradient({o.a.data(), o.aRow.data(), o.aStep.data(), o.c.data(), o.cRow.data(), o.b.data(),
                             o.columns, s.rows, s.depth, o.columns});
        benchmark::ClobberMemory();
    }
    countRows(state, s);
}

void multiplyAdds(benchmark::State& state, SimdLevel level) {
    double flops = 0;
    for (auto _ : state) flops += kernelsOf(level).multiplyAdds();
    state.counters["flop/s"] = benchmark::Counter(flops, benchmark::Counter::kIsRate);
}

} // namespace

int main(int argc, char** argv) {
    for (const SimdLevel level : availableLevels()) {
        const std::string name = nameOf(level) + "/";
        benchmark::RegisterBenchmark((name + "peak").c_str(), multiplyAdds, level);
        for (const Shape3& s : shapes) {
            const std::string size =
                std::to_string(s.rows) + "x" + std::to_string(s.depth) + "x" + std::to_string(s.columns);
            benchmark::RegisterBenchmark((name + "product/" + size).c_str(), lineProduct, level, s);
            benchmark::RegisterBenchmark((name + "gradient/" + size).c_str(), lineGradient, level, s);
            benchmark::RegisterBenchmark((name + "rows/product/" + size).c_str(), rowProduct, level, s);
            benchmark::RegisterBenchmark((name + "rows/gradient/" + size).c_str(), rowGradient, level, s);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
