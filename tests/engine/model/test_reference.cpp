// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/format/format.h"
#include "engine/model/start.h"
#include "tests/support/reference_model.h"

#include <QTest>

#include <numeric>

using namespace rankscope;

using testing::Values;
using testing::Weights;

class TestReference : public QObject {
    Q_OBJECT
private slots:
    void forwardEqualsTheEquations_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<GateLayout>("gates");
        QTest::addColumn<SigmoidKind>("sigmoid");
        for (const Format* format : formats())
            for (const auto& cell : Names<CellKind>::all)
                for (const auto& gates : Names<GateLayout>::all)
                    for (const auto& sigmoid : Names<SigmoidKind>::all)
                        QTest::addRow("%s %s %s %s", format->id().c_str(), cell.id, gates.id, sigmoid.id)
                            << QString::fromStdString(format->id()) << cell.value << gates.value
                            << sigmoid.value;
    }

    void forwardEqualsTheEquations() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        QFETCH(SigmoidKind, sigmoid);
        ModelSpec spec = testing::smallModel(format.toStdString(), cell, gates);
        spec.cell.sigmoid = sigmoid;
        ThreadPool pool(2);
        const auto frames = testing::randomFrames(spec.inputSize(), 5, 3, 8);
        SequenceModel<double> model(spec, frames.count);
        model.start(17, frames, pool);
        const auto nudge = testing::randomVector<double>(static_cast<Index>(model.weights().size()), 22, 0.1);
        for (std::size_t i = 0; i < nudge.size(); ++i) model.weights()[i] += nudge[i];
        const AlignedVector<double> predicted = model.forward(frames, pool);
        Values expected;
        for (Index clip = 0; clip < frames.clips; ++clip) {
            const Values one = testing::referenceSteps(model, frames, clip).back().probabilities;
            expected.insert(expected.end(), one.begin(), one.end());
        }
        QVERIFY(testing::relativeDifference(predicted, expected) < 1e-12);
    }

    void matchedStartHasUnitVariance_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<GateLayout>("gates");
        for (const Format* format : formats())
            for (const auto& gates : Names<GateLayout>::all)
                QTest::addRow("%s %s", format->id().c_str(), gates.id)
                    << QString::fromStdString(format->id()) << gates.value;
    }

    void matchedStartHasUnitVariance() {
        QFETCH(QString, format);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = testing::smallModel(format.toStdString(), CellKind::Lstm, gates);
        ThreadPool pool(1);
        const auto frames = testing::randomFrames(spec.inputSize(), 6, 8, 8);
        SequenceModel<double> model(spec, frames.count);
        model.start(5, frames, pool);
        const TensorNetwork network = networkOf(spec);
        for (Index map = 0; map < mapCount(spec.cell); ++map) {
            MapProduct<double> product(network, frames.count);
            std::vector<double> y(static_cast<std::size_t>(frames.count * network.outputSize()));
            product.forward(frames, model.weights().data() + map * network.parameters(), y.data(),
                            network.outputSize(), pool, false);
            const double squares =
                std::inner_product(y.begin(), y.end(), y.begin(), 0.0) / static_cast<double>(y.size());
            QVERIFY(std::abs(std::sqrt(squares) - 1) < 1e-9);
        }
        // U orthogonal per gate, forget bias 1
        const Values u = Weights{model}["cell.U"], b = Weights{model}["cell.b"];
        const std::size_t j = static_cast<std::size_t>(spec.hiddenSize());
        for (std::size_t gate = 0; gate < 4; ++gate)
            for (std::size_t r = 0; r < j; ++r) {
                QCOMPARE(b[gate * j + r], gate == 1 ? 1.0 : 0.0);
                for (std::size_t other = 0; other < j; ++other) {
                    double dot = 0;
                    for (std::size_t k = 0; k < j; ++k)
                        dot += u[(gate * j + r) * j + k] * u[(gate * j + other) * j + k];
                    QVERIFY(std::abs(dot - (r == other)) < 1e-12);
                }
            }
    }

    /// Section 6: the standard deviation of a = W x at pixel rms 60 that each start gives on UCF11.
    void publishedStartsHaveTheStatedScale_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Start>("start");
        QTest::addColumn<double>("deviation");
        QTest::newRow("TT-RNN code, TT") << "tt" << Start::TtCode << 34.0;
        QTest::newRow("TT-RNN code, dense") << "dense" << Start::TtCode << 84.0;
        QTest::newRow("BT-RNN code, BT") << "bt" << Start::BtCode << 0.05;
        QTest::newRow("BT-RNN code, TT") << "tt" << Start::BtCode << 3.0;
        QTest::newRow("BT-RNN code, dense") << "dense" << Start::BtCode << 1267.0;
    }

    void publishedStartsHaveTheStatedScale() {
        QFETCH(QString, format);
        QFETCH(Start, start);
        QFETCH(double, deviation);
        beginWork(); // as a thread of the engine does: 59 million normal numbers are drawn
        ModelSpec spec;
        spec.map = {format.toStdString(), {8, 20, 20, 18}, {4, 4, 4, 4}, {4, 4, 4}, {4, 4, 4, 4}, 2};
        spec.start = start;
        const TensorNetwork network = networkOf(spec);
        // Var(a) = I * rms(x)^2 * prod of the cores' mean squares * bond sizes, averaged over the draw: exact
        // in expectation
        std::vector<float> cores(static_cast<std::size_t>(network.parameters()));
        drawCores(spec, network, 0, 1, cores.data());
        double variance = 57'600.0 * 60 * 60;
        std::size_t at = 0;
        for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
            double squares = 0;
            const auto count = static_cast<std::size_t>(network.parameters(core));
            for (std::size_t i = 0; i < count; ++i, ++at) squares += double(cores[at]) * double(cores[at]);
            variance *= squares / static_cast<double>(count);
        }
        for (const Edge& edge : network.edges)
            if (edge.kind == EdgeKind::Bond) variance *= static_cast<double>(edge.size);
        const double measured = std::sqrt(variance);
        QVERIFY2(std::abs(measured / deviation - 1) < 0.2, qPrintable(QString::number(measured)));
    }
};

QTEST_APPLESS_MAIN(TestReference)
#include "test_reference.moc"
