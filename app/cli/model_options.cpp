// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_options.h"

#include "engine/experiment/presets.h"
#include "engine/format/format.h"
#include "engine/storage/spec_json.h"

namespace rankscope {
namespace {

constexpr const char* group = "Model";

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "|") + word;
    return text;
}

std::string formatIds() {
    std::vector<std::string> ids;
    for (const Format* format : formats()) ids.push_back(format->id());
    return joined(ids);
}

std::string presetNames() {
    std::string names;
    for (const auto& preset : presets()) names += (names.empty() ? "" : ", ") + preset.name;
    return names;
}

} // namespace

void addModelOptions(CLI::App& command, ModelOptions& options) {
    const auto add = [&](const char* name, auto& value, const std::string& help, const std::string& form) {
        return command.add_option(name, value, help)->group(group)->option_text(form);
    };
    auto* preset =
        add("--preset", options.preset,
            "A named model: " + presetNames() + ". Without preset and spec: " + options.usual, "NAME");
    add("--spec", options.spec, "File with \"model\" and \"training\", or the run.json of a run", "FILE.json")
        ->excludes(preset);
    add("--cell", options.cell, "Recurrent cell; mean: the average over time, not recurrent",
        joined(idsOf<CellKind>()));
    add("--format", options.format, "Format of the input-to-hidden map", formatIds());
    add("--in", options.inModes, "Input modes; their product is the number of values of a frame",
        "8,20,20,18");
    add("--out-modes", options.outModes, "Output modes; their product is the hidden size", "4,4,4,4");
    add("--ranks", options.ranks, "Bond ranks of tt, tr and ht: one for all bonds, or one each", "4|4,4,4");
    add("--tucker", options.tuckerRanks, "Tucker ranks of bt and tucker: one for all modes, or one each",
        "4|4,4,4,4");
    add("--blocks", options.blocks, "CP rank: blocks of bt, terms of cp", "2");
    add("--hidden-format", options.hiddenFormat,
        "Format of the hidden-to-hidden map U; dense: a whole matrix, orthogonal at the start", formatIds());
    add("--hidden-in", options.hiddenInModes,
        "Input modes of a compressed U; their product is the hidden size. By default the output modes",
        "4,4,4,4");
    add("--hidden-out-modes", options.hiddenOutModes,
        "Output modes of a compressed U, gates not counted. By default those of the input-to-hidden map",
        "4,4,4,4");
    add("--hidden-ranks", options.hiddenRanks, "As --ranks, for U", "4|4,4,4");
    add("--hidden-tucker", options.hiddenTuckerRanks, "As --tucker, for U", "4|4,4,4,4");
    add("--hidden-blocks", options.hiddenBlocks, "As --blocks, for U", "2");
    add("--gates", options.gates, "One map for all gates or one each", joined(idsOf<GateLayout>()));
    add("--sigmoid", options.sigmoid, "Sigmoid of the gates", joined(idsOf<SigmoidKind>()));
    add("--start", options.start, "Starting values", joined(idsOf<Start>()));
    add("--classes", options.classes, "Classes of the head; train takes their number from the data", "11");
}

ExperimentSpec baseSpec(const ModelOptions& options) {
    if (options.spec) return readSpecFile(*options.spec);
    ExperimentSpec spec = presetNamed(options.preset.value_or(options.usual)).spec;
    if (!options.preset && options.inModes) spec.model.classes = 0; // another data set than the preset's
    return spec;
}

void applyModelOptions(const ModelOptions& options, ModelSpec& model) {
    if (options.cell) model.cell.kind = parseId<CellKind>(*options.cell);
    if (options.format) model.map.format = formatNamed(*options.format).id();
    if (options.inModes) model.map.inModes = parseShape(*options.inModes, "--in");
    if (options.outModes) model.map.outModes = parseShape(*options.outModes, "--out-modes");
    if (options.ranks) model.map.ranks = parseShape(*options.ranks, "--ranks");
    if (options.tuckerRanks) model.map.tuckerRanks = parseShape(*options.tuckerRanks, "--tucker");
    if (options.blocks) model.map.blocks = *options.blocks;
    MapSpec& hidden = model.recurrent;
    if (options.hiddenFormat) hidden.format = formatNamed(*options.hiddenFormat).id();
    if (options.hiddenInModes) hidden.inModes = parseShape(*options.hiddenInModes, "--hidden-in");
    if (options.hiddenOutModes) hidden.outModes = parseShape(*options.hiddenOutModes, "--hidden-out-modes");
    if (options.hiddenRanks) hidden.ranks = parseShape(*options.hiddenRanks, "--hidden-ranks");
    if (options.hiddenTuckerRanks)
        hidden.tuckerRanks = parseShape(*options.hiddenTuckerRanks, "--hidden-tucker");
    if (options.hiddenBlocks) hidden.blocks = *options.hiddenBlocks;
    if (options.gates) model.cell.gates = parseId<GateLayout>(*options.gates);
    if (options.sigmoid) model.cell.sigmoid = parseId<SigmoidKind>(*options.sigmoid);
    if (options.start) model.start = parseId<Start>(*options.start);
    if (options.classes) model.classes = *options.classes;
}

std::string describedRanks(const MapSpec& map) {
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    if (fields.blocks) add("N=" + std::to_string(map.blocks));
    if (fields.tucker > 0) add("R=" + toString(map.tuckerRanks, ","));
    if (fields.ranks > 0) add("r=" + toString(map.ranks, ","));
    return text;
}

} // namespace rankscope
