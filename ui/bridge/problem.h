// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

namespace rankscope {

/// What went wrong, in words for people.
struct Problem {
    QString what, hint;
};

Problem problemOf(const std::exception& error);

} // namespace rankscope
