// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/study_models.h"

#include "engine/format/format.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <sstream>

namespace rankscope {

namespace {

constexpr const char* baseline = "mean";

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw Error("Model \"" + name + "\": " + why + ".",
                "Write mean or <format>-<cell>, then perhaps -r<rank> and -n<blocks>: dense-lstm, tt-gru, "
                "tt-lstm-r8, bt-lstm-r2-n3.");
}

/// "r12" with letter r: 12.
std::optional<Index> numberAfter(char letter, const std::string& part) {
    Index number = 0;
    if (part.size() < 2 || part[0] != letter) return {};
    const auto [end, failure] = std::from_chars(part.data() + 1, part.data() + part.size(), number);
    if (failure != std::errc() || end != part.data() + part.size() || number < 1) return {};
    return number;
}

std::vector<std::string> partsOf(const std::string& name) {
    std::vector<std::string> parts;
    std::istringstream text(name);
    for (std::string part; std::getline(text, part, '-');) parts.push_back(part);
    if (name.ends_with('-')) parts.emplace_back();
    return parts;
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

std::string titleOf(const ModelSpec& model, const RankFields& fields, Index rank) {
    const std::string format = model.map.format == "dense" ? "Dense " : upper(model.map.format) + "-";
    std::string title = model.cell.kind == CellKind::Mean ? "Mean over time of a " + model.map.format + " map"
                                                          : format + upper(idOf(model.cell.kind));
    if (fields.tucker > 0)
        title += ", R=" + std::to_string(rank);
    else if (fields.ranks > 0)
        title += ", r=" + std::to_string(rank);
    if (fields.blocks) title += ", N=" + std::to_string(model.map.blocks);
    return title;
}

} // namespace

StudyModel studyModel(const std::string& name, const ModelSpec& base) {
    const std::vector<std::string> parts = partsOf(name == baseline ? "tt-mean" : name);
    if (parts.size() < 2) refuse(name, "not of the form <format>-<cell>");
    StudyModel model{name, {}, base};
    Index rank = 4;
    model.spec.map.blocks = 2;
    try {
        model.spec.map.format = formatNamed(parts[0]).id();
        model.spec.cell.kind = parseId<CellKind>(parts[1]);
    } catch (const Error& unknown) {
        throw Error("Model \"" + name + "\": " + unknown.what(), unknown.hint());
    }
    const auto d = static_cast<Index>(base.map.inModes.size());
    const RankFields fields = formatNamed(parts[0]).rankFields(d);
    for (std::size_t i = 2; i < parts.size(); ++i) {
        const auto ranks = numberAfter('r', parts[i]), blocks = numberAfter('n', parts[i]);
        if (ranks && (fields.ranks > 0 || fields.tucker > 0))
            rank = *ranks;
        else if (blocks && fields.blocks)
            model.spec.map.blocks = *blocks;
        else
            refuse(name, "\"" + parts[i] + "\" is no rank of the format " + parts[0]);
    }
    model.spec.map.ranks = model.spec.map.tuckerRanks = {rank};
    model.title = titleOf(model.spec, fields, rank);
    try {
        validate(model.spec);
    } catch (const Error& unfit) {
        throw Error("Model \"" + name + "\": " + unfit.what(), unfit.hint());
    }
    return model;
}

std::vector<std::string> paperModelNames() {
    return {"dense-lstm", "tt-srnn", "tt-gru", "tt-lstm", "bt-lstm-r1", "bt-lstm-r2", "bt-lstm-r4", baseline};
}

std::vector<std::string> rankStudyNames(const Shape& ttRanks, const Shape& btRanks, const Shape& btBlocks) {
    std::vector<std::string> names;
    for (const Index r : ttRanks) names.push_back("tt-lstm-r" + std::to_string(r));
    for (const Index n : btBlocks)
        for (const Index r : btRanks)
            names.push_back("bt-lstm-r" + std::to_string(r) + "-n" + std::to_string(n));
    names.push_back(baseline);
    return names;
}

} // namespace rankscope
