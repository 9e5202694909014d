// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace rankscope {

/// Lets at most ten messages a second through.
class Throttle {
public:
    bool ready() {
        const auto now = Clock::now();
        if (m_last && now - *m_last < std::chrono::milliseconds(100)) return false;
        m_last = now;
        return true;
    }

private:
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> m_last;
};

} // namespace rankscope
