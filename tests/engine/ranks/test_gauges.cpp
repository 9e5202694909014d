// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/ranks/choose_ranks.h"
#include "engine/ranks/gauges.h"
#include "engine/ranks/tree.h"
#include "tests/engine/ranks/small_values.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

namespace {

/// A batch of frames and the gradient of a loss over the map's output.
struct Gradient {
    explicit Gradient(const MapValue& map)
        : outputs(product(map.spec.outModes)),
          frames(randomFrames(product(map.spec.inModes), 3, 4, 5)),
          values(randomVector<float>(12 * (outputs + 2), 6)) {}
    OutputGradient view() const { return {&frames, values.data(), outputs + 2}; }
    /// dL/dW [J, I].
    Matrix dense() const {
        Matrix d = Matrix::Zero(outputs, frames.size);
        for (Index f = 0; f < frames.count; ++f)
            for (Index j = 0; j < outputs; ++j)
                for (Index i = 0; i < frames.size; ++i)
                    d(j, i) += double(values[static_cast<std::size_t>(f * (outputs + 2) + j)]) *
                               double(frames.values[static_cast<std::size_t>(f * frames.size + i)]);
        return d;
    }
    Index outputs;
    FrameBlock frames;
    std::vector<float> values;
};

double inner(const Matrix& a, const std::vector<double>& b) {
    return Eigen::Map<const Vector>(a.data(), a.size()).dot(Eigen::Map<const Vector>(b.data(), a.size()));
}

} // namespace

