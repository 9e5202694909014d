// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/gate_slice.h"
#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace rankscope;

namespace {

/// A model with a compressed U, and the tensors of its weights by name.
ModelSpec compressed(const QString& format, CellKind cell, GateLayout gates) {
    ModelSpec spec = testing::smallModel("tt", cell, gates);
    spec.recurrent = testing::smallRecurrent(format.toStdString());
    return spec;
}

const ParameterInfo& tensorNamed(const ParameterLayout& layout, const std::string& name) {
    return *std::ranges::find(layout.tensors, name, &ParameterInfo::name);
}

/// Where the weights of U begin: right after those of W.
Index recurrentOffset(const ParameterLayout& layout) {
    return std::ranges::find_if(layout.tensors,
                                [](const auto& tensor) { return tensor.name.starts_with("cell.U"); })
        ->offset;
}

/// U [G*J, J] of a model with a compressed U.
std::vector<double> denseU(const SequenceModel<double>& model) {
    const TensorNetwork network = recurrentNetworkOf(model.spec());
    const double* cores = model.weights().data() + recurrentOffset(model.layout());
    std::vector<double> u;
    for (Index map = 0; map < mapCount(model.spec().cell); ++map, cores += network.parameters()) {
        const auto matrix = denseMatrix(network, cores);
        u.insert(u.end(), matrix.begin(), matrix.end());
    }
    return u;
}

} // namespace

/// Hidden-to-hidden maps in every format: the same functions as their dense matrices.
class TestHiddenMap : public QObject {
    Q_OBJECT

    static void addModels() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<GateLayout>("gates");
        for (const Format* format : formats())
            for (const CellKind cell : {CellKind::Lstm, CellKind::Gru, CellKind::Srnn})
                for (const auto& gates : Names<GateLayout>::all)
                    if (format->id() != "dense")
                        QTest::addRow("%s %s %s", format->id().c_str(), idOf(cell).c_str(), gates.id)
                            << QString::fromStdString(format->id()) << cell << gates.value;
    }

