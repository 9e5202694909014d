// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/video/video_reader.h"

#include <cstdint>
#include <vector>

/// Which frames of a clip the network sees: T of its candidates, or, of whole clips, all of those kept (every
/// k-th frame of the video, at most DataSpec::mostFrames).
namespace rankscope {

/// How a video is read for the specification: what the candidates of its clips are.
ReadOptions readOptionsOf(const DataSpec& spec);

/// What evaluation shows, in the order of DataSpec::frameOrder. `clip` keys the shuffled order.
std::vector<int> shownFrames(int candidates, const DataSpec& spec, int clip = 0);

/// What (seed, epoch, clip) draw for training: with temporal jitter a part of the clip, of that one random
/// candidate of each of T segments, or all of it.
std::vector<int> drawnFrames(int candidates, const DataSpec& spec, std::uint64_t seed, int epoch, int clip);

/// How many frames these are.
int shownCount(int candidates, const DataSpec& spec);
int drawnCount(int candidates, const DataSpec& spec, std::uint64_t seed, int epoch, int clip);

} // namespace rankscope
