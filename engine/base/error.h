// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace rankscope {

/// Thrown for anything a user can cause. `what` names file and value in words for people; `hint` says
/// what to do or the nearest valid choice (may be empty).
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& what, std::string hint = {})
        : std::runtime_error(what), m_hint(std::move(hint)) {}
    const std::string& hint() const noexcept { return m_hint; }

private:
    std::string m_hint;
};

/// An Error that may not come again: memory or file handles ran out for a moment.
class ShortageError : public Error {
    using Error::Error;
};

/// Thrown where work ends because its stop token was set; callers treat it as an answer, not as a failure.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("cancelled") {}
};

} // namespace rankscope
