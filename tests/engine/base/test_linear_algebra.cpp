// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/linear_algebra.h"

#include <QTest>

using namespace rankscope;

/// The decompositions are Eigen's; what is checked is what this room promises of them: shapes, order,
/// thinness.
class TestLinearAlgebra : public QObject {
    Q_OBJECT
private slots:
    void factorsMultiplyBack_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("tall") << 9 << 4;
        QTest::newRow("wide") << 3 << 8;
        QTest::newRow("one row") << 1 << 5;
    }
    void factorsMultiplyBack() {
        QFETCH(int, rows);
        QFETCH(int, columns);
        Matrix a(rows, columns);
        for (int i = 0; i < rows; ++i)
            for (int j = 0; j < columns; ++j) a(i, j) = std::sin(1.0 + 3 * i + 7 * j + i * j);
        const int k = std::min(rows, columns);
        const Svd svd = thinSvd(a);
        QCOMPARE(int(svd.u.cols()), k);
        QCOMPARE(int(svd.v.cols()), k);
        QVERIFY((svd.u * svd.s.asDiagonal() * svd.v.transpose() - a).norm() < 1e-12);
        for (int i = 1; i < k; ++i) QVERIFY(svd.s(i) <= svd.s(i - 1));
        const Qr qr = thinQr(a);
        QCOMPARE(int(qr.q.cols()), k);
        QVERIFY((qr.q * qr.r - a).norm() < 1e-12);
        QVERIFY((qr.q.transpose() * qr.q - Matrix::Identity(k, k)).norm() < 1e-12);
    }
    void eigenvaluesDescend() {
        Matrix a(2, 2);
        a << 2, 1, 1, 2;
        const SymmetricEigen eigen = symmetricEigen(a);
        QVERIFY(std::abs(eigen.values(0) - 3) < 1e-12);
        QVERIFY(std::abs(eigen.values(1) - 1) < 1e-12);
        QVERIFY((a * eigen.vectors.col(0) - 3 * eigen.vectors.col(0)).norm() < 1e-12);
    }
    void singularSystemsGiveTheShortestSolution() {
        Matrix a(2, 2), b(2, 1);
        a << 1, 1, 1, 1;
        b << 2, 2;
        const Matrix x = solveSymmetric(a, b);
        QVERIFY(std::abs(x(0, 0) - 1) < 1e-9);
        QVERIFY(std::abs(x(1, 0) - 1) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestLinearAlgebra)
#include "test_linear_algebra.moc"
