// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <string>
#include <vector>

/// The models of a study by short names: "dense-lstm", "tt-gru", "tt-lstm-r8", "bt-lstm-r2", "bt-lstm-r1-n3",
/// "mean".
namespace rankscope {

struct StudyModel {
    std::string name;  ///< also of its run folders
    std::string title; ///< for people: "BT-LSTM, R=2, N=2"
    ModelSpec spec;
};

/// `<format>-<cell>[-r<rank>][-n<blocks>]` with the ids of formats and cells, rank 4 and 2 blocks where none
/// are named; "mean" is the mean over time of a TT map. All else is taken from `base`: modes, start, cell
/// variant. Throws Error naming what is not known.
StudyModel studyModel(const std::string& name, const ModelSpec& base);

/// Those the papers compare, and the mean over time.
std::vector<std::string> paperModelNames();

/// LSTMs over a range of ranks, and the mean over time: the block-term paper's claim is that BT needs no rank
/// search.
std::vector<std::string> rankStudyNames(const Shape& ttRanks, const Shape& btRanks, const Shape& btBlocks);

} // namespace rankscope
