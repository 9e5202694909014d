// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <stdexcept>

#ifdef __x86_64__
#include <cpuid.h>
#endif

using namespace rankscope;

namespace {

#ifdef __x86_64__
/// Whether the processor tells which registers are in use, and has upper halves.
bool tellsRegistersInUse() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __builtin_cpu_supports("avx") && __get_cpuid_count(0xd, 1, &a, &b, &c, &d) != 0 && (a & 4) != 0;
}
bool upperHalvesInUse() {
    unsigned low = 0, high = 0;
    asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(1));
    return (low & 4) != 0;
}
void useUpperHalves() {
    asm volatile("vcmptrueps %%ymm7, %%ymm7, %%ymm7" ::: "xmm7");
}
#endif

} // namespace

class TestParallel : public QObject {
    Q_OBJECT

private slots:
    void everyPieceIsDoneOnce() {
        for (const int threads : {1, 2, 5}) {
            ThreadPool pool(threads);
            QCOMPARE(pool.threads(), threads);
            std::vector<std::atomic<int>> done(97);
            for (int round = 0; round < 3; ++round)
                pool.run(97, [&](int piece) { ++done[static_cast<std::size_t>(piece)]; });
            for (const auto& count : done) QCOMPARE(count.load(), 3);
        }
    }

    void aFailureReachesTheCaller() {
        for (const int threads : {1, 3}) {
            ThreadPool pool(threads);
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, pool.run(9, [](int piece) {
                if (piece == 4) throw std::runtime_error("piece");
            }));
            std::atomic<int> after = 0;
            pool.run(9, [&](int) { ++after; });
            QCOMPARE(after.load(), 9);
        }
    }

    void threadsBeginWithCleanRegisters() {
#ifdef __x86_64__
        if (!tellsRegistersInUse()) QSKIP("this processor does not tell which registers are in use");
        useUpperHalves();
        QVERIFY(upperHalvesInUse());
        ThreadPool pool(2);
        const auto here = std::this_thread::get_id();
        std::latch both(2); // so that each thread takes one piece
        std::atomic<bool> worked = false, inUse = false;
        pool.run(2, [&](int) {
            both.arrive_and_wait();
            if (std::this_thread::get_id() == here) return;
            worked = true;
            inUse = upperHalvesInUse();
        });
        QVERIFY(worked);
        QVERIFY(!inUse);

        useUpperHalves();
        beginWork();
        QVERIFY(!upperHalvesInUse());
#else
        QSKIP("a matter of x86-64");
#endif
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "test_parallel.moc"
