// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/ranks/spectra.h"
#include "engine/ranks/tree.h"
#include "tests/engine/ranks/small_values.h"

#include <QTest>

#include <sys/resource.h>

using namespace rankscope;
using namespace rankscope::testing;

class TestDifference : public QObject {
    Q_OBJECT
private slots:
    void innerProductsOfEveryPair() {
        for (const int d : {2, 3, 4})
            for (const auto& a : formatIds(true))
                for (const auto& b : formatIds(true)) {
                    const MapValue v = randomValue(specOf(a, d, 3), 1), w = randomValue(specOf(b, d, 2), 2);
                    const auto x = denseOf(v), y = denseOf(w);
                    double expected = 0, squares = 0;
                    for (std::size_t i = 0; i < x.size(); ++i) {
                        expected += x[i] * y[i];
                        squares += x[i] * x[i];
                    }
                    const double scale = std::sqrt(squares) * frobeniusNorm(w);
                    QVERIFY(std::abs(innerProduct(v, w) - expected) < 1e-12 * scale);
                    QVERIFY(std::abs(relativeDifference(w, v) - testing::relativeDifference(x, y)) <
                            1e-7 * (1 + testing::relativeDifference(x, y)));
                }
    }

    void smallDifferencesAreRight() {
        for (const auto& format : formatIds(true)) {
            const TensorNetwork network = formatNamed(format).network(specOf(format, 3, 3));
            const bool exact = isTree(network);
            const MapValue w = randomValue(specOf(format, 3, 3), 1);
            const auto change = randomVector<double>(static_cast<Index>(w.weights.size()), 4);
            for (const double size : {1e-3, 1e-6, 1e-9, 1e-11}) {
                MapValue v = w;
                for (std::size_t i = 0; i < change.size(); ++i) v.weights[i] += size * change[i];
                const double expected = testing::relativeDifference(denseOf(v), denseOf(w));
                const double error = relativeDifference(w, v);
                QVERIFY2(std::abs(error - expected) < (exact ? 1e-4 * expected + 1e-15 : 1e-6),
                         qPrintable(QString("%1 %2 %3").arg(format.c_str()).arg(error).arg(expected)));
            }
            QVERIFY(relativeDifference(w, w) < (exact ? 1e-14 : 1e-7));
        }
    }

