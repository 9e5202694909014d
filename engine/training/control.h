// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rankscope {

/// Orders from another thread, read by the trainer between batches. Stop keeps a usable run: the state after
/// the last batch.
class Control {
public:
    void pause();
    void resume();
    void stop();
    void setLearningRate(double rate);

    bool stopRequested() const;
    /// For the trainer: waits while paused (until resume, stop or the token), then hands over a new rate,
    /// once.
    std::optional<double> receive(std::stop_token token);

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_paused = false, m_stopped = false;
    std::optional<double> m_rate;
};

} // namespace rankscope
