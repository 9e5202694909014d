// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/dense_hidden_map.h"

#include "engine/cell/recurrence.h"
#include "engine/model/parameters.h"

namespace rankscope {

template <class Scalar>
DenseHiddenMap<Scalar>::DenseHiddenMap(const ModelSpec& spec) : m_hidden(spec.hiddenSize()), m_columns{0} {
    for (const int gates : recurrentGroups(spec.cell.kind))
        m_columns.push_back(m_columns.back() + gates * m_hidden);
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addParameters(ParameterLayout& layout) {
    m_u = layout.add("cell.U", {all(), m_hidden}, true);
}

template <class Scalar>
void DenseHiddenMap<Scalar>::start(Scalar* weights, std::uint64_t seed) const {
    for (Index gate = 0; gate < all() / m_hidden; ++gate)
        fillOrthogonal(weights + m_u + gate * m_hidden * m_hidden, m_hidden, seed,
                       static_cast<std::uint64_t>(gate));
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addProduct(int group, const Scalar* weights, const Scalar* h, Index rows,
                                        Scalar* a) {
    const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), state(h, rows, m_hidden);
    CellView<Scalar>(a, rows, all()).middleCols(first(group), count(group)).noalias() +=
        state * u.middleRows(first(group), count(group)).transpose();
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows,
                                           Scalar* dh) {
    const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), gates(da, rows, all());
    CellView<Scalar>(dh, rows, m_hidden).noalias() +=
        gates.middleCols(first(group), count(group)) * u.middleRows(first(group), count(group));
}

template <class Scalar>
void DenseHiddenMap<Scalar>::gradient(const Scalar*, const Scalar* da, std::span<const Scalar* const> h,
                                      Index rows, Scalar* gradient) {
    const ConstCellView<Scalar> gates(da, rows, all());
    CellView<Scalar> du(gradient + m_u, all(), m_hidden);
    for (int group = 0; group < static_cast<int>(h.size()); ++group)
        du.middleRows(first(group), count(group)).noalias() =
            gates.middleCols(first(group), count(group)).transpose() *
            ConstCellView<Scalar>(h[static_cast<std::size_t>(group)], rows, m_hidden);
}

template class DenseHiddenMap<float>;
template class DenseHiddenMap<double>;

} // namespace rankscope
