// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/control.h"

#include <utility>

namespace rankscope {

void Control::pause() {
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void Control::resume() {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

void Control::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
}

void Control::setLearningRate(double rate) {
    const std::lock_guard lock(m_mutex);
    m_orders.learningRate = rate;
}

void Control::setRanks(const ModelSpec& model) {
    const std::lock_guard lock(m_mutex);
    m_orders.ranks = model;
}

bool Control::stopRequested() const {
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

Orders Control::receive(std::stop_token token) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, token, [this] { return !m_paused || m_stopped; });
    return std::exchange(m_orders, {});
}

} // namespace rankscope
