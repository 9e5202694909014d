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

std::vector<int> recurrentGroups(CellKind cell) {
    if (cell == CellKind::Mean) return {};
    if (cell == CellKind::Gru) return {2, 1};
    return {static_cast<int>(gateCount(cell))};
}

Index mapCount(const CellSpec& cell) {
    return cell.gates == GateLayout::Separate ? gateCount(cell.kind) : 1;
}

const char* gateName(CellKind cell, int gate) {
    constexpr const char* lstm[] = {"i", "f", "c", "o"};
    constexpr const char* gru[] = {"z", "r", "c"};
    return cell == CellKind::Lstm ? lstm[gate] : cell == CellKind::Gru ? gru[gate] : "a";
}

namespace {
Index gatesOfAMap(const CellSpec& cell) {
    return gateCount(cell.kind) / mapCount(cell);
}

MapSpec gatedMap(const ModelSpec& spec) {
    MapSpec map = completed(spec.map, gatesOfAMap(spec.cell));
    map.outModes[0] *= gatesOfAMap(spec.cell);
    return map;
}

void checkHidden(const Shape& modes, const char* which, const ModelSpec& spec) {
    if (product(modes) == spec.hiddenSize()) return;
    throw Error(std::string(which) + " modes " + toString(modes, ",") + " hold " + grouped(product(modes)) +
                    " values, but the hidden state has " + grouped(spec.hiddenSize()) + ".",
                "Modes " + toString(spec.map.outModes, ",") + " would fit; left out they are taken.");
}

/// Weights of all maps U.
Index recurrentWeights(const ModelSpec& spec) {
    if (spec.cell.kind == CellKind::Mean) return 0;
    if (!compressesRecurrent(spec)) return gateCount(spec.cell.kind) * spec.hiddenSize() * spec.hiddenSize();
    return mapCount(spec.cell) * recurrentNetworkOf(spec).parameters();
}
} // namespace

bool compressesRecurrent(const ModelSpec& spec) {
    return spec.cell.kind != CellKind::Mean && spec.recurrent.format != "dense";
}

MapSpec completedRecurrent(const ModelSpec& spec) {
    MapSpec map = spec.recurrent;
    if (map.format == "dense") map.inModes = map.outModes = {};
    if (map.outModes.empty()) map.outModes = spec.map.outModes;
    if (map.inModes.empty()) map.inModes = map.outModes;
    try {
        checkHidden(map.inModes, "Input", spec);
        checkHidden(map.outModes, "Output", spec);
        return completed(map, gatesOfAMap(spec.cell));
    } catch (const Error& failure) {
        throw Error(std::string("Hidden to hidden: ") + failure.what(), failure.hint());
    }
}

TensorNetwork recurrentNetworkOf(const ModelSpec& spec) {
    MapSpec map = completedRecurrent(spec);
    map.outModes[0] *= gatesOfAMap(spec.cell);
    return formatNamed(map.format).network(map);
}

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
    const Index weights = mapCount(spec.cell) * formatNamed(map.format).network(map).parameters() +
                          recurrentWeights(spec) + spec.classes * spec.hiddenSize();
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
    spec.map.format = spec.recurrent.format = "dense";
    return spec;
}

} // namespace rankscope
