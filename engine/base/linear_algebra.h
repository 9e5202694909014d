// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

/// Decompositions in double precision, for rank changes and for compressing trained layers. Eigen's headers
/// for them are heavy: one translation unit holds them all.
namespace rankscope {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;

/// A = U diag(s) V^T, thin: U [m, k], V [n, k], k = min(m, n), s descending.
struct Svd {
    Matrix u;
    Vector s;
    Matrix v;
};
Svd thinSvd(const Matrix& a);

/// A = Q R, thin: Q [m, k] with orthonormal columns, R [k, n], k = min(m, n).
struct Qr {
    Matrix q, r;
};
Qr thinQr(const Matrix& a);

/// Eigenvalues of a symmetric matrix, descending, and their vectors as columns.
struct SymmetricEigen {
    Vector values;
    Matrix vectors;
};
SymmetricEigen symmetricEigen(const Matrix& a);

/// X with A X = B for a symmetric positive semi-definite A, the solution of least norm where A is singular
/// (to 1e-12 of its largest eigenvalue).
Matrix solveSymmetric(const Matrix& a, const Matrix& b);

} // namespace rankscope
