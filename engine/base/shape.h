// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Sizes of tensors and the text forms in which people write them.
namespace rankscope {

using Index = std::ptrdiff_t;
using Shape = std::vector<Index>;

/// Product of all sizes (1 for none). Throws Error where it exceeds 2^56.
Index product(std::span<const Index> sizes);

/// "8,20,20,18" or "8x20x20x18" -> sizes, each at least 1. `what` names the value in the message.
Shape parseShape(std::string_view text, std::string_view what);

/// "8x20x20x18".
std::string toString(std::span<const Index> sizes, std::string_view separator = "x");

/// Whole number grouped by spaces for people: 58 982 400.
std::string grouped(Index value);

} // namespace rankscope
