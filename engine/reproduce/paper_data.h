// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"

#include <filesystem>

/// The papers' data sets in the layouts in which they are distributed, as indices of clips. `folder` is the
/// unpacked archive or the folder it lies in.
namespace rankscope {

/// UCF11 (YouTube Action): <class>/v_<class>_NN/*.mpg, a folder v_.. being one scene: its clips are a group.
/// What lies elsewhere is skipped. Throws Error where nothing lies in such a folder; Cancelled.
Dataset indexUcf11(const std::filesystem::path& folder, std::stop_token stop = {},
                   const Progress& progress = {});

/// YouTube Celebrities: NNNN_CC_first_last.avi in one folder; what follows the numbers names the person. The
/// recordings that clips were cut from are the groups: NNNN where several clips share it, else the person
/// with CC. Throws Error where no file is named so; Cancelled.
Dataset indexYouTubeFaces(const std::filesystem::path& folder, std::stop_token stop = {});

/// Hollywood2: AVIClips*/<clip>.avi and ClipSets/<class>_train.txt, <class>_test.txt, a clip with several
/// labels; Clip::split says "train" or "test". Its scenes (classes INT-.. and EXT-..) are left out, the
/// papers use its actions. Throws Error.
Dataset indexHollywood2(const std::filesystem::path& folder);

/// Writes the clips as a list that `readList` reads, with `fold` as validation clips where it is not
/// negative (`folds`: of each clip). A list that is there already must say the same: Error, since it belongs
/// to runs on other clips.
void writeClipList(const std::filesystem::path& path, const Dataset& dataset,
                   const std::vector<int>& folds = {}, int fold = -1);

} // namespace rankscope
