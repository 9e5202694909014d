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
                           Scalar* states) {
    const Index j = this->hidden();
    this->startStates(steps, weights, dropout);
    for (Index t = 0; t < steps.time(); ++t) {
        const Index clips = steps.count(t);
        CellView<Scalar> pre(a + steps.first(t) * j, clips, j);
        this->setPrevious(t, states);
        pre.rowwise() += this->b(weights);
        if (t > 0) this->m_u->addProduct(0, weights, this->previous(t).data(), clips, pre.data());
        CellView<Scalar>(states + steps.first(t) * j, clips, j) = pre.array().tanh().matrix();
    }
}

template <class Scalar>
void Srnn<Scalar>::backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                            Scalar* stateGradient, Scalar* gradient) {
    const Index j = this->hidden();
    for (Index t = steps.time() - 1; t >= 0; --t) {
        const Index clips = steps.count(t);
        CellView<Scalar> pre(a + steps.first(t) * j, clips, j);
        const ConstCellView<Scalar> state(states + steps.first(t) * j, clips, j),
            dh(stateGradient + steps.first(t) * j, clips, j);
        pre = (dh.array() * (Scalar(1) - state.array().square())).matrix();
        if (t > 0) {
            m_product.setZero(clips, j);
            this->m_u->addTransposed(0, weights, pre.data(), clips, m_product.data());
            this->mask(m_product);
            CellView<Scalar>(stateGradient + steps.first(t - 1) * j, clips, j) += m_product;
        }
    }
    this->weightGradients(a, weights, gradient);
}

template class Srnn<float>;
template class Srnn<double>;

} // namespace rankscope
