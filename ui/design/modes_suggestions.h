// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "ui/design/modes_editor.h"

namespace rankscope {

/// Factorisations of a frame, balanced first, in as many modes as now and in others.
std::vector<ModesGroup> inputSuggestions(const ExperimentSpec& spec);

/// Factorisations of the hidden size in as many modes as the input has, and other sizes.
std::vector<ModesGroup> outputSuggestions(const ModelSpec& model);

} // namespace rankscope
