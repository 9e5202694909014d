// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"
#include "engine/storage/run_folder.h"
#include "engine/training/trainer_state.h"

#include <memory>
#include <optional>
#include <vector>

namespace rankscope {

/// What run.json holds: fixed when the run starts, but for the ranks and the number of epochs.
struct RunHeader {
    ExperimentSpec spec; ///< model.classes set; present ranks
    std::filesystem::path dataRoot;
    std::string dataIdentity;
    std::vector<std::string> classes;
    bool multiLabel = false;
    PixelStatistics statistics;
    std::vector<std::string> trainClips, validationClips,
        testClips; ///< paths relative to dataRoot: how the run divided them
};

/// The one writer of a run folder; holds a lock on it (flock), so that a second process is refused.
/// Order of a commit: last.state to a temporary file, flushed, renamed (the only commit point); then
/// metrics.csv, last.safetensors, run.json where ranks have changed, and, where the best epoch is the last
/// one, best.safetensors are derived from it. Opening a run that was killed in between derives them again.
class RunWriter {
public:
    /// Makes the folder. Throws Error where it exists and is not empty, or cannot be written.
    static RunWriter create(const std::filesystem::path& folder, const RunHeader& header);
    /// Opens an existing run to go on with; repairs what a kill left undone. `spec` replaces the stored spec
    /// (more epochs), but for the ranks, which are those of the committed state.
    static RunWriter reopen(const std::filesystem::path& folder, const ExperimentSpec& spec);
    ~RunWriter();
    RunWriter(RunWriter&&) noexcept;
    RunWriter& operator=(RunWriter&&) noexcept;

    void commit(const TrainerState& state);
    void setTestResult(const TestResult& result);

private:
    struct Impl;
    explicit RunWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Throws Error where run.json is missing, too large or damaged. The ranks are those of the committed state.
RunHeader readHeader(const std::filesystem::path& folder);

/// The last committed state; empty where the run has none yet. Every size is checked against its model, which
/// is the run's but for the ranks.
std::optional<TrainerState> readState(const std::filesystem::path& folder);

/// Weights and the model, with the ranks of that time, that they belong to.
struct SavedModel {
    ModelSpec model;
    std::vector<float> weights;
};

/// Weights of the best epoch (of the last one where there is no best yet), checked against the model they
/// were saved with, which is the run's but for the ranks. Throws Error.
SavedModel readBest(const std::filesystem::path& folder);

} // namespace rankscope