    /// Each of the 8 bonds doubled, the core would have 12^8 values, 3.4 GB.
    void manyBondsAreComparedInLittleMemory() {
        MapSpec spec;
        spec.format = "tucker";
        spec.inModes = Shape(8, 3);
        spec.outModes = Shape(8, 2);
        spec.tuckerRanks = Shape(8, 6);
        const MapValue w = randomValue(spec, 1);
        MapValue v = w;
        for (double& weight : v.weights) weight *= 1 + 1e-4; // W grows by the ninth power: 9 cores
        rusage before{}, after{};
        getrusage(RUSAGE_SELF, &before);
        const double error = relativeDifference(w, v);
        getrusage(RUSAGE_SELF, &after);
        const double expected = std::pow(1 + 1e-4, 9) - 1;
        QVERIFY2(std::abs(error - expected) < 1e-6, qPrintable(QString::number(error)));
        QVERIFY2(after.ru_maxrss - before.ru_maxrss < 500'000,
                 qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss) + " kB"));
    }

    void outputsAreCompared() {
        ThreadPool pool(2);
        for (const auto& format : formatIds(true)) {
            const MapValue w = randomValue(specOf(format, 3, 2), 1), v = randomValue(w.spec, 2);
            const Index inputs = product(w.spec.inModes), outputs = product(w.spec.outModes);
            const FrameBlock frames = randomFrames(inputs, 3, 4, 5);
            const Eigen::Map<const Eigen::Matrix<float, -1, -1, Eigen::RowMajor>> x(frames.values.data(), 12,
                                                                                    inputs);
            const auto a = denseOf(w), b = denseOf(v);
            const Matrix y =
                x.cast<double>() * Eigen::Map<const Matrix>(a.data(), outputs, inputs).transpose();
            const Matrix z =
                x.cast<double>() * Eigen::Map<const Matrix>(b.data(), outputs, inputs).transpose();
            QVERIFY(std::abs(
                        relativeOutputDifference(outputsOf({w}, frames, pool), outputsOf({v}, frames, pool)) -
                        (y - z).norm() / y.norm()) < 1e-5);
        }
    }

    void otherModesAreRefused() {
        const MapValue w = randomValue(specOf("tt", 3, 2), 1), v = randomValue(specOf("tt", 2, 2), 1);
        QVERIFY_EXCEPTION_THROWN(innerProduct(w, v), Error);
    }

    void spectraAreThoseOfTheUnfoldings() {
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 4, 3), 7);
            const TensorNetwork network = networkOf(value);
            const auto spectra = spectraOf(value);
            QVERIFY(!spectra.empty());
            if (termEdge(network) >= 0) continue; // next test
            for (const Spectrum& spectrum : spectra) {
                // the mode pairs on one side of the cut
                std::vector<int> cut;
                for (std::size_t edge = 0; edge < network.edges.size(); ++edge)
                    if (("|" + spectrum.name + "|").find("|" + network.edges[edge].name + "|") !=
                        std::string::npos)
                        cut.push_back(static_cast<int>(edge));
                std::vector<int> reached{0};
                std::vector<std::size_t> modes;
                for (std::size_t next = 0; next < reached.size(); ++next)
                    for (const int edge : network.cores[static_cast<std::size_t>(reached[next])].edges) {
                        if (network.edges[static_cast<std::size_t>(edge)].kind == EdgeKind::Input)
                            modes.push_back(
                                static_cast<std::size_t>(network.edges[static_cast<std::size_t>(edge)].mode));
                        if (std::ranges::find(cut, edge) != cut.end()) continue;
                        for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
                            const auto& edges = network.cores[static_cast<std::size_t>(core)].edges;
                            if (std::ranges::find(edges, edge) != edges.end() &&
                                std::ranges::find(reached, core) == reached.end())
                                reached.push_back(core);
                        }
                    }
                const Vector expected = thinSvd(unfolding(value, modes)).s;
                for (std::size_t i = 0; i < spectrum.values.size(); ++i)
                    QVERIFY2(std::abs(spectrum.values[i] -
                                      (Index(i) < expected.size() ? expected(Index(i)) : 0.0)) <
                                 (cut.size() > 1 ? 1e-6 : 1e-11) * expected(0),
                             spectrum.name.c_str());
            }
        }
    }

    void spectraOfBlocks() {
        const MapValue value = randomValue(specOf("bt", 3, 2), 7);
        const auto terms = termsOf(networkOf(value), tensorsOf(networkOf(value), value.weights));
        MapSpec one = value.spec;
        one.blocks = 1;
        std::vector<double> norms;
        for (std::size_t n = 0; n < terms.size(); ++n) {
            std::vector<double> weights;
            for (const Tensor& core : terms[n])
                weights.insert(weights.end(), core.values.begin(), core.values.end());
            const MapValue block{one, weights};
            norms.push_back(frobeniusNorm(block));
            for (const Spectrum& spectrum : spectraOf(value)) {
                if (spectrum.block != static_cast<Index>(n)) continue;
                const auto mode = static_cast<std::size_t>(spectrum.name[1] - '1');
                const Vector expected = thinSvd(unfolding(block, {mode})).s;
                for (std::size_t i = 0; i < spectrum.values.size(); ++i)
                    QVERIFY(std::abs(spectrum.values[i] - expected(Index(i))) < 1e-11 * expected(0));
            }
        }
        std::ranges::sort(norms, std::greater<>());
        const auto spectra = spectraOf(value);
        QCOMPARE(spectra.front().name, std::string("n"));
        for (std::size_t n = 0; n < norms.size(); ++n)
            QVERIFY(std::abs(spectra.front().values[n] - norms[n]) < 1e-10 * norms[0]);
    }
};

QTEST_APPLESS_MAIN(TestDifference)
#include "test_difference.moc"
