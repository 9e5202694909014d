// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/function_ref.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace rankscope {

/// A small pool of threads for loops over fixed pieces of work. What a piece does may depend on its number
/// only, never on the thread that takes it; then results are the same bits for any number of threads.
class ThreadPool {
public:
    /// `threads` counts the caller of `run`; 0 means one per core.
    explicit ThreadPool(int threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    /// Calls piece(0) .. piece(count - 1), each once, and returns when all are done. The first exception of a
    /// piece is thrown again here. Not re-entrant: a piece must not call `run` of the same pool.
    void run(int count, FunctionRef<void(int piece)> piece);

private:
    void work(std::stop_token stop);
    void takePieces(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable m_done;
    const FunctionRef<void(int)>* m_piece = nullptr;
    int m_next = 0, m_count = 0, m_running = 0;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_workers; // last: joins before the rest goes
};

/// What a thread does before it works for the engine. It lets the window's thread go first: its nice value
/// rises by a few steps (Linux). And it ends what other code left in the upper halves of the vector registers
/// (x86-64): Qt's hash of a string does so, new threads inherit it, and exp, log and cos then take ten times
/// as long.
void beginWork();

} // namespace rankscope
