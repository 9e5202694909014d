// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns away a processor that lacks the instructions of this build with a sentence instead of an illegal
// instruction. It runs before the first static object is made: CLI11 alone makes dozens, long before main.
#include <cpuid.h>
#include <cstdio>
#include <unistd.h>

namespace {

/// Not every compiler knows these three by name.
bool hasRestOfV3() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool found = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_MOVBE) != 0 && (c & bit_F16C) != 0;
    return found && __get_cpuid(0x80000001, &a, &b, &c, &d) != 0 && (c & bit_LZCNT) != 0;
}

// __builtin_cpu_supports takes nothing but literals, and not every compiler knows "x86-64-v3" as one.
int processorLevel() {
    __builtin_cpu_init();
    if (!(__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt"))) return 1;
    if (!(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
          __builtin_cpu_supports("bmi2") && hasRestOfV3()))
        return 2;
    if (!(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
          __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
          __builtin_cpu_supports("avx512vl")))
        return 3;
    return 4;
}

[[gnu::constructor(101)]] void requireProcessor() {
    const int found = processorLevel();
    if (found >= RANKSCOPE_X86_LEVEL) return;
    dprintf(STDERR_FILENO,
            "This build of Rankscope needs a processor of level x86-64-v%d; this one is x86-64-v%d.\n",
            RANKSCOPE_X86_LEVEL, found);
    _exit(1);
}

} // namespace
