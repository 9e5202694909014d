// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/cells.h"

namespace rankscope {

// h_t = the mean of W x_0 .. W x_t; the last one is the mean over time.

template <class Scalar>
void MeanOverTime<Scalar>::forward(Scalar* a, Index time, Index clips, const Scalar*, const Dropout&,
                                   Scalar* states) {
    const Index slab = clips * this->hidden();
    for (Index t = 0; t < time; ++t) {
        const Scalar share = Scalar(1) / static_cast<Scalar>(t + 1);
        for (Index i = 0; i < slab; ++i) {
            const Scalar before = t > 0 ? states[(t - 1) * slab + i] : Scalar(0);
            states[t * slab + i] = before + (a[t * slab + i] - before) * share;
        }
    }
}

template <class Scalar>
void MeanOverTime<Scalar>::backward(Scalar* a, Index time, Index clips, const Scalar*, const Scalar*,
                                    Scalar* stateGradient, Scalar*) {
    const Index slab = clips * this->hidden();
    for (Index t = time - 1; t >= 0; --t) {
        const Scalar share = Scalar(1) / static_cast<Scalar>(t + 1);
        for (Index i = 0; i < slab; ++i) {
            const Scalar later = t + 1 < time ? a[(t + 1) * slab + i] : Scalar(0);
            a[t * slab + i] = later + stateGradient[t * slab + i] * share;
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
