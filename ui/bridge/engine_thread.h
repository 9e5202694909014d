// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

namespace rankscope {

/// Trains on one thread of its own and turns what the engine reports into signals on the thread this object
/// lives on. One run at a time; its destruction stops the run, which stays usable, and waits for the thread.
class EngineThread : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Paused, Stopping };

    explicit EngineThread(QObject* parent = nullptr);
    ~EngineThread() override;

    State state() const { return m_state; }

    /// Only while idle.
    void start(const TrainRequest& request);
    void pause();
    void resume();
    /// Ends after the current batch; while files are still read, at once.
    void stop();
    void setLearningRate(double rate);
    /// The model in training with other ranks, from the next batch on; `ranksChanged` or `warned` answers.
    void setRanks(const ModelSpec& model);

signals:
    void stateChanged();
    void progressed(const rankscope::ProgressEvent& event);
    void epochDone(const rankscope::EpochEvent& event);
    void ranksChanged(const rankscope::RanksEvent& event);
    void skipped(const rankscope::SkippedEvent& event);
    void warned(const rankscope::WarningEvent& event);
    void stopped(const rankscope::StoppedEvent& event);
    void done(const rankscope::DoneEvent& event);
    void failed(const QString& what, const QString& hint);
    void finished(); ///< last of all, however the run ended; the state is Idle again

private:
    void train(const TrainRequest& request, Control& control, std::stop_token stop); // on m_thread
    void deliver(const Event& event);
    void setState(State state);

    QThread m_thread;
    QObject* m_worker; // lives on m_thread: what is posted to it runs there
    std::shared_ptr<Control> m_control;
    std::stop_source m_stop{std::nostopstate};
    State m_state = State::Idle;
    Phase m_phase = Phase::Scanning;
};

} // namespace rankscope
