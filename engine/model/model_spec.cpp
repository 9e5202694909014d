// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/model_spec.h"

#include "engine/format/format.h"

namespace rankscope {

Index gateCount(CellKind cell) {
    switch (cell) {
    case CellKind::Lstm:
        return 4;
    case CellKind::Gru:
        return 3;
    case CellKind::Srnn:
    case CellKind::Mean:
        return 1;
    }
    return 1;
}

Index mapCount(const CellSpec& cell) {
    return cell.gates == GateLayout::Separate ? gateCount(cell.kind) : 1;
}

namespace {
MapSpec gatedMap(const ModelSpec& spec) {
    const Index gates = gateCount(spec.cell.kind) / mapCount(spec.cell);
    MapSpec map = completed(spec.map, gates);
    map.outModes[0] *= gates;
    return map;
}
} // namespace

void validate(const ModelSpec& spec) {
    const MapSpec map = gatedMap(spec);
    constexpr Index maxInput = Index{1} << 28, maxHidden = 1 << 15, maxClasses = 100'000;
    if (spec.inputSize() > maxInput)
        throw Error("A frame of " + grouped(spec.inputSize()) + " values is too large.",
                    "Use at most " + grouped(maxInput) + ".");
    if (spec.hiddenSize() > maxHidden)
        throw Error("A hidden state of " + grouped(spec.hiddenSize()) + " units is too large.",
                    "Use at most " + grouped(maxHidden) + ".");
    if (spec.classes < 0 || spec.classes > maxClasses)
        throw Error("Classes: " + std::to_string(spec.classes) + " is not possible.",
                    "Use 1 to " + grouped(maxClasses) + ", or 0 while they are not known.");
    if (!(spec.cell.forgetBias >= -100 && spec.cell.forgetBias <= 100))
        throw Error("Forget bias: it must lie between -100 and 100.", "The usual value is 1.");
    const Index hidden = spec.hiddenSize();
    const Index weights = mapCount(spec.cell) * formatNamed(map.format).network(map).parameters() +
                          gateCount(spec.cell.kind) * hidden * hidden + spec.classes * hidden;
    constexpr Index maxWeights = Index{1} << 31;
    if (weights > maxWeights)
        throw Error("The model would have " + grouped(weights) + " weights.",
                    "Use at most " + grouped(maxWeights) +
                        ": smaller ranks or modes, or fewer hidden units.");
    if (spec.task != "classification" && spec.task != "multi-label")
        throw Error("Task \"" + spec.task + "\" is not known.", "Choose one of classification, multi-label.");
    if (spec.start == Start::BtCode && map.format == "bt")
        for (const Index rank : map.tuckerRanks)
            if (rank >= 5)
                throw Error("The BT-RNN code's start has no values for Tucker rank " + std::to_string(rank) +
                                ": its standard deviation 0.05*(5-R) is zero or negative.",
                            "Use Tucker ranks up to 4, or the matched start.");
}

TensorNetwork networkOf(const ModelSpec& spec) {
    const MapSpec map = gatedMap(spec);
    return formatNamed(map.format).network(map);
}

ModelSpec denseEquivalent(ModelSpec spec) {
    spec.map.format = "dense";
    return spec;
}

} // namespace rankscope
