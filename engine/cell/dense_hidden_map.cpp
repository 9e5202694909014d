// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/dense_hidden_map.h"

#include "engine/cell/recurrence.h"
#include "engine/model/parameters.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr Index panel = lineLength, // columns of U^T that are read together
    mostRows = 96,                  // of a product
    blockGates = 64;                // columns of dL/da that are brought together

std::vector<int> places(Index count, Index step) {
    std::vector<int> places;
    for (Index i = 0; i < count; ++i) places.push_back(static_cast<int>(i * step));
    return places;
}

} // namespace

template <class Scalar>
DenseHiddenMap<Scalar>::DenseHiddenMap(const ModelSpec& spec)
    : m_hidden(spec.hiddenSize()), m_inRows(m_hidden % panel == 0), m_columns{0} {
    for (const int gates : recurrentGroups(spec.cell.kind))
        m_columns.push_back(m_columns.back() + gates * m_hidden);
    if (!m_inRows) return;
    m_values = places(all(), 1);
    m_gateRows = places(mostRows, all());
    m_stateRows = places(mostRows, m_hidden);
    m_blockRows = places(mostRows, blockGates);
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
void DenseHiddenMap<Scalar>::prepare(const Scalar* weights, ThreadPool& pool) {
    if (!m_inRows) return;
    Scalar* const turned = room(m_turned, all() * m_hidden);
    pool.run(static_cast<int>(all() / panel), [&](int number) {
        const Scalar* u = weights + m_u + number * panel * m_hidden;
        Scalar* out = turned + number * panel * m_hidden;
        if constexpr (std::is_same_v<Scalar, float>) {
            const float one = 1, zero = 0;
            kernels().single.valuesToLines({u, m_hidden, m_hidden, panel, &one, &zero, 1, 0, out});
        } else {
            for (Index k = 0; k < m_hidden; ++k)
                for (Index n = 0; n < panel; ++n) *out++ = u[n * m_hidden + k];
        }
    });
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addProduct(int group, const Scalar* weights, const Scalar* h, Index rows,
                                        Scalar* a) {
    if (!m_inRows) {
        const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), state(h, rows, m_hidden);
        CellView<Scalar>(a, rows, all()).middleCols(first(group), count(group)).noalias() +=
            state * u.middleRows(first(group), count(group)).transpose();
        return;
    }
    for (Index n = first(group); n < first(group + 1); n += panel)
        for (Index row = 0; row < rows; row += mostRows)
            kernelsFor<Scalar>().multiplyRows({.a = h + row * m_hidden,
                                               .aRow = m_stateRows.data(),
                                               .aStep = m_values.data(),
                                               .b = m_turned.data() + n * m_hidden,
                                               .bRow = panel,
                                               .c = a + row * all() + n,
                                               .cRow = m_gateRows.data(),
                                               .cColumn = m_values.data(),
                                               .run = static_cast<int>(panel),
                                               .rows = static_cast<int>(std::min(mostRows, rows - row)),
                                               .depth = static_cast<int>(m_hidden),
                                               .columns = static_cast<int>(panel),
                                               .add = true});
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows,
                                           Scalar* dh) {
    if (!m_inRows) {
        const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), gates(da, rows, all());
        CellView<Scalar>(dh, rows, m_hidden).noalias() +=
            gates.middleCols(first(group), count(group)) * u.middleRows(first(group), count(group));
        return;
    }
    for (Index row = 0; row < rows; row += mostRows)
        kernelsFor<Scalar>().multiplyRows({.a = da + row * all() + first(group),
                                           .aRow = m_gateRows.data(),
                                           .aStep = m_values.data(),
                                           .b = weights + m_u + first(group) * m_hidden,
                                           .bRow = m_hidden,
                                           .c = dh + row * m_hidden,
                                           .cRow = m_stateRows.data(),
                                           .cColumn = m_values.data(),
                                           .run = static_cast<int>(m_hidden),
                                           .rows = static_cast<int>(std::min(mostRows, rows - row)),
                                           .depth = static_cast<int>(count(group)),
                                           .columns = static_cast<int>(m_hidden),
                                           .add = true});
}

template <class Scalar>
void DenseHiddenMap<Scalar>::gradient(const Scalar*, const Scalar* da, std::span<const Scalar* const> h,
                                      Index rows, Scalar* gradient, ThreadPool& pool) {
    for (int group = 0; group < static_cast<int>(h.size()); ++group) {
        const Scalar* operand = h[static_cast<std::size_t>(group)];
        Scalar* du = gradient + m_u + first(group) * m_hidden;
        if (!m_inRows) {
            CellView<Scalar>(du, count(group), m_hidden).noalias() =
                ConstCellView<Scalar>(da, rows, all()).middleCols(first(group), count(group)).transpose() *
                ConstCellView<Scalar>(operand, rows, m_hidden);
            continue;
        }
        const Index blocks = (count(group) + blockGates - 1) / blockGates;
        pool.run(static_cast<int>(blocks), [&](int block) {
            const Index gate = block * blockGates;
            setGradient(da + first(group) + gate, operand, rows, std::min(blockGates, count(group) - gate),
                        du + gate * m_hidden);
        });
    }
}

/// dL/dU of a few gates, whose dL/da are brought together: rows 4 G J bytes apart fall on few sets of the
/// cache.
template <class Scalar>
void DenseHiddenMap<Scalar>::setGradient(const Scalar* da, const Scalar* h, Index rows, Index gates,
                                         Scalar* gradient) const {
    alignas(64) Scalar block[mostRows * blockGates];
    std::fill_n(gradient, gates * m_hidden, Scalar(0));
    for (Index row = 0; row < rows; row += mostRows) {
        const Index taken = std::min(mostRows, rows - row);
        for (Index i = 0; i < taken; ++i) std::copy_n(da + (row + i) * all(), gates, block + i * blockGates);
        kernelsFor<Scalar>().rowGradient({.a = block,
                                          .aRow = m_blockRows.data(),
                                          .aStep = m_values.data(),
                                          .c = h + row * m_hidden,
                                          .cRow = m_stateRows.data(),
                                          .b = gradient,
                                          .bRow = m_hidden,
                                          .rows = static_cast<int>(taken),
                                          .depth = static_cast<int>(gates),
                                          .columns = static_cast<int>(m_hidden)});
    }
}

template class DenseHiddenMap<float>;
template class DenseHiddenMap<double>;

} // namespace rankscope
