// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/experiment/experiment.h"
#include "engine/storage/run_folder.h"

#include <optional>

/// How a study divides its clips and which figure of a run it reports (section 8 of the mathematics).
namespace rankscope {

/// grouped   clips of one scene, person or recording on one side; the epoch best on validation clips, and its
///           figure on test clips, which are looked at once.
/// tt-code   five folds over clips, the last epoch (the code of Yang, Krompass, Tresp 2017).
/// bt-code   one random share of 80 and 20 %, the same frames of a clip in every epoch, the epoch of lowest
///           loss on the 20 % and its figure there (the code of Ye et al. 2018).
enum class Protocol { Grouped, TtCode, BtCode };

template <>
struct Names<Protocol> {
    static constexpr const char* what = "Protocol";
    static constexpr Named<Protocol> all[] = {
        {Protocol::Grouped, "grouped", "Groups kept apart, tested once"},
        {Protocol::TtCode, "tt-code", "Five folds over clips, last epoch"},
        {Protocol::BtCode, "bt-code", "Random 80/20 of clips, epoch of lowest loss on the 20 %"}};
};

inline constexpr int protocolFolds = 5;

/// Sets the rules of the split and switches augmentation off where the papers' code had none.
void applyProtocol(Protocol protocol, DataSpec& data);

/// Divides the clips into `folds` parts of equal size up to one, drawn once for all runs: part of each clip.
std::vector<int> foldsOf(const Dataset& dataset, int folds);

/// The figure of a run as the protocol reports it: the share of clips that are right or, where clips have
/// several labels, the mean average precision; none while the run is not done or has no
/// clips to be judged by.
std::optional<double> figureOf(Protocol protocol, const RunInfo& run);

/// What that figure is, for captions.
std::string describedFigure(Protocol protocol);

} // namespace rankscope
