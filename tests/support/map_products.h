// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/map_product.h"
#include "tests/support/small_models.h"

#include <QList>
#include <QString>
#include <QTest>

/// Maps, frames for them and what plain matrix products make of both.
namespace rankscope::testing {

/// With one rank everywhere.
inline TensorNetwork mapNetwork(const QString& format, const QList<int>& inModes, const QList<int>& outModes,
                                int rank, int blocks) {
    MapSpec spec;
    spec.format = format.toStdString();
    spec.inModes.assign(inModes.begin(), inModes.end());
    spec.outModes.assign(outModes.begin(), outModes.end());
    spec.ranks = {rank};
    spec.tuckerRanks = {rank};
    spec.blocks = blocks;
    return formatNamed(spec.format).network(completed(spec, 1));
}

/// The columns of a table of such maps, and the map of its present row.
inline void addMapColumns() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QList<int>>("inModes");
    QTest::addColumn<QList<int>>("outModes");
    QTest::addColumn<int>("rank");
    QTest::addColumn<int>("blocks");
}
inline TensorNetwork fetchedMap() {
    QFETCH(QString, format);
    QFETCH(QList<int>, inModes);
    QFETCH(QList<int>, outModes);
    QFETCH(int, rank);
    QFETCH(int, blocks);
    return mapNetwork(format, inModes, outModes, rank, blocks);
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
    std::vector<double> out, gradient;
};

/// Plain matrix products over the plan that is best for the frames.
inline MatrixResult byMatrices(const TensorNetwork& network, const FrameBlock& x,
                               const std::vector<double>& weights, const std::vector<double>& outGradient) {
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
