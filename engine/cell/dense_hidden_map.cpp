// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/dense_hidden_map.h"

#include "engine/cell/recurrence.h"
#include "engine/model/parameters.h"

#include <algorithm>

namespace rankscope {

namespace {

/// [rows, columns] with a distance between rows, turned into [columns, rows].
template <class Scalar>
const Scalar* turned(const Scalar* matrix, Index rows, Index columns, Index step,
                     AlignedVector<Scalar>& buffer) {
    Scalar* out = room(buffer, rows * columns);
    for (Index column = 0; column < columns; ++column)
        for (Index row = 0; row < rows; ++row) *out++ = matrix[row * step + column];
    return buffer.data();
}

} // namespace

template <class Scalar>
DenseHiddenMap<Scalar>::DenseHiddenMap(const ModelSpec& spec)
    : m_hidden(spec.hiddenSize()), m_inLines(m_hidden % lineLength == 0), m_columns{0} {
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
void DenseHiddenMap<Scalar>::turn(const Scalar* weights) {
    if (!m_turnedIsOld) return;
    m_turnedIsOld = false;
    Scalar* lines = room(m_turned, all() * m_hidden);
    const Scalar* u = weights + m_u;
    if constexpr (std::is_same_v<Scalar, float>) {
        const float one = 1, zero = 0;
        for (Index n = 0; n < all(); n += lineLength)
            kernels().single.valuesToLines(
                {u + n * m_hidden, m_hidden, m_hidden, lineLength, &one, &zero, 1, 0, lines + n * m_hidden});
    } else {
        for (Index n = 0; n < all(); n += lineLength)
            for (Index k = 0; k < m_hidden; ++k)
                for (int lane = 0; lane < lineLength; ++lane) *lines++ = u[(n + lane) * m_hidden + k];
    }
}

/// c[row, n] += sum_k a[k, lines of n] b[k, row]: steps between lines of a, between its k, and between rows
/// of c.
template <class Scalar>
void DenseHiddenMap<Scalar>::addLines(const LineProduct<Scalar>& product, Index rowStep, Index depthStep,
                                      Index columnStep) {
    const auto table = [](std::vector<int>& steps, int count, Index step) {
        steps.resize(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) steps[static_cast<std::size_t>(i)] = static_cast<int>(i * step);
        return steps.data();
    };
    LineProduct<Scalar> p = product;
    p.aRow = table(m_rowTable, p.rows, rowStep);
    p.aStep = table(m_depthTable, p.depth, depthStep);
    p.cColumn = table(m_columnTable, p.columns, columnStep);
    p.cRow = table(m_lineTable, p.rows, lineLength);
    kernelsFor<Scalar>().multiply(p);
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addProduct(int group, const Scalar* weights, const Scalar* h, Index rows,
                                        Scalar* a) {
    if (m_inLines) {
        turn(weights);
        const Scalar* operand = turned(h, rows, m_hidden, m_hidden, m_operand);
        addLines({.a = m_turned.data() + first(group) * m_hidden,
                  .b = operand,
                  .bRow = rows,
                  .c = a + first(group),
                  .rows = static_cast<int>(count(group) / lineLength),
                  .depth = static_cast<int>(m_hidden),
                  .columns = static_cast<int>(rows),
                  .add = true},
                 m_hidden * lineLength, lineLength, all());
        return;
    }
    const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), state(h, rows, m_hidden);
    CellView<Scalar>(a, rows, all()).middleCols(first(group), count(group)).noalias() +=
        state * u.middleRows(first(group), count(group)).transpose();
}

template <class Scalar>
void DenseHiddenMap<Scalar>::addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows,
                                           Scalar* dh) {
    if (m_inLines) {
        const Scalar* operand = turned(da + first(group), rows, count(group), all(), m_operand);
        addLines({.a = weights + m_u + first(group) * m_hidden,
                  .b = operand,
                  .bRow = rows,
                  .c = dh,
                  .rows = static_cast<int>(m_hidden / lineLength),
                  .depth = static_cast<int>(count(group)),
                  .columns = static_cast<int>(rows),
                  .add = true},
                 lineLength, m_hidden, m_hidden);
        return;
    }
    const ConstCellView<Scalar> u(weights + m_u, all(), m_hidden), gates(da, rows, all());
    CellView<Scalar>(dh, rows, m_hidden).noalias() +=
        gates.middleCols(first(group), count(group)) * u.middleRows(first(group), count(group));
}

template <class Scalar>
void DenseHiddenMap<Scalar>::gradient(const Scalar*, const Scalar* da, std::span<const Scalar* const> h,
                                      Index rows, Scalar* gradient) {
    const ConstCellView<Scalar> gates(da, rows, all());
    CellView<Scalar> du(gradient + m_u, all(), m_hidden);
    for (int group = 0; group < static_cast<int>(h.size()); ++group) {
        const Scalar* operand = h[static_cast<std::size_t>(group)];
        auto part = du.middleRows(first(group), count(group));
        if (m_inLines) {
            part.setZero();
            const Index most = (Index{1} << 30) / m_hidden; // rows whose places fit the tables
            for (Index row = 0; row < rows; row += most)
                addLines({.a = operand + row * m_hidden,
                          .b = da + row * all() + first(group),
                          .bRow = all(),
                          .c = part.data(),
                          .rows = static_cast<int>(m_hidden / lineLength),
                          .depth = static_cast<int>(std::min(most, rows - row)),
                          .columns = static_cast<int>(count(group)),
                          .add = true},
                         lineLength, m_hidden, m_hidden);
        } else
            part.noalias() = gates.middleCols(first(group), count(group)).transpose() *
                             ConstCellView<Scalar>(operand, rows, m_hidden);
    }
}

template class DenseHiddenMap<float>;
template class DenseHiddenMap<double>;

} // namespace rankscope
