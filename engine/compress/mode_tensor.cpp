// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/mode_tensor.h"

#include "engine/network/strided_copy.h"

namespace rankscope {

template <class Scalar>
ModeTensor<Scalar> modeTensor(const Scalar* w, const Shape& inModes, const Shape& outModes,
                              ThreadPool& pool) {
    const std::size_t d = inModes.size();
    ModeTensor<Scalar> x;
    std::vector<CopyAxis> axes(2 * d); // i_1, j_1, i_2, j_2, ..
    Index inStride = 1, outStride = product(inModes), written = 1;
    for (std::size_t k = d; k-- > 0;) {
        axes[2 * k] = {inModes[k], inStride, written * outModes[k]};
        axes[2 * k + 1] = {outModes[k], outStride, written};
        inStride *= inModes[k];
        outStride *= outModes[k];
        written *= inModes[k] * outModes[k];
    }
    for (std::size_t k = 0; k < d; ++k) x.sizes.push_back(inModes[k] * outModes[k]);
    x.values.resize(static_cast<std::size_t>(written));
    const CopyAxis first = axes[0];
    axes[0].size = 1;
    pool.run(static_cast<int>(first.size), [&](int i) {
        stridedCopy<Scalar>(w + i * first.inStride, x.values.data() + i * first.outStride, axes);
    });
    return x;
}

template <class Scalar>
ModeTensor<double> projected(const ModeTensor<Scalar>& x, std::size_t first, std::size_t last,
                             const Matrix& basis, ThreadPool& pool) {
    ModeTensor<double> result{x.sizes, project(x.unfolded(first, last), basis, pool)};
    const auto at = [&](std::size_t axis) {
        return result.sizes.begin() + static_cast<std::ptrdiff_t>(axis);
    };
    result.sizes[first] = basis.cols();
    result.sizes.erase(at(first + 1), at(last));
    return result;
}

template ModeTensor<float> modeTensor(const float*, const Shape&, const Shape&, ThreadPool&);
template ModeTensor<double> modeTensor(const double*, const Shape&, const Shape&, ThreadPool&);
template ModeTensor<double> projected(const ModeTensor<float>&, std::size_t, std::size_t, const Matrix&,
                                      ThreadPool&);
template ModeTensor<double> projected(const ModeTensor<double>&, std::size_t, std::size_t, const Matrix&,
                                      ThreadPool&);

} // namespace rankscope
