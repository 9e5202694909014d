// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/sweep.h"
#include "ui/bridge/training_session.h"
#include "ui/runs/sweep/queue_file.h"

#include <QTimer>

namespace rankscope {

/// Runs that are trained one after another. Kept in a file, which is read in the background: a queue that was
/// cut short waits, paused, at the next start, and goes on with the run it was at. A file that cannot be read
/// is put aside before another takes its place.
class SweepQueue : public QObject {
    Q_OBJECT
public:
    SweepQueue(TrainingSession& session, const std::filesystem::path& file, QObject* parent = nullptr);
    ~SweepQueue() override;

    const std::vector<QueueItem>& items() const { return m_items; }
    /// Whether the next item starts when the last one ends.
    bool running() const { return m_running; }
    /// Of all items that wait or train; none: nothing known yet.
    std::optional<double> remainingSeconds() const;

    void add(const std::vector<SweepItem>& items, const std::filesystem::path& data);
    /// Pausing lets the present run end.
    void setRunning(bool running);
    /// Ends the run that trains (it stays usable) and goes on; an item that waits is passed over.
    void skip(int item);
    /// Another place for an item that waits; false where there is none.
    bool move(int item, int by);
    /// Items that do not train.
    void remove(std::vector<int> items);
    void removeEnded();

signals:
    void changed();             ///< which items there are, or their order
    void itemChanged(int item); ///< its state
    void runningChanged();
    void fileProblem(const QString& what); ///< the file of the queue; empty: none any more

private:
    void load();
    void startNext();
    void ended();
    void settle(std::size_t item, RunState state, const std::string& problem);
    void save(); ///< soon
    void write();
    std::optional<std::size_t> present() const; ///< the item that trains

    TrainingSession& m_session;
    std::filesystem::path m_file;
    std::vector<QueueItem> m_items;
    bool m_running = false, m_skipping = false, m_dirty = false;
    bool m_unreadable = false; ///< the file, which is not ours to overwrite
    std::string m_problem;     ///< of the present run
    QTimer m_saveDelay;
    Job<std::vector<QueueItem>> m_loadJob;
    Job<RunInfo> m_outcomeJob;
    BackgroundWriter m_writer;
};

} // namespace rankscope
