// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/cells.h"

namespace rankscope {

// Gates z, r, c; c = tanh(W_c x + U_c (r*h_{t-1}) + b_c), h_t = z*h_{t-1} + (1-z)*c: reset before the
// product: z and r multiply U by h_{t-1}, c by r*h_{t-1}.

template <class Scalar>
Gru<Scalar>::Gru(const ModelSpec& spec, Index framesPerBatch)
    : RecurrentCell<Scalar>(spec, framesPerBatch, {0, 1}) {}

template <class Scalar>
void Gru<Scalar>::forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                          Scalar* states, ThreadPool& pool) {
    const Index j = this->hidden();
    this->startStates(steps, weights, dropout, pool);
    m_reset.resize(steps.rows(), j); // r * previous, but for the first step
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = 0; t < part.time(); ++t) {
            const Index clips = part.count(t);
            CellView<Scalar> gates(a + part.first(t) * 3 * j, clips, 3 * j);
            CellView<Scalar> state(states + part.first(t) * j, clips, j);
            gates.rowwise() += this->b(weights);
            if (t > 0) {
                this->setPrevious(part, t, states);
                this->m_u->addProduct(0, weights, this->previous(part, t).data(), clips, gates.data());
            }
            applySigmoid(this->m_sigmoid, gates.leftCols(2 * j));
            const auto z = gates.leftCols(j).array();
            auto c = gates.rightCols(j);
            if (t > 0) {
                auto reset = m_reset.middleRows(part.first(t), clips);
                reset = (gates.middleCols(j, j).array() * this->previous(part, t).array()).matrix();
                this->m_u->addProduct(1, weights, reset.data(), clips, gates.data());
            }
            c = c.array().tanh().matrix();
            state = ((Scalar(1) - z) * c.array()).matrix();
            if (t > 0)
                state.array() += z * CellView<Scalar>(states + part.first(t - 1) * j, clips, j).array();
        }
    });
}

template <class Scalar>
void Gru<Scalar>::backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                           Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) {
    const Index j = this->hidden();
    m_product.resize(steps.clips(), j);
    m_masked.resize(steps.clips(), j);
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = part.time() - 1; t >= 0; --t) {
            const Index clips = part.count(t);
            CellView<Scalar> gates(a + part.first(t) * 3 * j, clips, 3 * j);
            const CellView<Scalar> dh(stateGradient + part.first(t) * j, clips, j);
            auto z = gates.leftCols(j), r = gates.middleCols(j, j), c = gates.rightCols(j);
            const auto update = z.array().eval();
            const auto candidate = c.array().eval();
            c = (dh.array() * (Scalar(1) - update) * (Scalar(1) - candidate.square())).matrix();
            if (t == 0) { // h_{-1} = 0: r has no effect
                z = (-dh.array() * candidate * sigmoidSlope(this->m_sigmoid, z)).matrix();
                r.setZero();
                break;
            }
            const ConstCellView<Scalar> before(states + part.first(t - 1) * j, clips, j);
            CellView<Scalar> earlier(stateGradient + part.first(t - 1) * j, clips, j);
            z = (dh.array() * (before.array() - candidate) * sigmoidSlope(this->m_sigmoid, z)).matrix();
            auto product = m_product.middleRows(part.begin(), clips),
                 masked = m_masked.middleRows(part.begin(), clips);
            product.setZero();
            this->m_u->addTransposed(1, weights, gates.data(), clips, product.data()); // dL/d(r * previous)
            const auto previous = this->previous(part, t).array();
            masked = (product.array() * r.array()).matrix();
            r = (product.array() * previous * sigmoidSlope(this->m_sigmoid, r)).matrix();
            this->m_u->addTransposed(0, weights, gates.data(), clips, masked.data());
            this->mask(part, masked);
            earlier.array() += dh.array() * update + masked.array();
        }
    });
    this->weightGradients(a, weights, gradient, pool, m_reset.data());
}

template class Gru<float>;
template class Gru<double>;

} // namespace rankscope
