// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/map_products.h"

#include <QTest>

using namespace rankscope;

namespace {

template <class Scalar>
struct Result {
    AlignedVector<Scalar> inferred, out, gradient; ///< inferred: without keeping anything
};

template <class Scalar>
Result<Scalar> byLines(const TensorNetwork& network, const FrameBlock& x,
                       const std::vector<double>& exactWeights, const std::vector<double>& exactOutGradient,
                       double keepBytes, LanesOf lanes) {
    ThreadPool pool(2);
    const Index outputs = network.outputSize();
    const AlignedVector<Scalar> weights(exactWeights.begin(), exactWeights.end()),
        outGradient(exactOutGradient.begin(), exactOutGradient.end());
    MapProduct<Scalar> map(network, x.count, keepBytes, lanes);
    Result<Scalar> result;
    result.inferred.resize(outGradient.size());
    result.out.resize(outGradient.size());
    result.gradient.resize(weights.size());
    map.forward(x, weights.data(), result.inferred.data(), outputs, pool, false);
    map.forward(x, weights.data(), result.out.data(), outputs, pool, true);
    map.backward(x, weights.data(), outGradient.data(), outputs, result.gradient.data(), pool);
    return result;
}

} // namespace

/// Maps large enough to be run in slices, in blocks of frames and with intermediates computed again: frames
/// or columns as lanes must give what plain matrix products over the same plan give.
class TestLinePass : public QObject {
    Q_OBJECT

private slots:
    void slicesChangeNothing_data() {
        testing::addMapColumns();
        QTest::addColumn<int>("frames");
        const QList<int> four{8, 20, 20, 18}, small{4, 2, 2, 2};
        QTest::newRow("tt") << "tt" << four << small << 4 << 1 << 19;
        // with a joint gradient, see gradientsAreJoinedWhereThatTakesLess
        QTest::newRow("tt, columns that fill no vector") << "tt" << four << small << 3 << 1 << 7;
        QTest::newRow("tt, rows that fill vectors together")
            << "tt" << QList<int>{40, 20, 20, 18} << QList<int>{4, 2, 3, 2} << 4 << 1 << 3;
        QTest::newRow("tt, one bond of 16")
            << "tt" << QList<int>{90, 128} << QList<int>{4, 4} << 16 << 1 << 16;
        QTest::newRow("tt, odd sizes")
            << "tt" << QList<int>{7, 31, 13, 5} << QList<int>{3, 1, 5, 2} << 3 << 1 << 33;
        QTest::newRow("tt, slices in blocks")
            << "tt" << QList<int>{4, 20, 20, 36} << QList<int>{2, 2, 2, 2} << 2 << 1 << 100;
        QTest::newRow("tt, two modes") << "tt" << QList<int>{320, 180} << QList<int>{4, 4} << 8 << 1 << 17;
        QTest::newRow("bt") << "bt" << four << small << 3 << 2 << 17;
        QTest::newRow("bt, many blocks")
            << "bt" << QList<int>{18, 20, 20} << QList<int>{4, 2, 2} << 2 << 5 << 3;
        QTest::newRow("tucker") << "tucker" << four << small << 3 << 1 << 16;
        QTest::newRow("cp") << "cp" << four << small << 1 << 9 << 16;
        QTest::newRow("cp, a rank in parts") << "cp" << four << small << 1 << 30 << 17;
        QTest::newRow("bt, blocks in parts") << "bt" << four << QList<int>{4, 4, 4, 4} << 3 << 4 << 18;
        QTest::newRow("tr") << "tr" << QList<int>{9, 16, 20} << QList<int>{4, 2, 2} << 3 << 1 << 5;
        QTest::newRow("ht") << "ht" << four << small << 3 << 1 << 16;
        QTest::newRow("tt, not even the last intermediate kept")
            << "tt" << four << QList<int>{16, 4, 4, 4} << 16 << 1 << 40;
        QTest::newRow("bt, the same") << "bt" << four << QList<int>{16, 8, 8, 4} << 6 << 2 << 17;
        QTest::newRow("cp, the same") << "cp" << four << QList<int>{4, 4, 8, 8} << 1 << 40 << 17;
        QTest::newRow("tr, the same")
            << "tr" << QList<int>{12, 20, 20} << QList<int>{4, 8, 8} << 6 << 1 << 17;
    }
    void slicesChangeNothing() {
        QFETCH(int, frames);
        const TensorNetwork network = testing::fetchedMap();

        for (const bool planes : {false, true}) {
            const FrameBlock x =
                planes ? testing::floatPlanes(network, frames) : testing::bytePixels(network, frames);
            const auto weights = testing::randomVector<double>(network.parameters(), 3),
                       outGradient = testing::randomVector<double>(frames * network.outputSize(), 4);
            const testing::MatrixResult wanted = testing::byMatrices(network, x, weights, outGradient);
            for (const auto& [keepBytes, lanes] :
                 {std::pair{0.0, LanesOf::Frames}, std::pair{2e6, LanesOf::Frames},
                  std::pair{1e9, LanesOf::Frames}, std::pair{0.0, LanesOf::Columns},
                  std::pair{2e6, LanesOf::Columns}, std::pair{1e9, LanesOf::Columns}}) {
                const auto exact = byLines<double>(network, x, weights, outGradient, keepBytes, lanes);
                QVERIFY(testing::relativeDifference(exact.inferred, wanted.out) < 1e-12);
                QVERIFY(testing::relativeDifference(exact.out, wanted.out) < 1e-12);
                QVERIFY(testing::relativeDifference(exact.gradient, wanted.gradient) < 1e-11);
                const auto single = byLines<float>(network, x, weights, outGradient, keepBytes, lanes);
                QVERIFY(testing::relativeDifference(single.inferred, wanted.out) < 1e-4);
                QVERIFY(testing::relativeDifference(single.out, wanted.out) < 1e-4);
                QVERIFY(testing::relativeDifference(single.gradient, wanted.gradient) < 1e-4);
            }
        }
    }

