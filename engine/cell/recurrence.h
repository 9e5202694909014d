// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/cell/cell.h"
#include "engine/cell/hidden_map.h"
#include "engine/model/model_spec.h"

#include <Eigen/Core>

#include <vector>

/// What the cells share: matrix views, gate functions, the map U and the bias b with their gradients.
namespace rankscope {

template <class Scalar>
using CellMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class Scalar>
using CellView = Eigen::Map<CellMatrix<Scalar>>;
template <class Scalar>
using ConstCellView = Eigen::Map<const CellMatrix<Scalar>>;
template <class Scalar>
using BiasView = Eigen::Map<const Eigen::Matrix<Scalar, 1, Eigen::Dynamic>>;

/// s(a) in place.
template <class Block>
void applySigmoid(SigmoidKind kind, Block&& a) {
    using Scalar = typename std::decay_t<Block>::Scalar;
    if (kind == SigmoidKind::Logistic)
        a = (Scalar(1) + (-a.array()).exp()).inverse().matrix();
    else
        a = (Scalar(0.2) * a.array() + Scalar(0.5)).max(Scalar(0)).min(Scalar(1)).matrix();
}

/// ds/da expressed by s = s(a).
template <class Block>
auto sigmoidSlope(SigmoidKind kind, const Block& s) {
    using Scalar = typename Block::Scalar;
    using Array = Eigen::Array<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Array value = s.array();
    if (kind == SigmoidKind::Logistic) return Array(value * (Scalar(1) - value));
    return Array((value > Scalar(0) && value < Scalar(1)).template cast<Scalar>() * Scalar(0.2));
}

/// A cell with a hidden-to-hidden map U and a bias.
template <class Scalar>
class RecurrentCell : public Cell<Scalar> {
public:
    void addParameters(ParameterLayout& layout) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    bool hasGates() const override { return !m_sigmoidGates.empty(); }
    double gateSaturation(const Scalar* a, Index rows) const override;

protected:
    /// `sigmoidGates`: which blocks of J columns pass the sigmoid.
    RecurrentCell(const ModelSpec& spec, Index framesPerBatch, std::vector<Index> sigmoidGates);

    BiasView<Scalar> b(const Scalar* weights) const;

    /// The masked h_{t-1} that U multiplies is kept for all time steps but the first: m_previous [rows, J].
    void startStates(const TimeSteps& steps, const Scalar* weights, const Dropout& dropout, ThreadPool& pool);
    /// Of these clips, t > 0.
    CellView<Scalar> previous(const ClipRange& clips, Index t);
    /// Sets previous(t) from h_{t-1}, t > 0.
    void setPrevious(const ClipRange& clips, Index t, const Scalar* states);
    /// Turns a gradient of previous(t) of the first clips into one of h_{t-1}.
    template <class Block>
    void mask(const ClipRange& clips, Block&& gradient) const {
        if (m_mask.size() > 0) gradient.array() *= m_mask.middleRows(clips.begin(), gradient.rows()).array();
    }

    /// Calls `work` for all clips, in parts on several threads where U serves them.
    void forClips(ThreadPool& pool, FunctionRef<void(const ClipRange&)> work) const;

    /// dL/dU and dL/db from dL/da of all time steps at once. The second group multiplied `reset`
    /// [rows, J] instead of previous (GRU).
    void weightGradients(const Scalar* a, const Scalar* weights, Scalar* gradient, ThreadPool& pool,
                         const Scalar* reset = nullptr) const;

    std::unique_ptr<HiddenMap<Scalar>> m_u;
    SigmoidKind m_sigmoid;
    double m_forgetBias;
    TimeSteps m_steps; ///< of the last forward
    Index m_b = 0;     ///< offset

private:
    std::vector<Index> m_sigmoidGates;
    AlignedVector<Scalar> m_previous;
    CellMatrix<Scalar> m_mask; ///< [clips, J]; empty: nothing is dropped
};

} // namespace rankscope
