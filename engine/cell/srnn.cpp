// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/cells.h"

namespace rankscope {

// h_t = tanh(a_t).

template <class Scalar>
Srnn<Scalar>::Srnn(const ModelSpec& spec, Index framesPerBatch)
    : RecurrentCell<Scalar>(spec, framesPerBatch, {}) {}

template <class Scalar>
void Srnn<Scalar>::forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                           Scalar* states, ThreadPool& pool) {
    const Index j = this->hidden();
    this->startStates(steps, weights, dropout, pool);
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = 0; t < part.time(); ++t) {
            const Index clips = part.count(t);
            CellView<Scalar> pre(a + part.first(t) * j, clips, j);
            pre.rowwise() += this->b(weights);
            if (t > 0) {
                this->setPrevious(part, t, states);
                this->m_u->addProduct(0, weights, this->previous(part, t).data(), clips, pre.data());
            }
            CellView<Scalar>(states + part.first(t) * j, clips, j) = pre.array().tanh().matrix();
        }
    });
}

template <class Scalar>
void Srnn<Scalar>::backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                            Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) {
    const Index j = this->hidden();
    m_product.resize(steps.clips(), j);
    this->forClips(pool, [&](const ClipRange& part) {
        for (Index t = part.time() - 1; t >= 0; --t) {
            const Index clips = part.count(t);
            CellView<Scalar> pre(a + part.first(t) * j, clips, j);
            const ConstCellView<Scalar> state(states + part.first(t) * j, clips, j),
                dh(stateGradient + part.first(t) * j, clips, j);
            pre = (dh.array() * (Scalar(1) - state.array().square())).matrix();
            if (t > 0) {
                auto product = m_product.middleRows(part.begin(), clips);
                product.setZero();
                this->m_u->addTransposed(0, weights, pre.data(), clips, product.data());
                this->mask(part, product);
                CellView<Scalar>(stateGradient + part.first(t - 1) * j, clips, j) += product;
            }
        }
    });
    this->weightGradients(a, weights, gradient, pool);
}

template class Srnn<float>;
template class Srnn<double>;

} // namespace rankscope
