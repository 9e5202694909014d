// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/format/map_value.h"
#include "engine/model/sequence_model.h"

#include <string>
#include <vector>

/// What a trained model does, for people to look at: its cell over the time of a clip, and what its units
/// look for in a frame.
namespace rankscope {

/// A cell over one clip, step by step (section 3 of the mathematics).
struct CellTrace {
    Index time = 0, hidden = 0, outputs = 0;
    std::vector<std::string> gates; ///< names of the gates: "i", "f", "c", "o"
    std::vector<float> gateValues;  ///< [T, gates, J], squashed; of a cell without gates tanh(a) or a itself
    std::vector<float> cellStates;  ///< c_t [T, J]; empty but for an LSTM
    std::vector<float> states;      ///< h_t [T, J]
    std::vector<float> probabilities; ///< [T, outputs]: the head applied after each step; the last row is the
                                      ///< answer of the model
};

/// `clip`: the frames of one clip.
template <class Scalar>
CellTrace traceOf(SequenceModel<Scalar>& model, const FrameBlock& clip, ThreadPool& pool);

/// Row `row` of W, [I], contracted from the cores with the output legs held at this one index: W is never
/// formed.
std::vector<double> matrixRow(const MapValue& map, Index row);

/// The row of W that feeds one unit of one gate, laid out as the frames are decoded,
/// [height][width][channels]. Throws std::logic_error where the frame is not of the model's input size.
std::vector<float> inputPattern(const ModelSpec& model, std::span<const float> weights, const DataSpec& data,
                                int gate, Index unit);

} // namespace rankscope
