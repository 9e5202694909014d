// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <algorithm>
#include <iostream>
#include <unistd.h>
#include <utility>

namespace rankscope {

ProgressBar::ProgressBar(bool wanted) : m_enabled(wanted && ::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::show(const std::string& label, int done, int total, const std::string& rest) {
    if (!m_enabled) return;
    constexpr int width = 24;
    std::string line = label + " ";
    if (total > 0) {
        const int filled = static_cast<int>(std::clamp<long long>(1LL * width * done / total, 0, width));
        line += "[" + std::string(static_cast<std::size_t>(filled), '#') +
                std::string(static_cast<std::size_t>(width - filled), '-') + "] " + std::to_string(done) +
                "/" + std::to_string(total);
    } else {
        line += std::to_string(done);
    }
    if (!rest.empty()) line += "  " + rest;
    std::cerr << "\r\x1b[K" << line << std::flush;
    m_shown = true;
}

void ProgressBar::clear() {
    if (!std::exchange(m_shown, false)) return;
    std::cerr << "\r\x1b[K" << std::flush;
}

Progress ProgressBar::reporter(std::string label) {
    return [this, label = std::move(label)](int done, int total) { show(label, done, total); };
}

Observer ProgressBar::observer() {
    return [this](const Event& event) {
        if (const auto* progress = std::get_if<ProgressEvent>(&event))
            show(titleOf(progress->phase), progress->done, progress->total);
    };
}

} // namespace rankscope
