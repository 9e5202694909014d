// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"

#include <QTimer>

#include <atomic>

namespace rankscope {

/// Opens data in the background and hands it to the workspace as it becomes known: the folder, its clips,
/// their frames. It opens again by itself when the spec asks for another list, frame size or number of
/// candidates.
class DataOpener : public QObject {
    Q_OBJECT
public:
    explicit DataOpener(Workspace& workspace, QObject* parent = nullptr);
    ~DataOpener() override;

    /// The list, frame size and candidates come from the workspace's spec.
    void openFolder(const std::filesystem::path& root);
    /// Writes the moving-shapes set where it is missing, then opens it.
    void openBuiltIn();
    static std::filesystem::path builtInFolder();
    /// Threads that decode and where frames are kept, from the next opening on.
    void setResources(const Resources& resources) { m_resources = resources; }

    /// Ends what is under way; what is known by then stays open, and the workspace says that it is not all.
    void cancel();

    bool busy() const { return m_working || m_reopen.isActive(); }
    /// What it is doing, for the status line.
    const ProgressEvent& progress() const { return m_progress; }
    bool writing() const { return m_writing; } ///< the built-in set is being written

signals:
    void started();
    void progressed(); ///< at most ten a second
    void failed(const QString& what, const QString& hint);
    void finished(); ///< nothing is under way any more, whether it went well or not

private:
    /// What the work counts, read by the timer.
    struct Counter {
        std::atomic<int> done = 0, total = 0;
    };
    /// The part of the spec that decides which clips and frames there are.
    struct Wanted {
        std::filesystem::path list;
        int width = 0, height = 0, candidates = 0, every = 0, mostFrames = 0;
        bool operator==(const Wanted&) const = default;
    };

    void open(OpenedData data);
    void stopJobs();
    void writeBuiltIn();
    void scan();
    void decode();
    void compare(); ///< the spec with what is open
    void follow();
    template <class T>
    void run(Job<T>& job, Phase phase, std::function<T(std::stop_token, const Progress&)> work,
             std::function<void(T)> next);
    void end(const QString& error, const QString& hint);
    void report();
    Wanted wanted() const;

    Workspace& m_workspace;
    Resources m_resources;
    Job<bool> m_writeJob;
    Job<std::shared_ptr<const Dataset>> m_scanJob;
    Job<std::shared_ptr<const FrameCache>> m_decodeJob;
    std::shared_ptr<Counter> m_counter = std::make_shared<Counter>();
    QTimer m_report, m_reopen;
    ProgressEvent m_progress;
    Wanted m_opened;
    bool m_working = false;
    bool m_writing = false;
};

} // namespace rankscope
