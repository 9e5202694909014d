// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/cells.h"

namespace rankscope {

// h_t = the mean of W x_0 .. W x_t; the last one is the mean over time.

template <class Scalar>
void MeanOverTime<Scalar>::forward(Scalar* a, const TimeSteps& steps, const Scalar*, const Dropout&,
                                   Scalar* states, ThreadPool&) {
    const Index j = this->hidden();
    for (Index t = 0; t < steps.time(); ++t) {
        const Scalar share = Scalar(1) / static_cast<Scalar>(t + 1);
        const Index first = steps.first(t) * j, earlier = t > 0 ? steps.first(t - 1) * j : 0;
        for (Index i = 0; i < steps.count(t) * j; ++i) {
            const Scalar before = t > 0 ? states[earlier + i] : Scalar(0);
            states[first + i] = before + (a[first + i] - before) * share;
        }
    }
}

template <class Scalar>
void MeanOverTime<Scalar>::backward(Scalar* a, const TimeSteps& steps, const Scalar*, const Scalar*,
                                    Scalar* stateGradient, Scalar*, ThreadPool&) {
    const Index j = this->hidden();
    for (Index t = steps.time() - 1; t >= 0; --t) {
        const Scalar share = Scalar(1) / static_cast<Scalar>(t + 1);
        const Index first = steps.first(t) * j, next = steps.first(t + 1) * j,
                    lasting = t + 1 < steps.time() ? steps.count(t + 1) * j : 0;
        for (Index i = 0; i < steps.count(t) * j; ++i) {
            const Scalar later = i < lasting ? a[next + i] : Scalar(0);
            a[first + i] = later + stateGradient[first + i] * share;
        }
    }
}

template class MeanOverTime<float>;
template class MeanOverTime<double>;

template <class Scalar>
std::unique_ptr<Cell<Scalar>> makeCell(const ModelSpec& spec, Index framesPerBatch) {
    switch (spec.cell.kind) {
    case CellKind::Lstm:
        return std::make_unique<Lstm<Scalar>>(spec, framesPerBatch);
    case CellKind::Gru:
        return std::make_unique<Gru<Scalar>>(spec, framesPerBatch);
    case CellKind::Srnn:
        return std::make_unique<Srnn<Scalar>>(spec, framesPerBatch);
    case CellKind::Mean:
        return std::make_unique<MeanOverTime<Scalar>>(spec.hiddenSize());
    }
    return nullptr;
}

template std::unique_ptr<Cell<float>> makeCell(const ModelSpec&, Index);
template std::unique_ptr<Cell<double>> makeCell(const ModelSpec&, Index);

} // namespace rankscope
