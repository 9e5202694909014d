// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rankscope {

/// Which vector instructions the kernels use: those of the x86-64 micro-architecture levels, or the
/// compiler's own choice elsewhere.
enum class SimdLevel { Generic, V2, V3, V4 };

/// "generic", "v2", "v3", "v4".
std::string nameOf(SimdLevel level);

/// The levels this processor runs, lowest first.
std::span<const SimdLevel> availableLevels();

/// The level in use: the highest available, or the one that the environment variable RANKSCOPE_CPU names.
/// Throws Error where that one is unknown or beyond this processor.
SimdLevel simdLevel();

/// The level a name such as "v3" asks for; empty: the highest. Throws Error.
SimdLevel levelNamed(std::string_view name);

} // namespace rankscope
