// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <limits>
#include <vector>

namespace rankscope {

/// MACs of one contraction order per frame, weight-only products spread over the frames of a batch.
struct OrderCost {
    std::string name;   ///< "optimal", "tt-last-first", "bt-authors", ...
    double forward = 0; ///< MACs per frame
    std::string tree;   ///< "((X G4) G3)"
};

/// One product of the optimal order.
struct StepCost {
    std::string left, right;          ///< an operand "G3", or "#2" for the result of the second step
    bool weightsOnly = false;         ///< paid once a batch
    double forward = 0, training = 0; ///< MACs per frame, of weights spread over the frames of a batch
    Index values = 0;                 ///< of the result, of one frame where it has frames
};

/// Cost of the maps of a model for a batch of `frames` frames.
struct CostReport {
    std::string tree; ///< of the optimal order, nested
    Index frames = 0;
    double forward = 0, training = 0; ///< MACs per frame of the optimal order
    double denseForward = 0, denseTraining = 0;
    Index peakIntermediate = 0;    ///< values of the largest intermediate of one frame or of the weights
    std::vector<StepCost> steps;   ///< of the optimal order
    std::string recurrentTree;  ///< of U (its first group of gates), X = h_{t-1}; empty where it is dense
    /// U h, MACs per frame; the first time step, where h = 0, counts as the others. Training: forward, dU and
    /// dh, the latter by the best order of the transposed network.
    double recurrentForward = 0, recurrentTraining = 0;
    double recurrentDenseForward = 0, recurrentDenseTraining = 0;
    std::vector<OrderCost> orders; ///< the optimal one, then the named orders of this format
};

/// `frames`: batch times frames a clip; `largest`: values that a product may have (see ContractionPlan).
/// Throws Error where the spec is not valid or no order keeps to `largest`.
CostReport planCosts(const ModelSpec& spec, Index frames,
                     double largest = std::numeric_limits<double>::infinity());

} // namespace rankscope
