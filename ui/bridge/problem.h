// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

namespace rankscope {

/// What went wrong, in words for people and in the language of the window.
struct Problem {
    QString what, hint;
    QString sentence() const { return hint.isEmpty() ? what : what + QLatin1Char(' ') + hint; }
};

Problem problemOf(const std::exception& error);

} // namespace rankscope
