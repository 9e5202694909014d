// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <unistd.h>

namespace rankscope {

/// While it lives, permissions count for this process, also where the tests run as root.
class Unprivileged {
public:
    Unprivileged() : m_user(geteuid()) {
        if (m_user == 0 && seteuid(65534) != 0) m_user = 65534; // cannot: nothing to take back
    }
    ~Unprivileged() {
        if (m_user == 0 && seteuid(0) != 0) _exit(1);
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

    /// What others may read and nobody may change.
    static void makeReadOnly(const std::filesystem::path& folder) {
        using std::filesystem::perms;
        std::filesystem::permissions(folder, perms::owner_read | perms::owner_exec | perms::group_read |
                                                 perms::group_exec | perms::others_read | perms::others_exec);
    }

private:
    uid_t m_user;
};

} // namespace rankscope
