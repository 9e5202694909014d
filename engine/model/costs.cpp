// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/costs.h"

#include "engine/cell/gate_slice.h"
#include "engine/format/format.h"

namespace rankscope {

namespace {
/// `maps`: how many maps share the frames.
std::vector<StepCost> stepsOf(const ContractionPlan& plan, double maps) {
    std::vector<StepCost> steps;
    std::vector<std::string> names; // of the nodes
    for (const ContractionPlan::Node& node : plan.nodes()) {
        if (node.operand >= 0) {
            names.push_back(plan.operandName(node.operand));
            continue;
        }
        const double share = maps / (node.hasFrames ? 1 : static_cast<double>(plan.frames()));
        steps.push_back({names[static_cast<std::size_t>(node.left)],
                         names[static_cast<std::size_t>(node.right)], !node.hasFrames, share * node.macs,
                         share * node.macs * plan.trainingProducts(node), static_cast<Index>(node.size)});
        names.push_back("#" + std::to_string(steps.size()));
    }
    return steps;
}
void addRecurrentCosts(const ModelSpec& spec, Index frames, CostReport& report) {
    if (spec.cell.kind == CellKind::Mean) return;
    const double gates = static_cast<double>(gateCount(spec.cell.kind)),
                 hidden = static_cast<double>(spec.hiddenSize());
    report.recurrentDenseForward = gates * hidden * hidden;
    report.recurrentDenseTraining = 3 * report.recurrentDenseForward;
    if (!compressesRecurrent(spec)) {
        report.recurrentForward = report.recurrentDenseForward;
        report.recurrentTraining = report.recurrentDenseTraining;
        return;
    }
    const TensorNetwork whole = recurrentNetworkOf(spec);
    const bool separate = spec.cell.gates == GateLayout::Separate;
    for (const int group : recurrentGroups(spec.cell.kind)) {
        const TensorNetwork part =
            separate ? whole : GateSlice(whole, gateCount(spec.cell.kind), 0, group).network();
        const double maps = separate ? group : 1;
        const auto plan = ContractionPlan::optimal(part, frames);
        report.recurrentForward += maps * plan.forwardMacsPerFrame();
        report.recurrentTraining +=
            maps * (plan.trainingMacsPerFrame() +
                    ContractionPlan::optimal(transposed(part), frames).forwardMacsPerFrame());
        if (report.recurrentTree.empty()) report.recurrentTree = plan.tree();
    }
}

} // namespace

CostReport planCosts(const ModelSpec& spec, Index frames, double largest) {
    if (frames < 1) throw Error("Frames: " + std::to_string(frames) + " is not possible.", "Use at least 1.");
    const double maps = static_cast<double>(mapCount(spec.cell));
    const TensorNetwork network = networkOf(spec);
    const auto optimal = ContractionPlan::optimal(network, frames, {}, largest);
    const auto dense = ContractionPlan::optimal(networkOf(denseEquivalent(spec)), frames);

    CostReport report;
    report.tree = optimal.tree();
    report.frames = frames;
    report.forward = maps * optimal.forwardMacsPerFrame();
    report.training = maps * optimal.trainingMacsPerFrame();
    report.denseForward = maps * dense.forwardMacsPerFrame();
    report.denseTraining = maps * dense.trainingMacsPerFrame();
    report.peakIntermediate = optimal.peakIntermediate();
    report.steps = stepsOf(optimal, maps);
    addRecurrentCosts(spec, frames, report);
    report.orders.push_back({"optimal", report.forward, report.tree});
    for (const auto& [name, plan] : formatNamed(spec.map.format).namedOrders(network, frames))
        report.orders.push_back({name, maps * plan.forwardMacsPerFrame(), plan.tree()});
    return report;
}

} // namespace rankscope
