// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/tensor_train_svd.h"

namespace rankscope {

template <class Scalar>
std::vector<double> tensorTrainSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool) {
    const std::size_t d = x.sizes.size();
    if (d == 1) return {x.values.begin(), x.values.end()};
    std::vector<double> cores;
    // what is left after k cores: [r_k, n_{k+1}, .., n_d]
    const auto split = [&](const auto& rest, std::size_t axes, std::size_t bond) {
        const Matrix basis = truncation.basis(rest.unfolded(0, axes), bond, pool);
        cores.insert(cores.end(), basis.data(), basis.data() + basis.size());
        return projected(rest, 0, axes, basis, pool);
    };
    ModeTensor<double> rest = split(x, 1, 0);
    for (std::size_t bond = 1; bond + 1 < d; ++bond) rest = split(rest, 2, bond);
    cores.insert(cores.end(), rest.values.begin(), rest.values.end());
    return cores;
}

template std::vector<double> tensorTrainSvd(const ModeTensor<float>&, Truncation&, ThreadPool&);
template std::vector<double> tensorTrainSvd(const ModeTensor<double>&, Truncation&, ThreadPool&);

} // namespace rankscope
