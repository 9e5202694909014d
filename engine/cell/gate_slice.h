// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/tensor_network.h"

namespace rankscope {

/// The gates first .. first + count - 1 of a map whose first output mode holds more of them: the network cut
/// along that mode, and where its weights lie in the weights of the whole. Only the core with that leg is
/// cut.
class GateSlice {
public:
    GateSlice(const TensorNetwork& whole, Index gates, Index first, Index count);

    const TensorNetwork& network() const { return m_network; }
    template <class Scalar>
    void cut(const Scalar* whole, Scalar* part) const;
    /// whole += part.
    template <class Scalar>
    void addBack(const Scalar* part, Scalar* whole) const;

private:
    /// `count` runs of `length` values, of which the whole has one every `stride`.
    struct Runs {
        Index whole, part, count, stride, length;
    };
    TensorNetwork m_network;
    std::vector<Runs> m_runs; ///< one of each core
};

} // namespace rankscope
