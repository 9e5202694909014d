// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <string_view>

namespace rankscope {

struct Preset {
    std::string name;  ///< "ucf11-tt-lstm"
    std::string title; ///< for people
    ExperimentSpec spec;
};

/// The papers' models, dense baselines, the tiny ones of the built-in set and what to begin with on real
/// videos, read from the presets built into the engine (resources/presets/*.json).
const std::vector<Preset>& presets();

/// What holds up on real videos (movement from frame to frame, small grey frames): where a training begins.
inline constexpr const char* videosPreset = "videos-tt-lstm";

/// Throws Error naming the nearest presets.
const Preset& presetNamed(std::string_view name);

/// What a preset sets of a spec; which clips are used, and the seed, stay as they are.
ExperimentSpec withPreset(const ExperimentSpec& now, const Preset& preset);

} // namespace rankscope
