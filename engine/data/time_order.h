// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"

#include <cstdint>
#include <vector>

namespace rankscope {

/// Puts the frames chosen of a clip, ascending, in the order in which they are shown. What is drawn depends
/// on (seed, epoch, clip) alone; evaluation names seed and epoch 0.
void orderFrames(std::vector<int>& chosen, TimeOrder order, std::uint64_t seed, int epoch, int clip);

} // namespace rankscope
