// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"

#include <optional>

namespace rankscope {

/// The map with one number for all its ranks (less where an unfolding allows less), as large as `parameters`
/// weights allow: ranks of TT, TR and HT, Tucker ranks of Tucker and BT (with the spec's blocks), blocks of
/// CP. `spec`: format and modes, the first output mode already multiplied by the gates. Empty where not even
/// 1 fits, and for a format without ranks.
std::optional<MapSpec> uniformRanks(const MapSpec& spec, Index parameters);

} // namespace rankscope
