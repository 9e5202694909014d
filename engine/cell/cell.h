// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/base/time_steps.h"

#include <cstdint>
#include <memory>
#include <span>

namespace rankscope {

struct ModelSpec;
struct ParameterLayout;

/// Dropout of one training step: nothing is dropped where the rates are 0. The same units are dropped at
/// every time step of a clip; what is kept is divided by 1 - rate.
struct Dropout {
    double input = 0, recurrent = 0;
    std::uint64_t key = 0; ///< names the draw: seed, epoch and batch
};

/// A recurrent cell after the input map: it turns pre-activations W x_t of all time steps into hidden states
/// h_t (section 3 of the mathematics; LSTM Hochreiter and Schmidhuber 1997, GRU Cho et al. 2014 with reset
/// before the product). All arrays are row-major and time-major, [time, clips, ..]; gates are blocks of J
/// columns. An instance keeps what backward needs.
template <class Scalar>
class Cell {
public:
    virtual ~Cell() = default;

    Index gates() const { return m_gates; }
    Index hidden() const { return m_hidden; }

    /// Adds U (see hidden_map.h) and "cell.b" [G*J]; nothing for a cell that has none.
    virtual void addParameters(ParameterLayout& layout) = 0;
    /// U orthogonal per gate or of the same gain, b zero (the LSTM's forget bias as the spec says).
    virtual void start(Scalar* weights, std::uint64_t seed) const = 0;

    /// `a`: W x_t [rows, G*J] as `steps` lays them out, overwritten by what backward needs. `states`: h_t
    /// [rows, J], written. Neither the values nor their bits depend on the threads of the pool.
    virtual void forward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Dropout& dropout,
                         Scalar* states, ThreadPool& pool) = 0;

    /// Whether it has gates: values that pass a sigmoid.
    virtual bool hasGates() const { return false; }
    /// After `forward`, with its `a` of `rows`: share of all gates that are in the flat part
    /// of the sigmoid, |z| > 2.5.
    virtual double gateSaturation(const Scalar* /*a*/, Index /*rows*/) const { return 0; }

    /// After `forward`, with its arrays. `stateGradient`: dL/dh_t [rows, J], overwritten. `a` becomes
    /// dL/d(W x_t). The gradients of the cell's own weights are overwritten.
    virtual void backward(Scalar* a, const TimeSteps& steps, const Scalar* weights, const Scalar* states,
                          Scalar* stateGradient, Scalar* gradient, ThreadPool& pool) = 0;

protected:
    Cell(Index gates, Index hidden) : m_gates(gates), m_hidden(hidden) {}

private:
    Index m_gates, m_hidden;
};

/// `framesPerBatch`: clips times time steps, what the contraction plan of a compressed U is best for. Throws
/// Error where the spec is not valid.
template <class Scalar>
std::unique_ptr<Cell<Scalar>> makeCell(const ModelSpec& spec, Index framesPerBatch);

/// Fills a J x J block with a random orthogonal matrix (QR of normal numbers, signs fixed; Saxe et al. 2014).
template <class Scalar>
void fillOrthogonal(Scalar* block, Index size, std::uint64_t seed, std::uint64_t number);

} // namespace rankscope
