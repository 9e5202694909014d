// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rankscope {

/// What the trainer is to change before the next batch.
struct Orders {
    std::optional<double> learningRate;
    std::optional<ModelSpec> ranks;
};

/// Orders from another thread, read by the trainer between batches. Stop keeps a usable run: the state after
/// the last batch.
class Control {
public:
    void pause();
    void resume();
    void stop();
    void setLearningRate(double rate);
    /// The same model with other ranks.
    void setRanks(const ModelSpec& model);

    bool stopRequested() const;
    /// For the trainer: waits while paused (until resume, stop or the token), then hands over what was
    /// ordered, once.
    Orders receive(std::stop_token token);

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_paused = false, m_stopped = false;
    Orders m_orders;
};

} // namespace rankscope
