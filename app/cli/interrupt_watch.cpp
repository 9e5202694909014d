// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_watch.h"

#include "engine/base/error.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace rankscope {

namespace {

// A handler gets nothing but the number. Blocking the signals for a thread that waits for them would not do:
// libraries (OpenBLAS behind OpenCV) start threads before main that block nothing.
volatile std::sig_atomic_t handlerPipe = -1;

void passOn(int received) {
    const int before = errno;
    const char byte = static_cast<char>(received);
    [[maybe_unused]] const auto written = write(handlerPipe, &byte, 1);
    errno = before;
}

} // namespace

InterruptWatch::InterruptWatch(std::function<void()> first) : m_first(std::move(first)) {
    if (pipe2(m_pipe, O_CLOEXEC) != 0)
        throw Error("No pipe could be opened for signals.", "Close other programs.");
    handlerPipe = m_pipe[1];
    struct sigaction action = {};
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &m_beforeInterrupt);
    sigaction(SIGTERM, &action, &m_beforeTerminate);
    m_thread = std::thread([this] { watch(); });
}

InterruptWatch::~InterruptWatch() {
    sigaction(SIGINT, &m_beforeInterrupt, nullptr);
    sigaction(SIGTERM, &m_beforeTerminate, nullptr);
    handlerPipe = -1;
    close(m_pipe[1]); // ends the reading
    m_thread.join();
    close(m_pipe[0]);
}

void InterruptWatch::watch() {
    for (char received = 0;;) {
        const auto count = read(m_pipe[0], &received, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        if (m_interrupted.exchange(true))
            std::_Exit(128 + received); // whoever asks twice does not want to wait
        m_first();
    }
}

} // namespace rankscope
