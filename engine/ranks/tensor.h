// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/linear_algebra.h"
#include "engine/network/tensor_network.h"

#include <span>
#include <vector>

/// Dense tensors with named axes, in double: the cores of a network while their ranks change.
namespace rankscope {

struct Tensor {
    std::vector<int> edges;     ///< names of the axes, the first varies slowest
    Shape shape;                ///< size of each axis
    std::vector<double> values; ///< product(shape)

    bool has(int edge) const;
    Index size(int edge) const; ///< of an axis it has
    double norm() const;
};

/// The cores of a network, one after another in `weights`, and back.
std::vector<Tensor> tensorsOf(const TensorNetwork& network, std::span<const double> weights);
std::vector<double> weightsOf(const TensorNetwork& network, const std::vector<Tensor>& cores);

/// The same tensor with its axes in another order.
Tensor permuted(const Tensor& tensor, std::vector<int> edges);

/// The matrix [all other axes in their order, edge].
Matrix unfolded(const Tensor& tensor, int edge);
/// The tensor t ×_edge M: out[.., k, ..] = sum_e t[.., e, ..] m[e, k].
Tensor times(const Tensor& tensor, int edge, const Matrix& m);
/// `tensor` with the values of a matrix [all other axes, edge] in place of its own; the edge takes the
/// matrix's number of columns.
Tensor refolded(const Tensor& tensor, int edge, const Matrix& values);
/// The slice where `edge` is `index`, without that axis; the tensor itself where it has no such axis.
Tensor slice(const Tensor& tensor, int edge, Index index);

/// The product of two tensors, summed over the edges both have, but for those in `open`.
Tensor contract(const Tensor& a, const Tensor& b, const std::vector<int>& open);
/// The product of all tensors, summed over every edge that is not in `open` (each on two tensors or more);
/// pairs whose product grows least come first.
Tensor contractAll(std::vector<Tensor> tensors, const std::vector<int>& open);

} // namespace rankscope
