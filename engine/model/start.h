// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <cstdint>

/// Starting values of the input-to-hidden map (section 6 of the mathematics).
///  matched     normal cores with Var(W) = K * prod var(core) = 1/I, K the product of all bond sizes; the
///  model then rescales them once
///              on a measured batch to unit variance of W x.
///  TT-RNN code cores uniform on +-sqrt(3/sqrt(n)), n the number of weights of the map; dense: Glorot
///  uniform. BT-RNN code normal cut at two deviations, deviation BT 0.05*(5-R) with R the largest Tucker
///  rank, dense 0.1, other formats 0.08.
namespace rankscope {

/// Draws the cores of map number `map` (gate, where the gates are separate), one after another.
template <class Scalar>
void drawCores(const ModelSpec& spec, const TensorNetwork& network, int map, std::uint64_t seed,
               Scalar* cores);

/// Normal cores, one after another, with Var(W) = 1/I averaged over draws; `key` names the map.
template <class Scalar>
void drawMatched(const TensorNetwork& network, std::uint64_t key, std::uint64_t seed, Scalar* cores);

/// How pixels enter: 0 = standardised per channel (matched), else x = scale * (pixel - 128) as in the papers'
/// code.
double inputScale(Start start);

} // namespace rankscope
