// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one source of all SIMD levels: included by each level_*.cpp, which names its namespace and what its
// vectors can hold. It calls nothing inline from outside, not even std::min: a function compiled here for a
// newer processor must never serve an older one.
#define EIGEN_DONT_PARALLELIZE
// Eigen's shorter way for small products rounds differently by where in memory the result begins: never taken.
#define EIGEN_GEMM_TO_COEFFBASED_THRESHOLD 0
#define Eigen RANKSCOPE_EIGEN // Eigen's inline functions too get a namespace of the level
#include "engine/kernel/rows.h"
#include "engine/kernel/tiles.h"
#include "engine/kernel/turn.h"

#include <Eigen/Core>

namespace rankscope::RANKSCOPE_LEVEL {

namespace {

/// Few columns in tiles of our own, else Eigen, compiled for this level in a namespace of its own.
template <class Scalar>
void matrixProduct(const MatrixProduct<Scalar>& p) {
    if (p.cColumn != 1) { // the transposed product, whose result is row-major
        matrixProduct<Scalar>({p.b, p.bColumn, p.bRow, p.a, p.aColumn, p.aRow, p.c, p.cColumn, p.cRow,
                               p.columns, p.depth, p.rows, p.add});
        return;
    }
    if (isSkinny(p)) {
        multiplySkinny<vectorBytes>(p);
        return;
    }
    using RowMajor = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Stride = Eigen::OuterStride<>;
    using Input = Eigen::Map<const RowMajor, 0, Stride>;
    Eigen::Map<RowMajor, 0, Stride> c(p.c, p.rows, p.columns, Stride(p.cRow));
    const auto times = [&](const auto& a) {
        const auto store = [&](const auto& b) {
            if (p.add)
                c.noalias() += a * b;
            else
                c.noalias() = a * b;
        };
        if (p.bColumn == 1)
            store(Input(p.b, p.depth, p.columns, Stride(p.bRow)));
        else
            store(Input(p.b, p.columns, p.depth, Stride(p.bColumn)).transpose());
    };
    if (p.aColumn == 1)
        times(Input(p.a, p.rows, p.depth, Stride(p.aRow)));
    else
        times(Input(p.a, p.depth, p.rows, Stride(p.aColumn)).transpose());
}

void adam(const AdamStep& p) {
    float* __restrict weights = p.weights;
    float* __restrict first = p.first;
    float* __restrict second = p.second;
    const float* __restrict gradient = p.gradient;
    const float beta1 = p.beta1, beta2 = p.beta2, epsilon = p.epsilon;
    const float rate = p.rate, correction = p.correction, keep = p.keep;
    for (Index i = 0; i < p.count; ++i) {
        const float g = gradient[i];
        const float m = beta1 * first[i] + (1 - beta1) * g;
        const float v = beta2 * second[i] + (1 - beta2) * g * g;
        first[i] = m;
        second[i] = v;
        weights[i] = keep * weights[i] - rate * m / (__builtin_sqrtf(v) * correction + epsilon);
    }
}

/// Independent chains of multiply-adds from registers, long enough for a clock to measure; returns flops.
double multiplyAdds() {
    using L = Lanes<float>;
    using Vector = L::Vector;
    constexpr int chains = 12, rounds = 1 << 16;
    Vector x = Vector{} + 0.999f;
    const Vector y = Vector{} + 0.001f;
    Vector a0 = y, a1 = a0 + y, a2 = a1 + y, a3 = a2 + y, a4 = a3 + y, a5 = a4 + y, a6 = a5 + y, a7 = a6 + y,
           a8 = a7 + y, a9 = a8 + y, a10 = a9 + y,
           a11 = a10 + y; // different, or the compiler keeps one chain
    for (int i = 0; i < rounds; ++i) {
        a0 = a0 * x + y, a1 = a1 * x + y, a2 = a2 * x + y, a3 = a3 * x + y;
        a4 = a4 * x + y, a5 = a5 * x + y, a6 = a6 * x + y, a7 = a7 * x + y;
        a8 = a8 * x + y, a9 = a9 * x + y, a10 = a10 * x + y, a11 = a11 * x + y;
        asm volatile("" : "+x"(x)); // a new x each round: nothing can be computed beforehand
    }
    float all[L::width];
    L::store(all, a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    volatile float used = all[0];
    (void)used;
    return 2.0 * chains * rounds * L::width;
}

template <class Scalar>
constexpr ScalarKernels<Scalar> scalarKernels() {
    return {matrixProduct<Scalar>,
            multiply<Scalar>,
            gradient<Scalar>,
            multiplyRows<Scalar>,
            rowGradient<Scalar>,
            Lanes<Scalar>::width,
            toLines<std::uint8_t, Scalar>,
            toLines<float, Scalar>,
            fromLines<Scalar>,
            scaleValues<std::uint8_t, Scalar>,
            scaleValues<float, Scalar>};
}

} // namespace

const Kernels& table() {
    static constexpr Kernels kernels{scalarKernels<float>(), scalarKernels<double>(), adam, multiplyAdds};
    return kernels;
}

} // namespace rankscope::RANKSCOPE_LEVEL
