// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/experiment.h"

#include "engine/format/factorisation.h"

namespace rankscope {

void validate(const ExperimentSpec& spec) {
    validate(spec.data);
    validate(spec.training);
    validate(spec.model);
    const Index values = Index{spec.data.width} * spec.data.height * spec.data.channels;
    if (values == spec.model.inputSize()) return;
    const auto fitting = balancedFactorisations(values, static_cast<int>(spec.model.map.inModes.size()), 1);
    throw Error("Frames of " + std::to_string(spec.data.width) + "x" + std::to_string(spec.data.height) +
                    " have " + grouped(values) + " values (" + std::to_string(spec.data.channels) +
                    " a pixel), but the input modes " + toString(spec.model.map.inModes, ",") + " hold " +
                    grouped(spec.model.inputSize()) + ".",
                fitting.empty()
                    ? "Change the frame size or the input modes."
                    : "Input modes " + toString(fitting.front(), ",") + " would fit this frame size.");
}

} // namespace rankscope
