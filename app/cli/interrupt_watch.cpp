// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

#include <cstdlib>
#include <pthread.h>
#include <utility>

namespace rankscope {

InterruptWatch::InterruptWatch(std::function<void()> first) : m_first(std::move(first)) {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
    m_thread = std::thread([this] { watch(); });
}

InterruptWatch::~InterruptWatch() {
    m_over = true;
    pthread_kill(m_thread.native_handle(), SIGTERM); // wakes sigwait
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void InterruptWatch::watch() {
    for (int received = 0; sigwait(&m_signals, &received) == 0 && !m_over;) {
        if (m_interrupted.exchange(true))
            std::_Exit(128 + received); // whoever asks twice does not want to wait
        m_first();
    }
}

} // namespace rankscope
