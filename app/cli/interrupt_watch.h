// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

namespace rankscope {

/// While it lives, the first Ctrl-C (or SIGTERM) calls `first` on a thread of its own; the second ends the
/// program at once. To be made before other threads: they inherit that the signals are blocked.
class InterruptWatch {
public:
    explicit InterruptWatch(std::function<void()> first);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    bool interrupted() const { return m_interrupted; }

private:
    void watch();

    std::function<void()> m_first;
    sigset_t m_signals{}, m_before{};
    std::atomic<bool> m_interrupted = false, m_over = false;
    std::thread m_thread;
};

} // namespace rankscope
