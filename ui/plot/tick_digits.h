// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace rankscope {

/// Significant digits of a number at an axis. Few keep powers of ten short on a logarithmic axis; those
/// between them need more to differ from their neighbours.
inline int tickDigits(double tick, int few) {
    const double decades = std::log10(std::abs(tick));
    const bool between = std::abs(decades - std::round(decades)) > 1e-9; // not of 0
    return between ? std::max(few, 6) : few;
}

} // namespace rankscope
