// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/cells.h"

#include <algorithm>

namespace rankscope {

// Gates i, f, c, o; c_t = f*c_{t-1} + i*tanh(a_c), h_t = o*tanh(c_t).

namespace {
/// Row of these clips' c_{t-1} in all cells, of which c_{-1} comes first.
Index cellsBefore(const TimeSteps& steps, const ClipRange& part, Index t) {
    return t == 0 ? part.begin() : steps.clips() + part.first(t - 1);
}
} // namespace

template <class Scalar>
Lstm<Scalar>::Lstm(const ModelSpec& spec, Index framesPerBatch)
    : RecurrentCell<Scalar>(spec, framesPerBatch, {0, 1, 3}) {}

template <class Scalar>
void Lstm<Scalar>::forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                           Scalar* states, ThreadPool& pool) {
    const Index j = this->hidden();
    this->startStates(steps, weights, dropout, pool);
    m_cells.resize(steps.clips() + steps.rows(), j); // c_{-1} = 0 first
    m_squashed.resize(steps.rows(), j);              // tanh(c_t)
    m_cells.topRows(steps.clips()).setZero();
    const auto bias = this->b(weights);
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = 0; t < part.time(); ++t) {
            const Index clips = part.count(t);
            CellView<Scalar> gates(a + part.first(t) * 4 * j, clips, 4 * j);
            CellView<Scalar> state(states + part.first(t) * j, clips, j);
            gates.rowwise() += bias;
            if (t > 0) {
                this->setPrevious(part, t, states);
                this->m_u->addProduct(0, weights, this->previous(part, t).data(), clips, gates.data());
            }
            applySigmoid(this->m_sigmoid, gates.leftCols(2 * j));
            gates.middleCols(2 * j, j) = gates.middleCols(2 * j, j).array().tanh().matrix();
            applySigmoid(this->m_sigmoid, gates.rightCols(j));
            const auto before = m_cells.middleRows(cellsBefore(steps, part, t), clips).array();
            auto cell = m_cells.middleRows(steps.clips() + part.first(t), clips);
            cell = (gates.middleCols(j, j).array() * before +
                    gates.leftCols(j).array() * gates.middleCols(2 * j, j).array())
                       .matrix();
            auto squashed = m_squashed.middleRows(part.first(t), clips);
            squashed = cell.array().tanh().matrix();
            state = (gates.rightCols(j).array() * squashed.array()).matrix();
        }
    });
}

template <class Scalar>
void Lstm<Scalar>::backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar*,
                            Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) {
    const Index j = this->hidden();
    m_carry.setZero(steps.clips(), j); // dL/dc_t that comes from t + 1; nothing where a clip ends
    m_product.resize(steps.clips(), j);
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = part.time() - 1; t >= 0; --t) {
            const Index clips = part.count(t);
            CellView<Scalar> gates(a + part.first(t) * 4 * j, clips, 4 * j);
            const CellView<Scalar> dh(stateGradient + part.first(t) * j, clips, j);
            const auto squashed = m_squashed.middleRows(part.first(t), clips).array();
            const auto before = m_cells.middleRows(cellsBefore(steps, part, t), clips).array();
            auto carry = m_carry.middleRows(part.begin(), clips).array();
            auto i = gates.leftCols(j), f = gates.middleCols(j, j), c = gates.middleCols(2 * j, j),
                 o = gates.rightCols(j);
            carry += dh.array() * o.array() * (Scalar(1) - squashed.square());
            o = (dh.array() * squashed * sigmoidSlope(this->m_sigmoid, o)).matrix();
            const auto inputGate = i.array().eval();
            i = (carry * c.array() * sigmoidSlope(this->m_sigmoid, i)).matrix();
            c = (carry * inputGate * (Scalar(1) - c.array().square())).matrix();
            const auto forgetGate = f.array().eval();
            f = (carry * before * sigmoidSlope(this->m_sigmoid, f)).matrix();
            carry *= forgetGate;
            if (t > 0) {
                CellView<Scalar> earlier(stateGradient + part.first(t - 1) * j, clips, j);
                auto product = m_product.middleRows(part.begin(), clips);
                product.setZero();
                this->m_u->addTransposed(0, weights, gates.data(), clips, product.data());
                this->mask(part, product);
                earlier += product;
            }
        }
    });
    this->weightGradients(a, weights, gradient, pool);
}

template class Lstm<float>;
template class Lstm<double>;

} // namespace rankscope
