// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <vector>

namespace rankscope {

struct CoreCount {
    std::string name; ///< "G1", "A2", "C", "W"; with separate gates "i.G1", ...
    Shape shape;
    Index parameters = 0;
};

/// Weights of a model and of its dense equivalent, counted on the networks that are trained.
struct CountReport {
    std::vector<CoreCount> cores;                      ///< of the map
    std::vector<CoreCount> recurrentCores;             ///< of U: "U" where it is dense, else "U.G1", ..
    Index inputToHidden = 0, inputToHiddenDense = 0;   ///< the map alone, bias not counted
    Index hiddenToHidden = 0, hiddenToHiddenDense = 0; ///< U alone
    Index layer = 0, layerDense = 0;                   ///< with U and b
    Index model = 0, modelDense = 0; ///< with the head; equal to the layer where classes are not known

    double inputToHiddenRatio() const { return double(inputToHiddenDense) / double(inputToHidden); }
    double layerRatio() const { return double(layerDense) / double(layer); }
    double modelRatio() const { return double(modelDense) / double(model); }
    /// What the layer's ratio could reach if the map cost nothing (0 where nothing but the map is left).
    double layerCeiling() const;
};

/// Throws Error where the spec is not valid.
CountReport countParameters(const ModelSpec& spec);

/// Published ratios are rounded down; so are these: "17 554x"; below 10 one decimal, rounded down: "1.5x".
std::string ratioText(double ratio);

} // namespace rankscope
