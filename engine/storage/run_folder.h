// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "engine/storage/run_notes.h"

#include <vector>

namespace rankscope {

/// State of a run as its folder tells it.
enum class RunState { Empty, Unfinished, Stopped, Done };
template <>
struct Names<RunState> {
    static constexpr const char* what = "State";
    static constexpr Named<RunState> all[] = {{RunState::Empty, "empty", "Empty"},
                                              {RunState::Unfinished, "unfinished", "Unfinished"},
                                              {RunState::Stopped, "stopped", "Stopped"},
                                              {RunState::Done, "done", "Done"}};
};

/// What the best epoch reaches on the test clips.
struct TestResult {
    double accuracy = 0;
    std::optional<double> meanPrecision; ///< mean average precision, where clips have several labels
};

/// All about a run but its weights; cheap to read.
struct RunInfo {
    std::filesystem::path folder;
    ExperimentSpec spec;
    std::filesystem::path dataRoot;
    std::string dataIdentity;
    std::vector<std::string> classes;
    std::vector<EpochRecord> history; ///< complete epochs
    std::vector<RankRecord> rankChanges;
    RunState state = RunState::Empty;
    int bestEpoch = 0;                                     ///< 0: none yet
    std::optional<double> startSaturation;                 ///< gate saturation before the first update
    std::optional<double> testAccuracy, testMeanPrecision; ///< as in TestResult
    std::string version;                                   ///< of the program that made it
    RunNotes notes;                                        ///< none where they are damaged
    int stepsPerEpoch = 0;                                 ///< 0: not known; see readStepsPerEpoch
};

/// Throws Error where the folder is no run or damaged beyond use.
RunInfo readRun(const std::filesystem::path& folder);

/// Batches of an epoch, from the run's list of training clips. Throws Error.
int readStepsPerEpoch(const std::filesystem::path& folder);

/// Folders directly under `root` that are runs, by name; folders that are none are left out.
std::vector<std::filesystem::path> listRuns(const std::filesystem::path& root);

/// $XDG_DATA_HOME/rankscope/runs (or ~/.local/share/...).
std::filesystem::path defaultRunsFolder();

/// A folder name for a new run that does not exist yet: "tt-lstm-2", from the model.
std::filesystem::path newRunFolder(const std::filesystem::path& root, const ModelSpec& model);

} // namespace rankscope
