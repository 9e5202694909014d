// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/leading_vectors.h"
#include "engine/compress/uniform_ranks.h"
#include "engine/format/format.h"
#include "tests/support/small_models.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

/// What the decompositions rest on: products of unfoldings, leading singular vectors, ranks for a budget.
class TestUnfolding : public QObject {
    Q_OBJECT

    static Matrix matrixOf(const std::vector<double>& tensor, Index before, Index rows, Index after) {
        Matrix matrix(rows, before * after);
        for (Index b = 0; b < before; ++b)
            for (Index r = 0; r < rows; ++r)
                for (Index a = 0; a < after; ++a)
                    matrix(r, b * after + a) = tensor[static_cast<std::size_t>((b * rows + r) * after + a)];
        return matrix;
    }

    static void shapes() {
        QTest::addColumn<Index>("before");
        QTest::addColumn<Index>("rows");
        QTest::addColumn<Index>("after");
        QTest::newRow("rows in the middle") << Index{5} << Index{7} << Index{11};
        QTest::newRow("rows first, many columns") << Index{1} << Index{3} << Index{70'001};
        QTest::newRow("rows last, many columns") << Index{70'001} << Index{3} << Index{1};
        QTest::newRow("more rows than a Gram matrix is made of") << Index{3} << Index{600} << Index{13};
        QTest::newRow("many rows and columns") << Index{1} << Index{520} << Index{530};
        QTest::newRow("one value") << Index{1} << Index{1} << Index{1};
    }

private slots:
    void productsAndNorms_data() { shapes(); }
    void productsAndNorms() {
        QFETCH(Index, before);
        QFETCH(Index, rows);
        QFETCH(Index, after);
        ThreadPool pool(2);
        const auto values = randomVector<double>(before * rows * after, 1);
        const std::vector<float> floats(values.begin(), values.end());
        const Matrix x = matrixOf({floats.begin(), floats.end()}, before, rows, after);
        const Unfolding<float> unfolding{floats.data(), before, rows, after};
        const auto other = randomVector<double>(before * 2 * after, 2);
        const Matrix z = matrixOf(other, before, 2, after);
        QVERIFY(
            (product(unfolding, Unfolding<double>{other.data(), before, 2, after}, pool) - x * z.transpose())
                .norm() < 1e-12 * x.norm() * z.norm());
        QVERIFY(std::abs(squaredNorm(unfolding, pool) - x.squaredNorm()) < 1e-12 * x.squaredNorm());
        const Matrix basis = Matrix::Random(rows, 2);
        const auto projection = project(unfolding, basis, pool);
        QVERIFY((matrixOf({projection.begin(), projection.end()}, before, 2, after) - basis.transpose() * x)
                    .norm() < 1e-12 * x.norm() * basis.norm());
        if (before > 1) return;
        const Matrix left = Matrix::Random(rows, 2), right = Matrix::Random(2, after);
        QVERIFY(std::abs(squaredResidual(unfolding, left, right, pool) - (x - left * right).squaredNorm()) <
                1e-12 * x.squaredNorm());
    }

    void leadingVectorsAreThoseOfTheSvd_data() { shapes(); }
    void leadingVectorsAreThoseOfTheSvd() {
        QFETCH(Index, before);
        QFETCH(Index, rows);
        QFETCH(Index, after);
        ThreadPool pool(2);
        const auto values = randomVector<double>(before * rows * after, 3);
        const Unfolding<double> unfolding{values.data(), before, rows, after};
        const Matrix x = matrixOf(values, before, rows, after);
        const Index count = std::min<Index>(2, rows);
        const LeadingVectors leading = leadingVectors(unfolding, count, pool);
        const Vector s =
            x.cols() > 10'000 ? symmetricEigen(x * x.transpose()).values : thinSvd(x).s.cwiseAbs2().eval();
        QVERIFY((leading.vectors.transpose() * leading.vectors - Matrix::Identity(count, count)).norm() <
                1e-12);
        QVERIFY(std::abs(leading.total - x.squaredNorm()) < 1e-11 * leading.total);
        const double flat = x.cols() == 530 ? 2e-2 : 1e-11; // a random range, noise
        const double kept = (leading.vectors.transpose() * x).squaredNorm(), best = s.head(count).sum();
        QVERIFY2(kept > best * (1 - flat) && kept < best * (1 + 1e-11),
                 qPrintable(QString::number(kept / best - 1)));
        QVERIFY(std::abs(leading.squares.sum() - kept) < 1e-11 * best);
    }

    void uniformRanksAreTheLargestThatFit_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Index>("budget");
        QTest::addColumn<Index>("parameters"); // 0: none fits
        QTest::newRow("tt, rank 4 of UCF11") << "tt" << Index{3400} << Index{3360};
        QTest::newRow("tt, exactly") << "tt" << Index{3360} << Index{3360};
        QTest::newRow("tt, one less") << "tt" << Index{3359} << Index{2040};
        QTest::newRow("bt, 2 blocks, R = 4") << "bt" << Index{4000} << Index{3392};
        QTest::newRow("tucker, R = 4") << "tucker" << Index{2000} << Index{1696};
        QTest::newRow("cp, 22 terms") << "cp" << Index{8000} << Index{7920};
        QTest::newRow("nothing fits") << "cp" << Index{300} << Index{0};
        QTest::newRow("no ranks to choose") << "dense" << Index{100'000'000} << Index{0};
    }
    void uniformRanksAreTheLargestThatFit() {
        QFETCH(QString, format);
        QFETCH(Index, budget);
        QFETCH(Index, parameters);
        const MapSpec spec{format.toStdString(), {8, 20, 20, 18}, {16, 4, 4, 4}, {}, {}, 2};
        const auto map = uniformRanks(spec, budget);
        QCOMPARE(map.has_value(), parameters > 0);
        if (map) QCOMPARE(formatNamed(map->format).network(completed(*map, 1)).parameters(), parameters);
    }
    void uniformRanksStopAtTheUnfolding() {
        const auto map = uniformRanks({"tt", {4, 3, 5}, {2, 2, 2}, {}, {}, 1}, 1'000'000);
        QVERIFY(map.has_value());
        QCOMPARE(map->ranks, (Shape{8, 10}));
    }
};

QTEST_APPLESS_MAIN(TestUnfolding)
#include "test_unfolding.moc"