private slots:
    void forwardEqualsTheDenseMatrix_data() { addModels(); }
    void forwardEqualsTheDenseMatrix() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = compressed(format, cell, gates);
        ModelSpec plain = spec;
        plain.recurrent.format = "dense";
        ThreadPool pool(2);
        const auto frames = testing::randomFrames(spec.inputSize(), 5, 3, 8);
        SequenceModel<double> model(spec, frames.count), dense(plain, frames.count);
        model.start(17, frames, pool);
        const auto nudge = testing::randomVector<double>(static_cast<Index>(model.weights().size()), 22, 0.1);
        for (std::size_t i = 0; i < nudge.size(); ++i) model.weights()[i] += nudge[i];
        for (const ParameterInfo& tensor : dense.layout().tensors) {
            double* target = dense.weights().data() + tensor.offset;
            if (tensor.name == "cell.U") {
                const auto u = denseU(model);
                QCOMPARE(static_cast<Index>(u.size()), tensor.size());
                std::ranges::copy(u, target);
            } else {
                const auto& source = tensorNamed(model.layout(), tensor.name);
                std::copy_n(model.weights().data() + source.offset, source.size(), target);
            }
        }
        for (const double rate : {0.0, 0.4}) {
            const Dropout dropout{0, rate, 3};
            model.forward(frames, pool, true, dropout);
            dense.forward(frames, pool, true, dropout);
            QVERIFY(testing::relativeDifference(model.states(), dense.states()) < 1e-12);
        }
        // other weights are seen, and other numbers of clips
        const auto longer = testing::randomFrames(spec.inputSize(), 3, 8, 9);
        model.forward(longer, pool);
        dense.forward(longer, pool);
        QVERIFY(testing::relativeDifference(model.states(), dense.states()) < 1e-12);
        model.weights()[static_cast<std::size_t>(recurrentOffset(model.layout()))] += 0.5;
        std::ranges::copy(denseU(model),
                          dense.weights().data() + tensorNamed(dense.layout(), "cell.U").offset);
        model.forward(longer, pool);
        dense.forward(longer, pool);
        QVERIFY(testing::relativeDifference(model.states(), dense.states()) < 1e-12);
    }

    void startHasTheGainOfOrthogonalGates_data() { addModels(); }
    void startHasTheGainOfOrthogonalGates() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = compressed(format, cell, gates);
        ThreadPool pool(1);
        const auto frames = testing::randomFrames(spec.inputSize(), 5, 3, 8);
        SequenceModel<double> model(spec, frames.count), other(spec, frames.count);
        model.start(1, frames, pool);
        const auto u = denseU(model);
        const std::size_t maps = static_cast<std::size_t>(mapCount(spec.cell)), size = u.size() / maps;
        for (std::size_t map = 0; map < maps; ++map) { // an orthogonal J x J matrix has the squared norm J
            const auto first = u.begin() + static_cast<std::ptrdiff_t>(map * size);
            const double squares =
                std::inner_product(first, first + static_cast<std::ptrdiff_t>(size), first, 0.0);
            QVERIFY(std::abs(squares * static_cast<double>(spec.hiddenSize()) / static_cast<double>(size) -
                             1) < 1e-12);
        }
        if (maps > 1) QVERIFY(!std::equal(u.begin(), u.begin() + size, u.begin() + size));
        other.start(1, frames, pool);
        QVERIFY(other.weights() == model.weights());
        other.start(2, frames, pool);
        QVERIFY(denseU(other) != u);
    }

    void slicesAreRowsOfTheMatrix_data() {
        QTest::addColumn<QString>("format");
        for (const Format* format : formats())
            QTest::addRow("%s", format->id().c_str()) << QString::fromStdString(format->id());
    }

    void slicesAreRowsOfTheMatrix() {
        QFETCH(QString, format);
        const ModelSpec spec = compressed(format, CellKind::Gru, GateLayout::Concatenated);
        const TensorNetwork whole = recurrentNetworkOf(spec);
        const auto cores = testing::randomVector<double>(whole.parameters(), 4);
        const auto matrix = denseMatrix(whole, cores.data());
        const Index j = spec.hiddenSize();
        for (const auto& [first, count] : {std::pair<Index, Index>{0, 2}, {2, 1}, {1, 1}, {0, 3}}) {
            const GateSlice slice(whole, 3, first, count);
            slice.network().check();
            std::vector<double> part(static_cast<std::size_t>(slice.network().parameters()));
            slice.cut(cores.data(), part.data());
            const std::vector<double> wanted(matrix.begin() + first * j * j,
                                             matrix.begin() + (first + count) * j * j);
            QVERIFY(testing::relativeDifference(denseMatrix(slice.network(), part.data()), wanted) < 1e-13);
            std::vector<double> doubled(cores.size(), 0.0), again(part.size());
            slice.addBack(part.data(), doubled.data());
            slice.addBack(part.data(), doubled.data());
            slice.cut(doubled.data(), again.data());
            for (std::size_t i = 0; i < part.size(); ++i) QCOMPARE(again[i], 2 * part[i]);
            QCOMPARE(std::ranges::count_if(doubled, [](double value) { return value != 0; }),
                     static_cast<std::ptrdiff_t>(part.size())); // and nothing else was touched
        }
    }

    // nothing comes before the first step, and the map may never have been prepared
    void oneStepGivesNoGradient_data() { addModels(); }
    void oneStepGivesNoGradient() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = compressed(format, cell, gates);
        const auto frames = testing::randomFrames(spec.inputSize(), 1, 3, 8);
        ThreadPool pool(2);
        SequenceModel<float> model(spec, frames.count);
        model.start(5, frames, pool);
        AlignedVector<float> gradient(model.weights().size(), 7.0f);
        model.forward(frames, pool, true);
        model.backward(frames, std::vector<std::vector<int>>{{0}, {1}, {2}}, gradient, pool);
        for (const ParameterInfo& tensor : model.layout().tensors)
            if (tensor.name.starts_with("cell.U"))
                for (Index i = 0; i < tensor.size(); ++i)
                    QCOMPARE(gradient[static_cast<std::size_t>(tensor.offset + i)], 0.0f);
    }

    void threadsDoNotChangeBits_data() { addModels(); }
    void threadsDoNotChangeBits() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = compressed(format, cell, gates);
        const auto frames = testing::randomFrames(spec.inputSize(), 6, 40, 8);
        std::vector<std::vector<int>> targets;
        for (int clip = 0; clip < 40; ++clip) targets.push_back({clip % 4});
        AlignedVector<float> first;
        for (const int threads : {1, 2, 3}) {
            ThreadPool pool(threads);
            SequenceModel<float> model(spec, frames.count);
            model.start(5, frames, pool);
            AlignedVector<float> gradient;
            model.forward(frames, pool, true);
            model.backward(frames, targets, gradient, pool);
            if (threads == 1) first = gradient;
            QVERIFY(gradient == first);
        }
    }
};

QTEST_APPLESS_MAIN(TestHiddenMap)
#include "test_hidden_map.moc"
