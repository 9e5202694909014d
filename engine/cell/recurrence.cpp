// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/recurrence.h"

#include "engine/base/random.h"
#include "engine/model/parameters.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

template <class Scalar>
RecurrentCell<Scalar>::RecurrentCell(const ModelSpec& spec, Index framesPerBatch,
                                     std::vector<Index> sigmoidGates)
    : Cell<Scalar>(gateCount(spec.cell.kind), spec.hiddenSize()),
      m_u(makeHiddenMap<Scalar>(spec, framesPerBatch)),
      m_sigmoid(spec.cell.sigmoid),
      m_forgetBias(spec.cell.kind == CellKind::Lstm ? spec.cell.forgetBias : 0),
      m_sigmoidGates(std::move(sigmoidGates)) {}

template <class Scalar>
void RecurrentCell<Scalar>::addParameters(ParameterLayout& layout) {
    m_u->addParameters(layout);
    m_b = layout.add("cell.b", {this->gates() * this->hidden()}, false);
}

template <class Scalar>
void RecurrentCell<Scalar>::start(Scalar* weights, std::uint64_t seed) const {
    const Index j = this->hidden();
    m_u->start(weights, seed);
    std::fill_n(weights + m_b, this->gates() * j, Scalar(0));
    if (m_forgetBias != 0)
        std::fill_n(weights + m_b + j, j,
                    static_cast<Scalar>(m_forgetBias)); // gates i, f, c, o: f is the second
}

template <class Scalar>
BiasView<Scalar> RecurrentCell<Scalar>::b(const Scalar* weights) const {
    return {weights + m_b, this->gates() * this->hidden()};
}

template <class Scalar>
double RecurrentCell<Scalar>::gateSaturation(const Scalar* a, Index rows) const {
    // s(2.5) - 1/2, by which s(z) tells |z| > 2.5: 1/2 where the hard sigmoid is flat
    const auto limit =
        static_cast<Scalar>(m_sigmoid == SigmoidKind::Hard ? 0.5 : 1 / (1 + std::exp(-2.5)) - 0.5);
    const Index j = this->hidden(), width = this->gates() * j;
    Index saturated = 0;
    for (Index row = 0; row < rows; ++row)
        for (const Index gate : m_sigmoidGates) {
            const Scalar* values = a + row * width + gate * j;
            int count = 0;
            for (Index i = 0; i < j; ++i) count += std::abs(values[i] - Scalar(0.5)) >= limit;
            saturated += count;
        }
    const double all = static_cast<double>(rows * j) * static_cast<double>(m_sigmoidGates.size());
    return static_cast<double>(saturated) / all;
}

template <class Scalar>
void RecurrentCell<Scalar>::startStates(const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                                        ThreadPool& pool) {
    if (steps.time() > 1) m_u->prepare(weights, pool);
    m_steps = steps;
    const std::size_t values = static_cast<std::size_t>(steps.rows() * this->hidden());
    if (m_previous.size() < values) m_previous.resize(values);
    m_mask.resize(dropout.recurrent > 0 ? steps.clips() : 0, this->hidden());
    const Scalar kept = static_cast<Scalar>(1 / (1 - dropout.recurrent));
    for (Index clip = 0; clip < m_mask.rows(); ++clip) {
        Random random{dropout.key, purpose::dropout, static_cast<std::uint64_t>(clip)};
        for (Index i = 0; i < this->hidden(); ++i)
            m_mask(clip, i) = random.uniform() < dropout.recurrent ? Scalar(0) : kept;
    }
}

template <class Scalar>
CellView<Scalar> RecurrentCell<Scalar>::previous(const ClipRange& clips, Index t) {
    return {m_previous.data() + clips.first(t) * this->hidden(), clips.count(t), this->hidden()};
}

template <class Scalar>
void RecurrentCell<Scalar>::setPrevious(const ClipRange& clips, Index t, const Scalar* states) {
    auto target = previous(clips, t);
    target =
        ConstCellView<Scalar>(states + clips.first(t - 1) * this->hidden(), clips.count(t), this->hidden());
    mask(clips, target);
}

template <class Scalar>
void RecurrentCell<Scalar>::forClips(ThreadPool& pool, FunctionRef<void(const ClipRange&)> work) const {
    // so many clips that U is multiplied as fast as for all at once; never by the threads: bits depend on it
    constexpr Index size = 8, most = 8;
    const Index clips = m_steps.clips(),
                parts = m_u->servesThreads() ? std::clamp<Index>(clips / size, 1, most) : 1;
    pool.run(static_cast<int>(parts),
             [&](int part) { work(ClipRange(m_steps, clips * part / parts, clips * (part + 1) / parts)); });
}

template <class Scalar>
void RecurrentCell<Scalar>::weightGradients(const Scalar* a, const Scalar* weights, Scalar* gradient,
                                            ThreadPool& pool, const Scalar* reset) const {
    const Index rows = m_steps.rows(), columns = this->gates() * this->hidden();
    const Index first = m_steps.first(1), state = first * this->hidden(); // h_{-1} = 0 gives nothing
    const Scalar* const operands[] = {m_previous.data() + state, reset ? reset + state : nullptr};
    m_u->gradient(weights, a + first * columns, std::span(operands, reset ? 2 : 1), rows - first, gradient,
                  pool);
    CellView<Scalar>(gradient + m_b, 1, columns) = ConstCellView<Scalar>(a, rows, columns).colwise().sum();
}

template class RecurrentCell<float>;
template class RecurrentCell<double>;

} // namespace rankscope
