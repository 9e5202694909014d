// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/run_inspection.h"
#include "ui/bridge/job.h"
#include "ui/bridge/training_session.h"
#include "ui/bridge/workspace.h"

namespace rankscope {

/// Where the clips of a run are: in its own folder or, where that is gone, in the one that is open in the
/// window (empty: none).
std::filesystem::path clipsFolder(const RunHeader& run, const std::filesystem::path& open);

/// The run that Inspect looks into: its weights, and its clips once some view asks for them; both are read in
/// the background and never change once they are there.
class Inspection : public QObject {
    Q_OBJECT
public:
    Inspection(Workspace& workspace, TrainingSession& session, QObject* parent = nullptr);

    /// Empty: none.
    void setRun(const std::filesystem::path& folder);
    void setWeights(WeightsOf weights);
    /// Reads the weights anew; clips that are open stay.
    void reload();

    const std::filesystem::path& folder() const { return m_folder; }
    /// Null while it is read, and where it cannot be.
    const std::shared_ptr<const InspectedRun>& run() const { return m_run; }
    bool loading() const { return m_runJob.running(); }
    const Problem& problem() const { return m_problem; }

    /// Opens the clips where they are not open.
    void openClips(const Progress& progress);
    void cancelClips();
    const std::shared_ptr<const InspectedClips>& clips() const { return m_clips; }
    bool openingClips() const { return m_clipsJob.running(); }
    const Problem& clipsProblem() const { return m_clipsProblem; }

    Workspace& workspace() { return m_workspace; }
    const Resources& resources() const { return m_session.resources(); }
    /// The runs shown in Train, the current one first.
    std::vector<std::filesystem::path> comparedRuns() const;

signals:
    void runChanged();   ///< the run, its weights, or why there are none
    void clipsChanged(); ///< opened, closed or failed

private:
    void closeClips();

    Workspace& m_workspace;
    TrainingSession& m_session;
    std::filesystem::path m_folder;
    WeightsOf m_weights = WeightsOf::Best;
    std::shared_ptr<const InspectedRun> m_run;
    std::shared_ptr<const InspectedClips> m_clips;
    Problem m_problem, m_clipsProblem;
    Job<std::shared_ptr<const InspectedRun>> m_runJob;
    Job<std::shared_ptr<const InspectedClips>> m_clipsJob;
};

} // namespace rankscope