class TestGauges : public QObject {
    Q_OBJECT
private slots:
    void shrinkingCostsWhatTheGaugeSays() {
        ThreadPool pool(1);
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 3), 6);
            for (const Gauge& gauge : gaugesOf({value}, {}, pool)) {
                QVERIFY(gauge.gains.empty());
                const bool ring = !isTree(networkOf(value)) && gauge.field.kind != RankKind::Blocks;
                QCOMPARE(gauge.cost.has_value(), !ring);
                if (ring) continue;
                const MapSpec smaller = withRank(value.spec, gauge.field, gauge.rank - 1);
                const MapValue rounded = RankChange(value, smaller, 1).value();
                const double after = testing::relativeDifference(denseOf(rounded), denseOf(value));
                QVERIFY(std::abs(*gauge.cost - after) < 1e-6);
                QCOMPARE(gauge.saved, Index(value.weights.size() - rounded.weights.size()));
            }
        }
    }

    /// The merged gradient is dL/dM: brute force over every entry of M.
    void gainsAreSingularValuesOfTheMergedGradient() {
        ThreadPool pool(1);
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 2), 6);
            const Gradient gradient(value);
            const Matrix dense = gradient.dense();
            const TensorNetwork network = networkOf(value);
            const int blocks = termEdge(network);
            for (const Gauge& gauge : gaugesOf({value}, {gradient.view()}, pool)) {
                if (gauge.field.kind == RankKind::Blocks || gauge.gains.empty()) continue;
                // a slice more on both cores with unit entries at one place of each: W changes by dW, and the
                // entry of dL/dM is <dL/dW, dW>
                const auto [a, b] = endsOf(network, gauge.field.edge);
                const MapSpec larger = withRank(value.spec, gauge.field, gauge.rank + 1);
                const TensorNetwork grownNetwork = networkOf({larger, {}});
                MapValue zero{larger,
                              std::vector<double>(static_cast<std::size_t>(parametersOf(larger)), 0.0)};
                const auto grown = tensorsOf(grownNetwork, RankChange(value, larger, 1).value().weights);
                const Index blockCount = blocks < 0 ? 1 : value.spec.blocks;
                double squares = 0;
                for (Index n = 0; n < blockCount; ++n) {
                    std::vector<Index> places[2]; // entries of the new slices of this block
                    for (const int end : {a, b}) {
                        const Tensor& core = grown[static_cast<std::size_t>(end)];
                        for (Index entry = 0; entry < Index(core.values.size()); ++entry) {
                            Index rest = entry;
                            bool wanted = true;
                            for (std::size_t axis = core.shape.size(); axis-- > 0;) {
                                const Index index = rest % core.shape[axis];
                                rest /= core.shape[axis];
                                if (core.edges[axis] == gauge.field.edge)
                                    wanted = wanted && index == gauge.rank;
                                if (core.edges[axis] == blocks) wanted = wanted && index == n;
                            }
                            if (wanted) places[end == a ? 0 : 1].push_back(entry);
                        }
                    }
                    Matrix d(Index(places[0].size()), Index(places[1].size()));
                    for (Index row = 0; row < d.rows(); ++row)
                        for (Index column = 0; column < d.cols(); ++column) {
                            auto cores = grown;
                            for (Tensor* core :
                                 {&cores[static_cast<std::size_t>(a)], &cores[static_cast<std::size_t>(b)]})
                                std::ranges::fill(core->values, 0.0);
                            cores[static_cast<std::size_t>(a)]
                                .values[static_cast<std::size_t>(places[0][static_cast<std::size_t>(row)])] =
                                1;
                            cores[static_cast<std::size_t>(b)].values[static_cast<std::size_t>(
                                places[1][static_cast<std::size_t>(column)])] = 1;
                            d(row, column) = inner(dense, denseOf({larger, weightsOf(grownNetwork, cores)}));
                        }
                    squares += std::pow(thinSvd(d).s(0), 2);
                }
                QVERIFY2(std::abs(gauge.gains[0] - std::sqrt(squares)) < 1e-4 * std::sqrt(squares),
                         qPrintable(QString("%1 %2: %3 %4")
                                        .arg(format.c_str(), gauge.field.name.c_str())
                                        .arg(gauge.gains[0])
                                        .arg(std::sqrt(squares))));
                QCOMPARE(gauge.added, parametersOf(larger) - parametersOf(value.spec));
            }
        }
    }

    void aBlocksGainIsAChangeThatABlockCanMake() {
        ThreadPool pool(1);
        const MapValue value = randomValue(specOf("cp", 2, 2), 6);
        const Gradient gradient(value);
        // over two mode pairs the largest rank-one part is the leading singular value
        const Matrix d = gradient.dense();
        const std::vector<double> flat(d.data(), d.data() + d.size());
        const double expected = thinSvd(unfolding({specOf("dense", 2, 1), flat}, {0})).s(0);
        QVERIFY(std::abs(blockGradient(value, gradient.view(), pool) - expected) < 0.05 * expected);
        QVERIFY(blockGradient(value, gradient.view(), pool) < 1.0001 * expected);
    }

    void directionsMakeTheGradientOfNewEntriesLargest() {
        ThreadPool pool(1);
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 2), 6);
            const Gradient gradient(value);
            const std::vector<double> d = [&] {
                const Matrix dense = gradient.dense();
                return std::vector<double>(dense.data(), dense.data() + dense.size());
            }();
            for (const RankField& field : ranksOf(value.spec)) {
                if (field.kind == RankKind::Blocks) continue;
                const MapSpec larger = withRank(value.spec, field, 3);
                const auto directions = gradientDirections(value, larger, gradient.view(), pool);
                QVERIFY(directions.contains(field.edge));
                // norm of dL/d(new entries of the first core) by finite differences: L = <D, W> is linear in
                // it
                const auto newGradient = [&](const RankChange& change) {
                    const auto base = denseOf(change.value());
                    double squares = 0, others = 0;
                    const TensorNetwork network = networkOf(change.value());
                    const auto first = static_cast<std::size_t>(endsOf(network, field.edge).first);
                    Index begin = 0;
                    for (std::size_t core = 0; core < first; ++core)
                        begin += network.parameters(static_cast<int>(core));
                    const Index end = begin + network.parameters(static_cast<int>(first));
                    for (Index i = 0; i < Index(change.origin().size()); ++i) {
                        if (change.origin()[static_cast<std::size_t>(i)] >= 0) continue;
                        MapValue moved = change.value();
                        if (i < begin || i >= end) {
                            others += std::pow(moved.weights[static_cast<std::size_t>(i)], 2);
                            continue;
                        }
                        moved.weights[static_cast<std::size_t>(i)] += 1;
                        const auto after = denseOf(moved);
                        double slope = 0;
                        for (std::size_t k = 0; k < d.size(); ++k) slope += d[k] * (after[k] - base[k]);
                        squares += slope * slope;
                    }
                    return std::sqrt(squares / others); // of unit directions
                };
                const RankChange led(value, larger, 1, directions), drawn(value, larger, 1);
                QVERIFY(testing::relativeDifference(denseOf(led.value()), denseOf(value)) < 1e-12);
                QVERIFY(newGradient(led) >= newGradient(drawn));
            }
        }
    }

    /// The merged cores of the first bond have 4 million values in each of 20 blocks: more than are formed.
    void aGradientTooLargeLeavesTheOtherGauges() {
        ThreadPool pool(1);
        MapSpec spec;
        spec.format = "bt";
        spec.inModes = {64, 2, 2};
        spec.outModes = {64, 16, 16};
        spec.tuckerRanks = {2, 31, 31};
        spec.blocks = 20;
        const MapValue value = randomValue(spec, 6);
        const Gradient gradient(value);
        std::vector<RankField> unknown;
        for (const Gauge& gauge : gaugesOf({value}, {gradient.view()}, pool))
            if (gauge.gains.empty()) unknown.push_back(gauge.field);
        QCOMPARE(unknown.size(), std::size_t{1});
        QCOMPARE(unknown[0].name, std::string("R1"));
        QVERIFY_EXCEPTION_THROWN(mergedGradient(value, unknown[0].edge, gradient.view(), pool), Error);
    }

    void greedyAnswersKeepTheirPromises() {
        ThreadPool pool(1);
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 3), 6);
            const Gradient gradient(value);
            const auto gauges = gaugesOf({value}, {gradient.view()}, pool);
            std::stop_source stop;
            stop.request_stop();
            QVERIFY_EXCEPTION_THROWN(gaugesOf({value}, {gradient.view()}, pool, {}, stop.get_token()),
                                     Cancelled);
            const Index present = parametersOf(value.spec);
            for (const Index more : {0, 20, 60}) {
                const Index spent = parametersOf(ranksToSpend({value}, gauges, more)) - present;
                QVERIFY(spent >= 0 && spent <= more);
            }
            const auto path = shrinkPath({value});
            for (std::size_t i = 1; i < path.size(); ++i)
                QVERIFY(parametersOf(path[i]) < parametersOf(path[i - 1]));
            if (path.size() == 1) {
                QVERIFY_EXCEPTION_THROWN(ranksForBudget({value}, present - 1), Error);
                continue;
            }
            const MapSpec fewer = ranksForBudget({value}, present - 10);
            QVERIFY(parametersOf(fewer) <= present - 10);
            QVERIFY_EXCEPTION_THROWN(ranksForBudget({value}, 5), Error);
            for (const double tolerance : {0.0, 0.3, 0.9}) {
                const MapSpec chosen = ranksForTolerance({value}, tolerance);
                QVERIFY(relativeDifference(value, RankChange(value, chosen, 1).value()) <= tolerance + 1e-12);
            }
        }
        // the first step is the cheapest by brute force where one bond alone tells its error
        const MapValue value = randomValue(specOf("tt", 4, 3), 8);
        double least = INFINITY;
        MapSpec best;
        for (const RankField& field : ranksOf(value.spec)) {
            const MapSpec smaller = withRank(value.spec, field, 2);
            const double error =
                testing::relativeDifference(denseOf(RankChange(value, smaller, 1).value()), denseOf(value));
            const double cost = error * error / double(parametersOf(value.spec) - parametersOf(smaller));
            if (cost < least) {
                least = cost;
                best = smaller;
            }
        }
        QVERIFY(shrinkPath({value})[1] == best);
    }

    void leadingValuesOfLargeMatrices() {
        const auto drawn = randomVector<double>(500 * 300, 3);
        const Matrix a = Eigen::Map<const Matrix>(drawn.data(), 500, 300);
        const Leading leading = leadingOf(a, 3);
        const Svd svd = thinSvd(a);
        QVERIFY(std::abs(leading.values(0) - svd.s(0)) < 5e-3 * svd.s(0)); // random: hardly any gaps
        QVERIFY((leading.right * leading.right.transpose() - Matrix::Identity(3, 3)).norm() < 1e-10);
        Matrix low =
            svd.u.leftCols(3) * Vector(Eigen::Vector3d(5, 3, 1)).asDiagonal() * svd.v.leftCols(3).transpose();
        QVERIFY((leadingOf(low, 3).values - Vector(Eigen::Vector3d(5, 3, 1))).norm() < 1e-10);
    }
};

QTEST_APPLESS_MAIN(TestGauges)
#include "test_gauges.moc"
