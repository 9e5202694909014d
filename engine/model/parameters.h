// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <string>
#include <vector>

namespace rankscope {

/// One trained tensor within the flat array that holds all weights of a model.
struct ParameterInfo {
    std::string name; ///< "map.G1", "cell.U" (compressed: "cell.U.G1"), "cell.b", "head.W", "head.b"; also
                      ///< its name in safetensors files
    Shape shape;
    Index offset = 0;   ///< into the flat array
    bool decays = true; ///< weight decay applies (biases: no)

    Index size() const { return product(shape); }
};

/// Where every tensor of a model lies; gradients and moments of the optimiser have the same layout.
struct ParameterLayout {
    std::vector<ParameterInfo> tensors;
    Index size = 0;

    /// Appends and returns the offset.
    Index add(std::string name, Shape shape, bool decays);
};

} // namespace rankscope
