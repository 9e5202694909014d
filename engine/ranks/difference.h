// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/linear_algebra.h"
#include "engine/base/parallel.h"
#include "engine/format/map_value.h"
#include "engine/network/frame_block.h"
#include "engine/network/tensor_network.h"

/// How far two maps over the same legs are apart, by contracting their networks with each other: W is never
/// formed.
namespace rankscope {

/// <V, W>, the sum of the products of all entries. The formats may differ, the modes may not: throws Error.
double innerProduct(const MapValue& v, const MapValue& w);

/// ||W||, the Frobenius norm.
double frobeniusNorm(const MapValue& w);

/// ||W - V|| / ||W||. Of two maps that are sums of equally many trees of one format, the network of the
/// difference is orthogonalised first, so that nothing cancels and errors far below 1e-8 are right; of others,
/// and where the cores of the difference would have over 2^24 values (Tucker with many modes), ||W||^2 - 2<W, V>
/// + ||V||^2 leaves some 1e-8 of noise.
double relativeDifference(const MapValue& w, const MapValue& v);

/// The same of G maps with one output, such as the maps of separate gates.
double relativeDifference(const std::vector<MapValue>& w, const std::vector<MapValue>& v);

/// W X over frames X, map after map, in float.
std::vector<float> outputsOf(const std::vector<MapValue>& maps, const FrameBlock& frames, ThreadPool& pool);

/// ||W X - V X|| / ||W X|| of two such outputs: what a change does to the map's output, which correlated
/// pixels make differ from what it does to W. Rounding leaves some 1e-6.
double relativeOutputDifference(const std::vector<float>& w, const std::vector<float>& v);

/// The network of a map value.
TensorNetwork networkOf(const MapValue& value);

/// G [N, N] of the inner products of the terms of a map that is a sum of N blocks ([1, 1] for others).
Matrix termProducts(const MapValue& value);

} // namespace rankscope
