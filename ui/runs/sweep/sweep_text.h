// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/sweep.h"

#include <QString>

/// Lists of a sweep as they are typed.
namespace rankscope {

/// "2, 4, 8-10": whole numbers and ranges. Throws Error.
std::vector<std::uint64_t> parseWholeNumbers(const QString& text, std::uint64_t low, std::uint64_t high);

/// "auto, 1e-3, 0.003". Throws Error.
std::vector<std::optional<double>> parseRates(const QString& text);

} // namespace rankscope
