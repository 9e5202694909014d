// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"
#include "engine/format/map_spec.h"
#include "engine/network/tensor_network.h"

namespace rankscope {

/// Recurrent cells of section 3 of the mathematics: LSTM, GRU (reset before the product), SRNN, and the
/// non-recurrent baseline (the mean over time of the map's output).
enum class CellKind { Lstm, Gru, Srnn, Mean };
enum class GateLayout {
    Concatenated,
    Separate
};                                         ///< one map whose first output mode is G*J_1, or one map per gate
enum class SigmoidKind { Logistic, Hard }; ///< hard: clip(0.2 x + 0.5, 0, 1)
enum class Start { Matched, TtCode, BtCode }; ///< starting values, see model/start.h

template <>
struct Names<CellKind> {
    static constexpr const char* what = "Cell";
    static constexpr Named<CellKind> all[] = {{CellKind::Lstm, "lstm", "LSTM"},
                                              {CellKind::Gru, "gru", "GRU"},
                                              {CellKind::Srnn, "srnn", "SRNN"},
                                              {CellKind::Mean, "mean", "Mean over time (not recurrent)"}};
};
template <>
struct Names<GateLayout> {
    static constexpr const char* what = "Gates";
    static constexpr Named<GateLayout> all[] = {{GateLayout::Concatenated, "concatenated", "Concatenated"},
                                                {GateLayout::Separate, "separate", "Separate"}};
};
template <>
struct Names<SigmoidKind> {
    static constexpr const char* what = "Sigmoid";
    static constexpr Named<SigmoidKind> all[] = {{SigmoidKind::Logistic, "logistic", "Logistic"},
                                                 {SigmoidKind::Hard, "hard", "Hard"}};
};
template <>
struct Names<Start> {
    static constexpr const char* what = "Start";
    static constexpr Named<Start> all[] = {{Start::Matched, "matched", "Matched variance"},
                                           {Start::TtCode, "tt-code", "TT-RNN code"},
                                           {Start::BtCode, "bt-code", "BT-RNN code"}};
};

/// G: SRNN 1, GRU 3 (z, r, c), LSTM 4 (i, f, c, o), mean 1.
Index gateCount(CellKind cell);

struct CellSpec {
    CellKind kind = CellKind::Lstm;
    GateLayout gates = GateLayout::Concatenated;
    SigmoidKind sigmoid = SigmoidKind::Logistic;
    double forgetBias = 1.0; ///< starting value of the LSTM's forget bias

    bool operator==(const CellSpec&) const = default;
};

/// All that defines a model but its weights.
struct ModelSpec {
    CellSpec cell;
    MapSpec map; ///< input to hidden, W
    /// Hidden to hidden, U: dense (the other fields then do nothing), or compressed. Modes left empty are
    /// those of the hidden state, map.outModes; gates as for W. A cell without U ignores it.
    MapSpec recurrent{"dense", {}, {}, {4}, {4}, 2};
    Start start = Start::Matched;
    std::string task = "classification"; ///< "classification" (one label) or "multi-label"; set from the data
    Index classes = 0;                   ///< set from the data when a run starts; 0 = not known yet

    Index inputSize() const { return product(map.inModes); }   ///< I
    Index hiddenSize() const { return product(map.outModes); } ///< J
    bool operator==(const ModelSpec&) const = default;
};

/// Throws Error naming the field, its value and the nearest valid choice.
void validate(const ModelSpec& spec);

/// The network of the map (of one gate where the gates are separate). Throws Error as `validate`.
TensorNetwork networkOf(const ModelSpec& spec);

/// Gates that multiply U by the same operand, in the order of their blocks: all at once, but for the GRU: z
/// and r see h_{t-1}, c sees r*h_{t-1}. Empty for a cell without U.
std::vector<int> recurrentGroups(CellKind cell);

/// Maps that share the frames: G where the gates are separate, else 1.
Index mapCount(const CellSpec& cell);

/// Names of the gates in the order of their blocks: "i", "f", "c", "o"; "z", "r", "c"; "a".
const char* gateName(CellKind cell, int gate);

/// Whether U is there and not dense.
bool compressesRecurrent(const ModelSpec& spec);

/// The map U with modes and single ranks spelled out, gates not multiplied in. Throws Error as `validate`.
MapSpec completedRecurrent(const ModelSpec& spec);

/// The network of U, whatever its format: J -> G*J, or of one gate where the gates are separate (mapCount of
/// them). Throws Error as `validate`.
TensorNetwork recurrentNetworkOf(const ModelSpec& spec);

/// The same model with dense maps: what compression is compared with.
ModelSpec denseEquivalent(ModelSpec spec);

} // namespace rankscope
