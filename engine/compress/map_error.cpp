// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/map_error.h"

#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "engine/network/strided_copy.h"

#include <cmath>

namespace rankscope {

namespace {

/// The cores of a network with the first input mode held at i and the first output mode at j.
std::vector<double> slabCores(const TensorNetwork& network, const std::vector<double>& weights, int in,
                              Index i, int out, Index j) {
    std::vector<double> slab;
    const double* values = weights.data();
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
        const Shape shape = network.shape(core);
        const std::vector<int>& edges = network.cores[core].edges;
        std::vector<CopyAxis> axes(shape.size());
        Index stride = 1, written = 1, begin = 0;
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            const bool held = edges[axis] == in || edges[axis] == out;
            if (held) begin += stride * (edges[axis] == in ? i : j);
            axes[axis] = {held ? 1 : shape[axis], stride, written};
            written *= axes[axis].size;
            stride *= shape[axis];
        }
        const std::size_t at = slab.size();
        slab.resize(at + static_cast<std::size_t>(written));
        stridedCopy<double>(values + begin, slab.data() + at, axes);
        values += stride;
    }
    return slab;
}

} // namespace

template <class Scalar>
double relativeError(const ModeTensor<Scalar>& w, const MapValue& map, ThreadPool& pool) {
    const TensorNetwork network = formatNamed(map.spec.format).network(map.spec);
    const int in = network.legs(EdgeKind::Input)[0], out = network.legs(EdgeKind::Output)[0];
    const Index inputs = network.edges[in].size, outputs = network.edges[out].size;
    TensorNetwork slabNetwork = network;
    slabNetwork.edges[in].size = slabNetwork.edges[out].size = 1;
    Shape inModes = map.spec.inModes, outModes = map.spec.outModes;
    inModes[0] = outModes[0] = 1;
    const Index count = static_cast<Index>(w.values.size()) / (inputs * outputs);

    std::vector<double> errors(static_cast<std::size_t>(inputs * outputs)), norms = errors;
    pool.run(static_cast<int>(inputs * outputs), [&](int slab) {
        const auto cores = slabCores(network, map.weights, in, slab / outputs, out, slab % outputs);
        const auto matrix = denseMatrix(slabNetwork, cores.data());
        ThreadPool alone(1);
        const ModeTensor<double> mine = modeTensor(matrix.data(), inModes, outModes, alone);
        using Row = Eigen::Map<const Eigen::Matrix<Scalar, Eigen::Dynamic, 1>>;
        const Vector theirs = Row(w.values.data() + slab * count, count).template cast<double>();
        norms[static_cast<std::size_t>(slab)] = theirs.squaredNorm();
        errors[static_cast<std::size_t>(slab)] =
            (theirs - Eigen::Map<const Vector>(mine.values.data(), count)).squaredNorm();
    });
    double error = 0, norm = 0;
    for (std::size_t slab = 0; slab < errors.size(); ++slab) {
        error += errors[slab];
        norm += norms[slab];
    }
    return error > 0 ? std::sqrt(error / norm) : 0;
}

template double relativeError(const ModeTensor<float>&, const MapValue&, ThreadPool&);
template double relativeError(const ModeTensor<double>&, const MapValue&, ThreadPool&);

} // namespace rankscope
