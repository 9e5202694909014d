// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <algorithm>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace rankscope {

ThreadPool::ThreadPool(int threads) {
    if (threads <= 0) threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    m_workers.reserve(static_cast<std::size_t>(threads - 1));
    for (int i = 1; i < threads; ++i) m_workers.emplace_back([this](std::stop_token stop) { work(stop); });
}

ThreadPool::~ThreadPool() = default;

void ThreadPool::run(int count, FunctionRef<void(int)> piece) {
    if (m_workers.empty() || count == 1) {
        for (int i = 0; i < count; ++i) piece(i);
        return;
    }
    std::unique_lock lock(m_mutex);
    m_piece = &piece;
    m_next = 0;
    m_count = count;
    m_failure = nullptr;
    m_wake.notify_all();
    takePieces(lock);
    m_done.wait(lock, [this] { return m_running == 0; });
    m_piece = nullptr;
    if (m_failure) std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void ThreadPool::work(std::stop_token stop) {
    beginWork();
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_piece && m_next < m_count; })) {
        takePieces(lock);
        m_done.notify_one();
    }
}

void ThreadPool::takePieces(std::unique_lock<std::mutex>& lock) {
    while (m_next < m_count) {
        const int mine = m_next++;
        const auto* piece = m_piece;
        ++m_running;
        lock.unlock();
        std::exception_ptr failure;
        try {
            (*piece)(mine);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        --m_running;
        if (failure) {
            if (!m_failure) m_failure = failure;
            m_next = m_count; // the rest is of no use
        }
    }
}

void beginWork() {
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), 5);
#endif
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx")) asm volatile("vzeroupper");
#endif
}

} // namespace rankscope
