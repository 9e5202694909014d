// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/costs.h"

#include "engine/format/format.h"

namespace rankscope {

CostReport planCosts(const ModelSpec& spec, Index frames) {
    if (frames < 1) throw Error("Frames: " + std::to_string(frames) + " is not possible.", "Use at least 1.");
    const double maps = static_cast<double>(mapCount(spec.cell));
    const TensorNetwork network = networkOf(spec);
    const auto optimal = ContractionPlan::optimal(network, frames);
    const auto dense = ContractionPlan::optimal(networkOf(denseEquivalent(spec)), frames);

    CostReport report;
    report.tree = optimal.tree();
    report.frames = frames;
    report.forward = maps * optimal.forwardMacsPerFrame();
    report.training = maps * optimal.trainingMacsPerFrame();
    report.denseForward = maps * dense.forwardMacsPerFrame();
    report.denseTraining = maps * dense.trainingMacsPerFrame();
    report.peakIntermediate = optimal.peakIntermediate();
    report.orders.push_back({"optimal", report.forward, report.tree});
    for (const auto& [name, plan] : formatNamed(spec.map.format).namedOrders(network, frames))
        report.orders.push_back({name, maps * plan.forwardMacsPerFrame(), plan.tree()});
    return report;
}

} // namespace rankscope
