// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/linear_algebra.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>

namespace rankscope {

Svd thinSvd(const Matrix& a) {
    const Eigen::BDCSVD<Eigen::MatrixXd> svd(a, Eigen::ComputeThinU | Eigen::ComputeThinV);
    return {svd.matrixU(), svd.singularValues(), svd.matrixV()};
}

Qr thinQr(const Matrix& a) {
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(a);
    const Eigen::Index k = std::min(a.rows(), a.cols());
    return {qr.householderQ() * Eigen::MatrixXd::Identity(a.rows(), k),
            Eigen::MatrixXd(qr.matrixQR().topRows(k).triangularView<Eigen::Upper>())};
}

SymmetricEigen symmetricEigen(const Matrix& a) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(a);
    return {solver.eigenvalues().reverse(), solver.eigenvectors().rowwise().reverse()};
}

Matrix solveSymmetric(const Matrix& a, const Matrix& b) {
    constexpr double negligible = 1e-12;
    const SymmetricEigen eigen = symmetricEigen(a);
    const double limit = negligible * std::max(0.0, eigen.values.size() > 0 ? eigen.values(0) : 0.0);
    const Vector inverse =
        eigen.values.unaryExpr([&](double value) { return value > limit ? 1 / value : 0.0; });
    return eigen.vectors * (inverse.asDiagonal() * (eigen.vectors.transpose() * b));
}

} // namespace rankscope
