// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/simd_level.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace rankscope {

std::string nameOf(SimdLevel level) {
    constexpr const char* names[] = {"generic", "v2", "v3", "v4"};
    return names[static_cast<int>(level)];
}

#if defined(__x86_64__)
namespace {

/// Not every compiler knows these three by name.
bool hasRestOfV3() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    const bool found = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_MOVBE) != 0 && (c & bit_F16C) != 0;
    return found && __get_cpuid(0x80000001, &a, &b, &c, &d) != 0 && (c & bit_LZCNT) != 0;
}

} // namespace
#endif

std::span<const SimdLevel> availableLevels() {
    static const std::vector<SimdLevel> levels = [] {
#if defined(__x86_64__)
        std::vector<SimdLevel> found{SimdLevel::V2};
        __builtin_cpu_init();
        const bool v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && hasRestOfV3();
        if (v3) found.push_back(SimdLevel::V3);
        if (v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
            __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
            __builtin_cpu_supports("avx512vl"))
            found.push_back(SimdLevel::V4);
        return found;
#else
        return std::vector<SimdLevel>{SimdLevel::Generic};
#endif
    }();
    return levels;
}

SimdLevel levelNamed(std::string_view name) {
    const auto levels = availableLevels();
    if (name.empty()) return levels.back();
    const auto found = std::ranges::find(levels, name, nameOf);
    if (found != levels.end()) return *found;
    std::string choices;
    for (const SimdLevel level : levels) choices += (choices.empty() ? "" : ", ") + nameOf(level);
    throw Error("RANKSCOPE_CPU is '" + std::string(name) + "', which this processor does not run.",
                "Choose " + choices + ", or leave it unset.");
}

SimdLevel simdLevel() {
    const char* wanted = std::getenv("RANKSCOPE_CPU");
    return levelNamed(wanted ? wanted : "");
}

} // namespace rankscope
