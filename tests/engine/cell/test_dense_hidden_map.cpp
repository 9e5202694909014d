// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/dense_hidden_map.h"
#include "engine/model/parameters.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <type_traits>

using namespace rankscope;

namespace {

ModelSpec dense(CellKind cell, Index hidden) {
    ModelSpec spec = testing::smallModel("tt", cell);
    spec.map.outModes = {hidden / 4, 2, 2};
    return spec;
}

/// A map with random weights and operands for so many rows.
template <class Scalar>
struct Operands {
    Operands(CellKind cell, Index hidden, Index rowCount)
        : map(dense(cell, hidden)), j(hidden), rows(rowCount), columns(gateCount(cell) * hidden) {
        ParameterLayout layout;
        map.addParameters(layout);
        weights = testing::randomVector<Scalar>(layout.size, 1, 1);
        h = testing::randomVector<Scalar>(rows * j, 2, 1);
        reset = testing::randomVector<Scalar>(rows * j, 3, 1);
        a = testing::randomVector<Scalar>(rows * columns, 4, 1);
        map.prepare(weights.data(), pool);
        for (const int gates : recurrentGroups(cell))
            ends.push_back((ends.empty() ? 0 : ends.back()) + gates * j);
    }
    Index begin(std::size_t group) const { return group == 0 ? 0 : ends[group - 1]; }
    const Scalar* operand(std::size_t group) const { return (group == 0 ? h : reset).data(); }

    DenseHiddenMap<Scalar> map;
    ThreadPool pool{2};
    Index j, rows, columns;
    std::vector<Index> ends; ///< columns up to the end of each group
    std::vector<Scalar> weights, h, reset, a;
};

template <class Scalar>
void compareWithSums(CellKind cell, Index hidden, Index rows) {
    Operands<Scalar> of(cell, hidden, rows);
    const Index j = of.j, columns = of.columns;
    const auto at = [](const auto& values, Index i) {
        return static_cast<double>(values[static_cast<std::size_t>(i)]);
    };
    std::vector<double> product(of.a.begin(), of.a.end()), transposed(of.h.begin(), of.h.end()),
        gradient(static_cast<std::size_t>(columns * j), 0);
    for (std::size_t group = 0; group < of.ends.size(); ++group)
        for (Index row = 0; row < rows; ++row)
            for (Index n = of.begin(group); n < of.ends[group]; ++n)
                for (Index k = 0; k < j; ++k) {
                    const double u = at(of.weights, n * j + k), da = at(of.a, row * columns + n),
                                 h = static_cast<double>(of.operand(group)[row * j + k]);
                    product[static_cast<std::size_t>(row * columns + n)] += u * h;
                    transposed[static_cast<std::size_t>(row * j + k)] += u * da;
                    gradient[static_cast<std::size_t>(n * j + k)] += da * h;
                }
    std::vector<Scalar> a = of.a, dh = of.h, du(of.weights.size(), Scalar(7)); // overwritten, not added to
    std::vector<const Scalar*> operands;
    for (std::size_t group = 0; group < of.ends.size(); ++group) {
        operands.push_back(of.operand(group));
        of.map.addProduct(static_cast<int>(group), of.weights.data(), of.operand(group), rows, a.data());
        of.map.addTransposed(static_cast<int>(group), of.weights.data(), of.a.data(), rows, dh.data());
    }
    of.map.gradient(of.weights.data(), of.a.data(), operands, rows, du.data(), of.pool);
    const double most = std::is_same_v<Scalar, float> ? 1e-5 : 1e-14;
    QVERIFY(testing::relativeDifference(a, product) < most);
    QVERIFY(testing::relativeDifference(dh, transposed) < most);
    QVERIFY(testing::relativeDifference(du, gradient) < most);
}

} // namespace

/// The dense hidden-to-hidden map: the sums it stands for, by whatever products they are made.
class TestDenseHiddenMap : public QObject {
    Q_OBJECT

private slots:
    void productsAreTheSums_data() {
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("rows");
        for (const int hidden : {16, 48, 20}) // whole panels, an odd number of them, none
            for (const int rows : {1, 3, 17, 100})
                QTest::addRow("J=%d rows=%d", hidden, rows) << hidden << rows;
    }
    void productsAreTheSums() {
        QFETCH(int, hidden);
        QFETCH(int, rows);
        for (const CellKind cell : {CellKind::Lstm, CellKind::Gru, CellKind::Srnn}) {
            compareWithSums<float>(cell, hidden, rows);
            compareWithSums<double>(cell, hidden, rows);
        }
    }

    void noRowsGiveNoGradient() {
        for (const Index hidden : {16, 20}) {
            Operands<float> of(CellKind::Gru, hidden, 1);
            std::vector<float> du(of.weights.size(), 7.0f);
            const float* const operands[] = {of.h.data(), of.reset.data()};
            of.map.gradient(of.weights.data(), of.a.data(), operands, 0, du.data(), of.pool);
            QVERIFY(std::ranges::all_of(du, [](float value) { return value == 0; }));
        }
    }

    void threadsDoNotChangeBits_data() {
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<int>("hidden");
        for (const CellKind cell : {CellKind::Lstm, CellKind::Gru, CellKind::Srnn})
            for (const int hidden : {16, 20})
                QTest::addRow("%s J=%d", idOf(cell).c_str(), hidden) << cell << hidden;
    }
    void threadsDoNotChangeBits() {
        QFETCH(CellKind, cell);
        QFETCH(int, hidden);
        const ModelSpec spec = dense(cell, hidden);
        // clips of every length from 8 steps to 1: the last part of the clips ends long before the first
        std::vector<Index> lengths;
        std::vector<std::vector<int>> targets;
        for (Index clip = 0; clip < 40; ++clip) {
            lengths.push_back(8 - clip / 5);
            targets.push_back({static_cast<int>(clip % 4)});
        }
        const TimeSteps steps{std::span<const Index>(lengths)};
        FrameBlock frames = testing::randomFrames(spec.inputSize(), steps.rows(), 1, 8);
        frames.clips = steps.clips();
        frames.uneven = steps;
        AlignedVector<float> firstStates, firstGradient;
        for (const int threads : {1, 2, 3, 5}) {
            ThreadPool pool(threads);
            SequenceModel<float> model(spec, frames.count);
            model.start(5, frames, pool);
            AlignedVector<float> gradient;
            model.forward(frames, pool, true, {0, 0.3, 9});
            model.backward(frames, targets, gradient, pool);
            if (threads == 1) {
                firstStates = model.states();
                firstGradient = gradient;
            }
            QVERIFY(model.states() == firstStates);
            QVERIFY(gradient == firstGradient);
        }
    }
};

QTEST_APPLESS_MAIN(TestDenseHiddenMap)
#include "test_dense_hidden_map.moc"
