// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/network/map_product.h"

#include <cmath>

/// Frames for maps and what plain matrix products make of them.
namespace rankscope::testing {

/// Relative, of the whole.
inline double difference(const auto& a, const AlignedVector<double>& b) {
    double squares = 0, all = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        squares += (a[i] - b[i]) * (a[i] - b[i]);
        all += b[i] * b[i];
    }
    return std::sqrt(squares / all);
}

/// Channel last, of three channels.
inline FrameBlock bytePixels(const TensorNetwork& network, Index frames) {
    Random random{4};
    FrameBlock x;
    x.count = frames;
    x.size = network.inputSize();
    x.scale = {0.01f, 0.02f, 0.03f};
    x.offset = {-1, 0, 1};
    for (Index i = 0; i < x.count * x.size; ++i)
        x.bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
    return x;
}

/// Channel first, and with dropout.
inline FrameBlock floatPlanes(const TensorNetwork& network, Index frames) {
    FrameBlock x = bytePixels(network, frames);
    x.values.assign(x.bytes.begin(), x.bytes.end());
    x.bytes.clear();
    x.channelRun = (x.size + 2) / 3;
    x.dropout = 0.3;
    x.clips = frames;
    x.dropoutKey = 5;
    return x;
}

struct MatrixResult {
    AlignedVector<double> out, gradient;
};

/// Plain matrix products over the plan that is best for the frames.
inline MatrixResult byMatrices(const TensorNetwork& network, const FrameBlock& x,
                               const AlignedVector<double>& weights,
                               const AlignedVector<double>& outGradient) {
    ThreadPool pool(2);
    const Index outputs = network.outputSize();
    const auto plan = ContractionPlan::optimal(network, x.count);
    WeightProducts<double> products(network, plan);
    MatrixPass<double> matrices(network, plan, products, false, 1e12);
    MatrixResult result;
    result.out.resize(outGradient.size());
    result.gradient.resize(weights.size());
    products.prepare(weights.data());
    matrices.prepare(products, weights.data());
    matrices.forward(x, products, weights.data(), result.out.data(), outputs, pool, true);
    matrices.backward(x, products, weights.data(), outGradient.data(), outputs, result.gradient.data(), pool);
    products.backward(weights.data(), result.gradient.data());
    return result;
}

} // namespace rankscope::testing
