// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// "Did you mean": the known words closest to a mistyped one, for hints.
namespace rankscope {

/// At most `count` of `choices`, fewest edits (insert, delete, replace) first; equal ones in their given
/// order.
std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& choices,
                                 std::size_t count = 1);

} // namespace rankscope
