// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/control.h"

#include <atomic>
#include <csignal>
#include <functional>
#include <stop_token>
#include <thread>

namespace rankscope {

/// While it lives, the first Ctrl-C (or SIGTERM) calls `first` on a thread of its own; the second ends the
/// program at once. One at a time: signals belong to the process.
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
    int m_pipe[2] = {-1, -1}; ///< from the handler to the thread: the numbers of signals
    struct sigaction m_beforeInterrupt {
    }, m_beforeTerminate{};
    std::atomic<bool> m_interrupted = false;
    std::thread m_thread;
};

/// What trainings are stopped with, by Ctrl-C.
struct Interruption {
    Control control;
    std::stop_source stop; ///< scanning and decoding listen to this one
    InterruptWatch watch{[this] {
        control.stop();
        stop.request_stop();
    }};
};

} // namespace rankscope
