// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/cell/cell.h"

#include <cmath>
#include <vector>

namespace rankscope {

template <class Scalar>
void fillOrthogonal(Scalar* block, Index size, std::uint64_t seed, std::uint64_t number) {
    // Modified Gram-Schmidt, run twice for orthogonality to machine precision; rows of normal numbers make
    // the result uniform over the orthogonal matrices. (Eigen's QR would cost a heavy header for this one
    // use.)
    const std::size_t n = static_cast<std::size_t>(size);
    std::vector<double> rows(n * n);
    Random random{seed, purpose::start, 1000 + number};
    for (double& value : rows) value = random.normal();
    for (std::size_t i = 0; i < n; ++i) {
        double* row = &rows[i * n];
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t k = 0; k < i; ++k) {
                const double* other = &rows[k * n];
                double dot = 0;
                for (std::size_t c = 0; c < n; ++c) dot += row[c] * other[c];
                for (std::size_t c = 0; c < n; ++c) row[c] -= dot * other[c];
            }
            double norm = 0;
            for (std::size_t c = 0; c < n; ++c) norm += row[c] * row[c];
            norm = std::sqrt(norm);
            for (std::size_t c = 0; c < n; ++c) row[c] /= norm;
        }
    }
    for (std::size_t i = 0; i < n * n; ++i) block[i] = static_cast<Scalar>(rows[i]);
}

template void fillOrthogonal(float*, Index, std::uint64_t, std::uint64_t);
template void fillOrthogonal(double*, Index, std::uint64_t, std::uint64_t);

} // namespace rankscope
