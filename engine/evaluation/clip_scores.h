// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"
#include "engine/data/dataset.h"
#include "engine/model/sequence_model.h"

#include <optional>
#include <stop_token>

namespace rankscope {

/// What a model says of a set of clips, shown as evaluation shows them.
struct ClipScores {
    std::vector<std::vector<float>> probabilities; ///< [clips][classes], in the order asked for
    Score score;                                   ///< summed
    std::optional<double> meanPrecision;           ///< mean average precision; several labels a clip alone
};

/// The clips, their pixels and labels, and how they enter a model.
struct ClipSet {
    const FrameSource& frames;
    const DataSpec& spec;
    const PixelStatistics& statistics;
    const std::vector<std::vector<int>>& labels; ///< of every clip of `frames`
};

/// Throws Cancelled.
ClipScores scoreClips(SequenceModel<float>& model, const ClipSet& set, const std::vector<int>& clips,
                      int batch, ThreadPool& pool, std::stop_token stop = {}, const Progress& progress = {});

} // namespace rankscope
