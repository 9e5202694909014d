// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "tests/engine/compress/compressed.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

/// Dense matrices into every format: what is of a format is found again, what is not is met as well as theory
/// promises.
class TestCompressMatrix : public QObject {
    Q_OBJECT
private slots:
    void findsMatricesOfTheFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Shape>("in");
        QTest::addColumn<Shape>("out");
        QTest::addColumn<Shape>("ranks");
        QTest::addColumn<Index>("blocks");
        const auto row = [](const char* name, const char* format, Shape in, Shape out, Shape ranks,
                            Index blocks = 1) {
            QTest::newRow(name) << format << in << out << ranks << blocks;
        };
        row("tt", "tt", {4, 5, 3}, {2, 3, 4}, {3, 4});
        row("tt, primes and ones", "tt", {7, 1, 5, 3}, {1, 3, 2, 11}, {5, 4, 6});
        row("tt, one mode", "tt", {6}, {5}, {1});
        row("tt, all of size 1", "tt", {1, 1, 1}, {1, 1, 1}, {1, 1});
        row("tt, six modes", "tt", {2, 3, 2, 2, 3, 2}, {2, 1, 2, 2, 1, 2}, {2, 4, 3, 4, 2});
        row("tt, more rows than a Gram matrix is made of", "tt", {40, 3}, {15, 5}, {7});
        row("tt, full rank", "tt", {4, 3}, {2, 2}, {6});
        row("tucker", "tucker", {4, 5, 3}, {2, 3, 4}, {3, 2, 4});
        row("tucker, primes and ones", "tucker", {7, 1, 5}, {1, 1, 3}, {4, 1, 5});
        row("tucker, one mode", "tucker", {6}, {5}, {1});
        row("ht", "ht", {4, 5, 3, 2}, {2, 3, 4, 3}, {3, 4, 2, 3, 5, 4});
        row("ht, five modes", "ht", {2, 3, 5, 2, 3}, {2, 1, 1, 3, 2}, {3, 4, 2, 3, 3, 4, 2, 3});
        row("ht, one mode", "ht", {6}, {5}, {});
        row("bt", "bt", {4, 5, 3}, {2, 3, 4}, {2, 2, 2}, 2);
        row("bt, four modes", "bt", {4, 3, 5, 2}, {2, 3, 1, 4}, {2, 1, 2, 2}, 2);
        row("bt, one block", "bt", {4, 5, 3}, {2, 3, 4}, {2, 3, 2}, 1);
        row("cp", "cp", {4, 5, 3}, {2, 3, 4}, {}, 4);
        row("cp, primes and ones", "cp", {7, 1, 5}, {1, 3, 2}, {}, 3);
        row("cp, two modes", "cp", {7, 5}, {3, 3}, {}, 4);
    }
    void findsMatricesOfTheFormat() {
        QFETCH(QString, format);
        QFETCH(Shape, in);
        QFETCH(Shape, out);
        QFETCH(Shape, ranks);
        QFETCH(Index, blocks);
        const MapSpec map{format.toStdString(), in, out, ranks, ranks, blocks};
        const auto matrix = matrixOf(map, 5);
        CompressionTarget target = to(map);
        target.sweeps.sweeps = 5000;
        const Compression found = compress(matrix, target);
        QCOMPARE(found.value.spec, completed(map, 1));
        const double error = relativeDifference(matrixOf(found.value), matrix);
        QVERIFY2(error < 1e-10,
                 qPrintable(QString("%1 after %2 sweeps").arg(error).arg(found.errors.size())));
        QVERIFY(std::abs(found.error - error) < 1e-12);
    }

    void coresShareOneScale() {
        const MapSpec map{"tt", {4, 5, 3}, {2, 3, 4}, {3, 4}, {}, 1};
        const Compression found = compress(matrixOf(map, 3), to(map));
        const TensorNetwork network = networkOfMap(map);
        const double* weights = found.value.weights.data();
        double first = 0;
        for (int core = 0; core < 3; ++core) {
            double squares = 0;
            for (Index i = 0; i < network.parameters(core); ++i) squares += weights[i] * weights[i];
            weights += network.parameters(core);
            const double rms = std::sqrt(squares / double(network.parameters(core)));
            if (core == 0) first = rms;
            QVERIFY(std::abs(rms - first) < 1e-12 * first);
        }
    }

    void twoModesAreTheSingularValueDecomposition_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"tt", "ht", "tucker", "bt", "cp"}) QTest::newRow(format) << format;
    }
    void twoModesAreTheSingularValueDecomposition() {
        QFETCH(QString, format);
        const bool polyadic = format == "cp";
        const MapSpec map{format.toStdString(), {7, 5}, {3, 4}, {6}, {6}, polyadic ? 6 : 1};
        const auto matrix = noise(map, 9);
        // the axes of the matrix that is cut: (i_1, j_1) against (i_2, j_2)
        Matrix unfolded(21, 20);
        for (Index row = 0; row < 12; ++row)
            for (Index column = 0; column < 35; ++column)
                unfolded(column / 5 * 3 + row / 4, column % 5 * 4 + row % 4) =
                    matrix[static_cast<std::size_t>(row * 35 + column)];
        const Vector s = thinSvd(unfolded).s;
        const double best = s.tail(s.size() - 6).norm() / s.norm();
        const double error = relativeDifference(matrixOf(compress(matrix, to(map)).value), matrix);
        // decompositions reach the optimum, sweeps come near it
        const double slack = polyadic || format == "bt" ? 2e-3 : 1e-10;
        QVERIFY2(error > best - 1e-12 && error < best * (1 + slack),
                 qPrintable(QString::number(error / best - 1)));
    }

    /// After the first mode is cut to 4, the second has more rows than a Gram matrix serves and only 4
    /// columns.
    void moreVectorsThanColumns_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"tucker", "ht"}) QTest::newRow(format) << format;
    }
    void moreVectorsThanColumns() {
        QFETCH(QString, format);
        const MapSpec map{format.toStdString(), {12, 300}, {2, 2}, {4, 8}, {4, 8}, 1};
        const auto matrix = noise(map, 5);
        const MapSpec equal{format.toStdString(), {12, 300}, {2, 2}, {4}, {4}, 1};
        const double error = relativeDifference(matrixOf(compress(matrix, to(map)).value), matrix);
        QVERIFY(std::abs(error - relativeDifference(matrixOf(compress(matrix, to(equal)).value), matrix)) <
                1e-9);
    }

    void tensorTrainsAreNearlyOptimal() {
        const MapSpec map{"tt", {4, 3, 5, 2}, {3, 2, 2, 4}, {3, 4, 3}, {}, 1};
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            auto matrix = matrixOf(map, seed);
            const auto added = noise(map, seed + 50);
            double noiseNorm = 0, norm = 0;
            for (std::size_t i = 0; i < matrix.size(); ++i) {
                matrix[i] += added[i];
                noiseNorm += added[i] * added[i];
                norm += matrix[i] * matrix[i];
            }
            // the train the noise was added to is no better than the best one
            const double bound = std::sqrt(3.0) * std::sqrt(noiseNorm / norm);
            const Compression found = compress(matrix, to(map));
            QVERIFY2(found.error <= bound, qPrintable(QString::number(found.error / bound)));
            QVERIFY(std::abs(found.error - relativeDifference(matrixOf(found.value), matrix)) < 1e-12);
        }
    }

    void sweepsNeverRaiseTheError_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Index>("blocks");
        QTest::newRow("tucker: the first is that of the higher-order SVD") << "tucker" << Index{1};
        QTest::newRow("bt") << "bt" << Index{3};
        QTest::newRow("cp") << "cp" << Index{7};
    }
    void sweepsNeverRaiseTheError() {
        QFETCH(QString, format);
        QFETCH(Index, blocks);
        const MapSpec map{format.toStdString(), {4, 3, 5, 2}, {3, 2, 2, 4}, {}, {2, 3, 2, 3}, blocks};
        const auto matrix = noise(map, 4);
        const Compression found = compress(matrix, to(map));
        QVERIFY(found.errors.size() > 1);
        for (std::size_t i = 1; i < found.errors.size(); ++i)
            QVERIFY2(found.errors[i] <= found.errors[i - 1] * (1 + 1e-12),
                     qPrintable(QString("sweep %1 of %2").arg(i).arg(found.errors.size())));
        QVERIFY(found.errors.back() < found.errors.front());
        QVERIFY(std::abs(found.error - found.errors.back()) < 1e-10);
        QVERIFY(std::abs(found.error - relativeDifference(matrixOf(found.value), matrix)) < 1e-12);
    }

    void aLargeTensorIsProjectedBeforeTheSweeps() {
        const MapSpec map{"bt", {4, 6, 5}, {5, 4, 6}, {}, {2, 2, 2}, 2};
        auto matrix = matrixOf(map, 8);
        CompressionTarget target = to(map);
        target.sweeps.projectedValues = 500; // of 14 400
        target.sweeps.sweeps = 5000;
        const Compression exact = compress(matrix, target);
        QVERIFY2(exact.error < 1e-10, qPrintable(QString::number(exact.error)));
        const auto added = noise(map, 9);
        double square = 0, addedSquare = 0;
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            matrix[i] += added[i];
            square += matrix[i] * matrix[i];
            addedSquare += added[i] * added[i];
        }
        const Compression noisy = compress(matrix, target);
        QVERIFY2(noisy.error < std::sqrt(addedSquare / square), qPrintable(QString::number(noisy.error)));
        for (std::size_t i = 1; i < noisy.errors.size(); ++i)
            QVERIFY(noisy.errors[i] <= noisy.errors[i - 1] * (1 + 1e-12));
        // the way round finds what sweeps over the whole tensor find
        target.sweeps.projectedValues = 100'000;
        QVERIFY(std::abs(noisy.error / compress(matrix, target).error - 1) < 1e-4);
    }

    void tolerancesAreMet_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("tolerance");
        for (const char* format : {"tt", "tucker", "ht"})
            for (const double tolerance : {0.5, 0.1, 0.01, 1e-5})
                QTest::addRow("%s %g", format, tolerance) << format << tolerance;
    }
    void tolerancesAreMet() {
        QFETCH(QString, format);
        QFETCH(double, tolerance);
        const MapSpec map{format.toStdString(), {4, 3, 5, 2}, {3, 2, 2, 4}, {}, {}, 1};
        auto matrix = matrixOf({"tt", map.inModes, map.outModes, {3, 3, 3}, {}, 1}, 2);
        const auto added = noise(map, 3);
        for (std::size_t i = 0; i < matrix.size(); ++i) matrix[i] += 0.05 * added[i];
        CompressionTarget target = to(map);
        target.tolerance = tolerance;
        target.maxRank = 100;
        const Compression found = compress(matrix, target);
        QVERIFY2(found.error <= tolerance, qPrintable(QString::number(found.error)));
        if (tolerance == 0.5) { // and not by ranks beyond need
            const Shape& ranks = format == "tucker" ? found.value.spec.tuckerRanks : found.value.spec.ranks;
            for (const Index rank : ranks) QVERIFY(rank <= 9);
        }
        target.tolerance = 0.01;
        target.maxRank = 2;
        const Compression stopped = compress(matrix, target);
        QVERIFY(stopped.error > 0.01);
        QVERIFY(std::abs(stopped.error - relativeDifference(matrixOf(stopped.value), matrix)) < 1e-12);
    }

    void threadsChangeNothing_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"tt", "ht", "tucker", "bt", "cp"}) QTest::newRow(format) << format;
    }
    void threadsChangeNothing() {
        QFETCH(QString, format);
        const MapSpec map{format.toStdString(), {9, 8, 7}, {20, 3, 2}, {3}, {3}, 2};
        MapSpec unequal = map; // its first axis has more rows than a Gram matrix is made of
        unequal.inModes[0] = 36;
        const std::vector<double> drawn = noise(unequal, 6);
        const std::vector<float> matrix(drawn.begin(), drawn.end());
        std::vector<std::vector<double>> weights;
        for (const int threads : {1, 2, 5}) {
            ThreadPool pool(threads);
            CompressionTarget target = to(unequal);
            target.sweeps.sweeps = 5;
            weights.push_back(
                compressMatrix(modeTensor(matrix.data(), unequal.inModes, unequal.outModes, pool), target,
                               pool)
                    .value.weights);
        }
        QVERIFY(weights[0] == weights[1]);
        QVERIFY(weights[0] == weights[2]);
    }

    void zeroStaysZero() {
        for (const char* format : {"tt", "ht", "tucker", "bt", "cp"}) {
            const MapSpec map{format, {4, 3}, {2, 2}, {2}, {2}, 2};
            const Compression found = compress(std::vector<double>(48, 0.0), to(map));
            QCOMPARE(found.error, 0.0);
            for (const double value : matrixOf(found.value)) QCOMPARE(value, 0.0);
        }
    }

    void refusesWhatCannotBe_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("tolerance");
        QTest::addColumn<Shape>("ranks");
        QTest::newRow("dense") << "dense" << 0.0 << Shape{2};
        QTest::newRow("ring") << "tr" << 0.0 << Shape{2};
        QTest::newRow("blocks to a tolerance") << "bt" << 0.1 << Shape{2};
        QTest::newRow("terms to a tolerance") << "cp" << 0.1 << Shape{2};
        QTest::newRow("tolerance above 1") << "tt" << 1.5 << Shape{2};
        QTest::newRow("rank above its unfolding") << "tt" << 0.0 << Shape{50};
        QTest::newRow("rank above what its neighbours allow") << "tt" << 0.0 << Shape{1, 9};
    }
    void refusesWhatCannotBe() {
        QFETCH(QString, format);
        QFETCH(double, tolerance);
        QFETCH(Shape, ranks);
        const MapSpec map{format.toStdString(), {4, 3, 5}, {2, 2, 2}, ranks, {2}, 2};
        CompressionTarget target = to(map);
        if (tolerance > 0) target.tolerance = tolerance;
        QVERIFY_THROWS_EXCEPTION(Error, compress(noise(map, 1), target));
        QVERIFY_THROWS_EXCEPTION(
            Error, compress(noise(map, 1), to({"cp", map.inModes, map.outModes, {}, {}, 60'000})));
        auto broken = noise(map, 1);
        broken[7] = NAN;
        QVERIFY_THROWS_EXCEPTION(Error, compress(broken, to({"tt", map.inModes, map.outModes, {2}, {}, 1})));
    }
};

QTEST_APPLESS_MAIN(TestCompressMatrix)
#include "test_compress_matrix.moc"