    void gradientsAreJoinedWhereThatTakesLess_data() {
        testing::addMapColumns();
        QTest::addColumn<int>("joint");
        const QList<int> in{8, 20, 20, 18}, out{16, 4, 4, 4};
        QTest::newRow("tt") << "tt" << in << out << 8 << 1 << 2;
        QTest::newRow("ht") << "ht" << in << out << 8 << 1 << 2;
        QTest::newRow("tt, slices") << "tt" << in << QList<int>{4, 2, 2, 2} << 4 << 1 << 2;
        QTest::newRow("tt, columns that fill no vector")
            << "tt" << in << QList<int>{4, 2, 2, 2} << 3 << 1 << 2;
        QTest::newRow("tt, rows that fill vectors together")
            << "tt" << QList<int>{40, 20, 20, 18} << QList<int>{4, 2, 3, 2} << 4 << 1 << 2;
        QTest::newRow("bt: far more columns than in its factors") << "bt" << in << out << 4 << 2 << 1;
        QTest::newRow("two products: it would be the dense matrix")
            << "tt" << QList<int>{240, 240} << QList<int>{16, 16} << 4 << 1 << 1;
    }
    void gradientsAreJoinedWhereThatTakesLess() {
        QFETCH(int, joint);
        const TensorNetwork network = testing::fetchedMap();
        const auto plan = ContractionPlan::optimal(network, 96);
        const auto joined = [&](LanesOf lanes, double keepValues) {
            return static_cast<int>(LinePass<float>(network, plan, lanes, keepValues).jointProducts());
        };
        QCOMPARE(joined(LanesOf::Columns, 1e5), joint);
        QCOMPARE(joined(LanesOf::Columns, 0), 1); // what follows the joined products must be kept
        QCOMPARE(joined(LanesOf::Frames, 1e5), 1);
    }

    void lessIsKeptWhereLessFits() {
        const QList<int> inModes{8, 20, 20, 18}, outModes{16, 4, 4, 4}; // four gates
        const TensorNetwork network = testing::mapNetwork("bt", inModes, outModes, 4, 2);
        constexpr Index frames = 96;
        const double all = MapProduct<float>(network, frames, 1e12).activationBytes(frames, 1),
                     bounded = MapProduct<float>(network, frames, 8e6).activationBytes(frames, 1);
        QVERIFY(bounded < 10e6);
        QVERIFY(all > 5 * bounded);

        // the last intermediate alone has 164 KB for each frame
        const TensorNetwork wide = testing::mapNetwork("tt", inModes, outModes, 16, 1);
        QVERIFY(MapProduct<float>(wide, frames, 0).activationBytes(frames, 1) < 2e6);
        QVERIFY(MapProduct<float>(wide, frames, 16e6).activationBytes(frames, 1) > 15e6);
    }
};

QTEST_APPLESS_MAIN(TestLinePass)
#include "test_line_pass_slow.moc"
