// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace rankscope {

/// The files of resources/presets as they were at build time: name without ".json", and text; sorted by name.
std::span<const std::pair<std::string_view, std::string_view>> embeddedPresets();

} // namespace rankscope
