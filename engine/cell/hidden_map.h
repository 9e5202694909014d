// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/parallel.h"
#include "engine/base/shape.h"

#include <cstdint>
#include <memory>
#include <span>

namespace rankscope {

struct ModelSpec;
struct ParameterLayout;

/// The hidden-to-hidden map of a cell, a_t += U h_{t-1}, with U [G*J, J] dense or in any format of the
/// registry (fully tensorised cells: Pan et al. 2019, Yin et al. 2021). Gates are multiplied in groups that
/// share an operand: all at once, but the GRU's candidate, which sees r*h_{t-1}. Arrays are row-major: h
/// [rows, J]; a and its gradient [rows, G*J], of which a group touches its own columns.
template <class Scalar>
class HiddenMap {
public:
    virtual ~HiddenMap() = default;

    /// Adds "cell.U" [G*J, J]; of a compressed map its cores, "cell.U.G1", ..; with separate gates
    /// "cell.U.i.G1", ..
    virtual void addParameters(ParameterLayout& layout) = 0;

    /// Dense: orthogonal per gate. Compressed: cores drawn by the matched rule of section 6 with fan-in J,
    /// whatever the start of W, then scaled to ||U||_F^2 = G*J (of each map): the gain of orthogonal gates,
    /// averaged over the directions of h.
    virtual void start(Scalar* weights, std::uint64_t seed) const = 0;

    /// To be called before what follows, for every batch whose weights may have changed.
    virtual void prepare(const Scalar* weights, ThreadPool& pool) = 0;
    /// Whether threads may make the two products at once, each for rows of its own.
    virtual bool servesThreads() const = 0;
    /// a += U h in the columns of the group.
    virtual void addProduct(int group, const Scalar* weights, const Scalar* h, Index rows, Scalar* a) = 0;
    /// dh += U^T da, from the columns of the group.
    virtual void addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows,
                               Scalar* dh) = 0;
    /// dL/dU over all rows, overwritten; `h`: the operand of each group.
    virtual void gradient(const Scalar* weights, const Scalar* da, std::span<const Scalar* const> h,
                          Index rows, Scalar* gradient, ThreadPool& pool) = 0;
};

/// `rowsPerBatch`: what contraction plans are best for. Groups are those of recurrentGroups(). Throws Error
/// where the spec is not valid.
template <class Scalar>
std::unique_ptr<HiddenMap<Scalar>> makeHiddenMap(const ModelSpec& spec, Index rowsPerBatch);

} // namespace rankscope
