// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"
#include "engine/training/events.h"

#include <string>

namespace rankscope {

/// One line at the bottom of a terminal that is drawn again and again; nothing at all where the standard
/// error is no terminal.
class ProgressBar {
public:
    /// `wanted` false: never draws.
    explicit ProgressBar(bool wanted = true);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `total` 0: not known.
    void show(const std::string& label, int done, int total, const std::string& rest = {});
    /// Makes room for a line of text.
    void clear();
    /// For the engine's longer jobs.
    Progress reporter(std::string label);
    /// Shows what an engine that tells of events is at. It lives no longer than this.
    Observer observer();

private:
    bool m_enabled, m_shown = false;
};

} // namespace rankscope
