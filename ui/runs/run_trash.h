// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <vector>

namespace rankscope {

/// Runs that were put into the desktop's trash, so that they can be taken back.
class RunTrash {
public:
    /// Throws Error naming the run that could not be moved; those before it are in the trash.
    void put(const std::vector<std::filesystem::path>& runs);
    /// Brings back what was put there last. Throws Error where a run cannot be.
    void takeBack();
    bool canTakeBack() const { return !m_last.empty(); }

private:
    struct Moved {
        std::filesystem::path from;
        QString to;
    };
    std::vector<Moved> m_last;
};

} // namespace rankscope
