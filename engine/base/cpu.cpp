// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/cpu.h"

#include "engine/base/error.h"

namespace rankscope {

#ifdef RANKSCOPE_X86_LEVEL

namespace {

// __builtin_cpu_supports takes string literals only, and not every compiler knows "x86-64-v3" as one of them.
int x86Level() {
    __builtin_cpu_init();
    if (!(__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt"))) return 1;
    if (!(__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
          __builtin_cpu_supports("bmi2")))
        return 2;
    if (!(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
          __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
          __builtin_cpu_supports("avx512vl")))
        return 3;
    return 4;
}

} // namespace

void requireCpu() {
    constexpr int built = RANKSCOPE_X86_LEVEL;
    const int found = x86Level();
    if (found < built)
        throw Error("this build of Rankscope needs a processor of level x86-64-v" + std::to_string(built) +
                        "; this one is x86-64-v" + std::to_string(found),
                    "build it with -DRANKSCOPE_X86_LEVEL=v2 (slower)");
}

#else

void requireCpu() {}

#endif

} // namespace rankscope
