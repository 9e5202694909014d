// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cell/recurrence.h"

/// The cells of section 3 of the mathematics; use them through `makeCell`.
namespace rankscope {

template <class Scalar>
class Lstm final : public RecurrentCell<Scalar> {
public:
    Lstm(const ModelSpec& spec, Index framesPerBatch);
    void forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                 Scalar* states, ThreadPool& pool) override;
    void backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                  Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) override;

private:
    CellMatrix<Scalar> m_cells, m_squashed, m_carry, m_product;
};

template <class Scalar>
class Gru final : public RecurrentCell<Scalar> {
public:
    Gru(const ModelSpec& spec, Index framesPerBatch);
    void forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                 Scalar* states, ThreadPool& pool) override;
    void backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                  Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) override;

private:
    CellMatrix<Scalar> m_reset, m_product, m_masked;
};

template <class Scalar>
class Srnn final : public RecurrentCell<Scalar> {
public:
    Srnn(const ModelSpec& spec, Index framesPerBatch);
    void forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                 Scalar* states, ThreadPool& pool) override;
    void backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                  Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) override;

private:
    CellMatrix<Scalar> m_product;
};

/// The baseline that tells whether recurrence helps: no weights of its own.
template <class Scalar>
class MeanOverTime final : public Cell<Scalar> {
public:
    explicit MeanOverTime(Index hidden) : Cell<Scalar>(1, hidden) {}
    void addParameters(ParameterLayout&) override {}
    void start(Scalar*, std::uint64_t) const override {}
    void forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                 Scalar* states, ThreadPool& pool) override;
    void backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                  Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) override;
};

} // namespace rankscope
