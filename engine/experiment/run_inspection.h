// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/inspection.h"
#include "engine/evaluation/metrics.h"
#include "engine/experiment/run_data.h"

/// A run opened to be looked into: the weights of one epoch and, once they are asked for, its clips.
namespace rankscope {

enum class WeightsOf { Best, Last };
template <>
struct Names<WeightsOf> {
    static constexpr const char* what = "Weights";
    static constexpr Named<WeightsOf> all[] = {{WeightsOf::Best, "best", "Best epoch"},
                                               {WeightsOf::Last, "last", "Last epoch"}};
};

struct InspectedRun {
    std::filesystem::path folder;
    RunHeader header;
    ModelSpec model;            ///< with the ranks of that epoch, completed
    std::vector<float> weights; ///< laid out as layoutOf(model)
    int epoch = 0;              ///< 0: before the end of the first
};

/// Throws Error where the folder is no run or holds no such weights.
InspectedRun inspectRun(const std::filesystem::path& folder, WeightsOf weights);

struct InspectedClips {
    RunData data;
    Split split;
};

/// `folder`: of the clips; empty: where they were when the run was trained. Throws Error where they are
/// others than the run's, Cancelled.
InspectedClips openClips(const InspectedRun& run, const std::filesystem::path& folder,
                         const Resources& resources, std::stop_token stop, const Progress& progress = {});

enum class ClipSetName { Validation, Test, Train };
template <>
struct Names<ClipSetName> {
    static constexpr const char* what = "Clips";
    static constexpr Named<ClipSetName> all[] = {{ClipSetName::Validation, "validation", "Validation"},
                                                 {ClipSetName::Test, "test", "Test"},
                                                 {ClipSetName::Train, "train", "Training"}};
};
const std::vector<int>& clipsOf(const Split& split, ClipSetName name);

/// What the run says of each clip of a set.
struct ClipPredictions {
    std::vector<int> clips;                        ///< indices into the data set
    std::vector<std::vector<float>> probabilities; ///< [clips][classes]
    Evaluation evaluation;
};
/// Throws Error where the set has no clips, Cancelled.
ClipPredictions predictClips(const InspectedRun& run, const InspectedClips& clips, ClipSetName set,
                             int threads, std::stop_token stop, const Progress& progress = {});

/// The candidate frames of a clip: RGB [height][width][3]. Throws Error, Cancelled.
std::vector<std::vector<std::uint8_t>> candidateFrames(const FrameSource& source, int clip,
                                                       std::stop_token stop = {});

/// The cell over one clip as evaluation shows it. Throws Error, Cancelled.
CellTrace traceClip(const InspectedRun& run, const InspectedClips& clips, int clip,
                    std::stop_token stop = {});

} // namespace rankscope
