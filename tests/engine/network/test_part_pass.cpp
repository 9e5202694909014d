// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/map_products.h"

#include <QTest>

using namespace rankscope;

/// Few frames, whose parts are the lanes, must give what plain matrix products give: whichever modes are
/// summed first and however the frames are kept.
class TestPartPass : public QObject {
    Q_OBJECT

    template <class Scalar>
    static MapProduct<Scalar> inLines(const TensorNetwork& network, Index frames) {
        return MapProduct<Scalar>(network, frames, MapProduct<Scalar>::defaultKeepBytes, LanesOf::Frames);
    }

    template <class Scalar>
    static AlignedVector<Scalar> multiplied(MapProduct<Scalar>& product, const TensorNetwork& network,
                                            const FrameBlock& x, const std::vector<double>& exactWeights) {
        ThreadPool pool(2);
        const AlignedVector<Scalar> weights(exactWeights.begin(), exactWeights.end());
        const Index outputs = network.outputSize(), stride = outputs + 3;
        AlignedVector<Scalar> wide(static_cast<std::size_t>(x.count * stride)), out;
        product.forward(x, weights.data(), wide.data(), stride, pool, false);
        for (Index frame = 0; frame < x.count; ++frame)
            out.insert(out.end(), wide.begin() + frame * stride, wide.begin() + frame * stride + outputs);
        return out;
    }

    static std::vector<double> wanted(const TensorNetwork& network, const FrameBlock& x,
                                      const std::vector<double>& weights) {
        const std::vector<double> none(static_cast<std::size_t>(x.count * network.outputSize()));
        return testing::byMatrices(network, x, weights, none).out;
    }

private slots:
    void equalsMatrixProducts_data() {
        testing::addMapColumns();
        const QList<int> four{8, 20, 20, 18}, outs{16, 4, 4, 4};
        QTest::newRow("tt: the last modes first") << "tt" << four << outs << 4 << 1;
        QTest::newRow("bt: the middle modes first") << "bt" << four << outs << 4 << 2;
        QTest::newRow("bt, few columns") << "bt" << four << outs << 2 << 5;
        QTest::newRow("cp: the second mode first") << "cp" << four << outs << 1 << 12;
        QTest::newRow("tr") << "tr" << four << outs << 3 << 1;
        QTest::newRow("ht") << "ht" << four << outs << 4 << 1;
        QTest::newRow("tucker") << "tucker" << four << outs << 4 << 1;
        QTest::newRow("parts that leave lanes empty")
            << "tt" << QList<int>{36, 40, 40} << QList<int>{32, 4, 8} << 5 << 1;
        QTest::newRow("bt of three modes")
            << "bt" << QList<int>{40, 40, 36} << QList<int>{32, 8, 4} << 3 << 3;
        QTest::newRow("two modes") << "tt" << QList<int>{320, 180} << QList<int>{4, 4} << 8 << 1;
        QTest::newRow("odd sizes") << "tt" << QList<int>{7, 31, 13, 5} << QList<int>{3, 1, 5, 2} << 3 << 1;
        QTest::newRow("odd sizes, bt")
            << "bt" << QList<int>{7, 31, 13, 5} << QList<int>{3, 1, 5, 2} << 2 << 3;
        QTest::newRow("fewer parts than lanes")
            << "tt" << QList<int>{3, 4, 5} << QList<int>{2, 2, 2} << 2 << 1;
        QTest::newRow("no parts") << "dense" << QList<int>{60} << QList<int>{8} << 1 << 1;
    }
    void equalsMatrixProducts() {
        const TensorNetwork network = testing::fetchedMap();
        const auto weights = testing::randomVector<double>(network.parameters(), 3);
        auto exact = inLines<double>(network, 96);
        auto single = inLines<float>(network, 96);
        for (const Index frames : {1, 3}) {
            const FrameBlock channels = testing::bytePixels(network, frames);
            FrameBlock grey = channels, planes = channels;
            grey.scale = {0.02f};
            grey.offset = {-0.5f};
            planes.channelRun = (planes.size + 2) / 3;
            for (const FrameBlock& x : {grey, channels, planes, testing::floatPlanes(network, frames)}) {
                const auto result = wanted(network, x, weights);
                QVERIFY(testing::relativeDifference(multiplied(exact, network, x, weights), result) < 1e-12);
                QVERIFY(testing::relativeDifference(multiplied(single, network, x, weights), result) < 1e-4);
            }
        }
    }

    void rowsOfAnyNumber_data() { equalsMatrixProducts_data(); }
    void rowsOfAnyNumber() {
        const TensorNetwork network = testing::fetchedMap();
        const auto weights = testing::randomVector<double>(network.parameters(), 3);
        const Index size = network.inputSize(), outputs = network.outputSize(), stride = size + 5;
        const auto x = testing::randomVector<double>(40 * stride, 5);
        auto product = inLines<double>(network, 16), other = inLines<double>(network, 16);
        ThreadPool one(1), three(3);
        product.prepare(weights.data());
        other.prepare(weights.data());
        for (const Index rows : {1, 2, 16, 12, 13, 19, 37}) {
            const RowBlock<double> block{x.data(), rows, size, stride};
            std::vector<double> alone, together(static_cast<std::size_t>(rows * outputs)), again = together;
            for (Index row = 0; row < rows; ++row) {
                const RowBlock<double> single{x.data() + row * stride, 1, size, stride};
                std::vector<double> out(static_cast<std::size_t>(outputs));
                other.forwardPrepared(single, weights.data(), out.data(), outputs, one);
                alone.insert(alone.end(), out.begin(), out.end());
            }
            product.forwardPrepared(block, weights.data(), together.data(), outputs, one);
            QVERIFY(testing::relativeDifference(together, alone) < 1e-12);
            product.forwardPrepared(block, weights.data(), again.data(), outputs, three);
            QVERIFY(again == together); // to the bit
        }
    }

    void backwardAsksForItsOwnForward() {
        const TensorNetwork network = testing::mapNetwork("tt", {8, 20, 20, 18}, {4, 2, 2, 2}, 3, 1);
        const auto weights = testing::randomVector<double>(network.parameters(), 3);
        const FrameBlock x = testing::bytePixels(network, 5);
        const Index outputs = network.outputSize();
        std::vector<double> out(static_cast<std::size_t>(5 * outputs)), gradient(weights.size());
        auto product = inLines<double>(network, 5);
        ThreadPool pool(1);
        product.forward(x, weights.data(), out.data(), outputs, pool, true);
        product.forward(x, weights.data(), out.data(), outputs, pool, false);
        QVERIFY_EXCEPTION_THROWN(
            product.backward(x, weights.data(), out.data(), outputs, gradient.data(), pool),
            std::logic_error);
    }

    void changedWeightsAreNoticed() {
        const TensorNetwork network = testing::mapNetwork("bt", {8, 20, 20, 18}, {4, 2, 2, 2}, 3, 2);
        const FrameBlock few = testing::bytePixels(network, 2), many = testing::bytePixels(network, 20);
        auto product = inLines<double>(network, 20);
        auto weights = testing::randomVector<double>(network.parameters(), 3);
        for (int round = 0; round < 3; ++round) {
            for (const FrameBlock* x : {&few, &many})
                QVERIFY(testing::relativeDifference(multiplied(product, network, *x, weights),
                                                    wanted(network, *x, weights)) < 1e-12);
            weights.back() += 0.5;
        }
    }
};

QTEST_APPLESS_MAIN(TestPartPass)
#include "test_part_pass.moc"
