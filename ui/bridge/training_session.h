// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_folder.h"
#include "ui/bridge/background_writer.h"
#include "ui/bridge/data_opener.h"
#include "ui/bridge/engine_thread.h"
#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"

#include <vector>

namespace rankscope {

/// What the user keeps with a run.
struct NotedRun {
    std::filesystem::path folder;
    RunNotes notes;
};

/// The runs the window is about: starts, pauses and stops a training of the workspace's spec on its data,
/// opens runs from their folders, and keeps the records of the runs that are shown.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    /// Waiting: for a run's files or for the frames of the data.
    enum class State { Idle, Waiting, Running, Paused, Stopping };
    enum class Severity { Note, Warning, Failure };

    TrainingSession(Workspace& workspace, DataOpener& opener, QObject* parent = nullptr);

    State state() const;
    bool active() const { return state() != State::Idle; }
    /// Of the run that trains or trained last.
    const ProgressEvent& progress() const { return m_progress; }

    /// Where new runs are made.
    const std::filesystem::path& runsFolder() const { return m_runsFolder; }
    void setRunsFolder(const std::filesystem::path& folder);
    /// Threads and frame cache of trainings that start from now on.
    const Resources& resources() const { return m_resources; }
    void setResources(const Resources& resources) { m_resources = resources; }

    /// A new run of the workspace's spec on its data, in the runs folder.
    void start();
    /// Goes on with a run, up to `epochs` where more than its spec has; its spec and data become those of the
    /// workspace.
    void resumeRun(const std::filesystem::path& folder, int epochs = 0);
    /// The same two for a queue of runs: any spec on any data, the workspace stays as it is, and what goes
    /// wrong is told by `queuedFailed` alone. The first answers the new run's folder, empty where it cannot
    /// begin.
    std::filesystem::path trainQueued(const ExperimentSpec& spec, const std::filesystem::path& data);
    void resumeQueued(const std::filesystem::path& folder);
    void setPaused(bool paused);
    void stop();
    void setLearningRate(double rate);
    /// The model in training with other ranks (its classes and task as the run has them); the run's records
    /// follow once the trainer has taken them.
    void applyRanks(const ModelSpec& model);

    /// Shows a run, makes its spec the workspace's and opens its data.
    void openRun(const std::filesystem::path& folder);
    /// Shows a run and leaves everything else as it is (session restored); a run that is gone is only logged.
    void showRun(const std::filesystem::path& folder);
    /// Keeps notes and colours of runs in their folders; what is shown has them at once.
    void setNotes(const std::vector<NotedRun>& runs);

    /// Shows more runs beside the current one.
    void compare(const std::vector<std::filesystem::path>& folders);

    /// The current run first, then those beside it; a training run is always among them.
    const std::vector<RunInfo>& shown() const { return m_shown; }
    std::filesystem::path currentRun() const {
        return m_shown.empty() ? std::filesystem::path{} : m_shown.front().folder;
    }
    const std::filesystem::path& trainingRun() const { return m_training; } ///< empty: none

signals:
    void stateChanged();
    void progressed();
    void runsFolderChanged();
    void shownChanged();   ///< which runs, or their records
    void weightsChanged(); ///< of the current run: classify with the new ones
    void logged(rankscope::TrainingSession::Severity severity, const QString& text);
    void failed(const QString& what, const QString& hint);
    void queuedFailed(const QString& what, const QString& hint);
    void finished(); ///< a run ended, or could not begin

private:
    enum class Asked { ByUser, ByQueue };
    std::filesystem::path train(const ExperimentSpec& spec, const std::filesystem::path& data, Asked asked);
    void resume(const std::filesystem::path& folder, int epochs, Asked asked);
    void begin(const TrainRequest& request, const RunInfo& run);
    void launch();
    void tellFailure(const QString& what, const QString& hint);
    void connectEngine();
    void record(const EpochEvent& event);
    void record(const RanksEvent& event);
    void record(const StoppedEvent& event);
    void record(const DoneEvent& event);
    RunInfo* shownRun(const std::filesystem::path& folder);
    void show(const RunInfo& run);
    void adopt(const RunInfo& run);

    Workspace& m_workspace;
    DataOpener& m_opener;
    EngineThread m_engine;
    Job<RunInfo> m_openJob, m_resumeJob;
    Job<std::vector<RunInfo>> m_compareJob;
    std::filesystem::path m_runsFolder;
    Resources m_resources;
    std::filesystem::path m_training;
    Asked m_asked = Asked::ByUser; ///< the run that trains
    std::optional<TrainRequest> m_waiting;
    std::vector<RunInfo> m_shown;
    ProgressEvent m_progress;
    BackgroundWriter m_writer;
};

} // namespace rankscope
