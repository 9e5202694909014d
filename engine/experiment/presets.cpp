// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"

#include "engine/base/nearest.h"
#include "engine/experiment/embedded_presets.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/spec_json.h"

#include <algorithm>

namespace rankscope {
namespace {

/// A preset file is a spec file with a title.
Preset parsePreset(std::string_view name, std::string_view text) {
    const std::string origin = "preset " + std::string(name);
    nlohmann::json json = parseJson(text, origin);
    Preset preset{std::string(name), {}, {}};
    JsonReader(json, "", origin).read("title", preset.title);
    json.erase("title");
    fromJson(json, preset.spec, origin);
    return preset;
}

} // namespace

const std::vector<Preset>& presets() {
    static const std::vector<Preset> all = [] {
        std::vector<Preset> read;
        for (const auto& [name, text] : embeddedPresets()) read.push_back(parsePreset(name, text));
        return read;
    }();
    return all;
}

const Preset& presetNamed(std::string_view name) {
    const auto found = std::ranges::find(presets(), name, &Preset::name);
    if (found != presets().end()) return *found;
    std::vector<std::string> names;
    for (const auto& preset : presets()) names.push_back(preset.name);
    std::string hint;
    for (const auto& close : nearest(name, names, 3))
        hint += (hint.empty() ? "Is one of these meant: " : ", ") + close;
    throw Error("There is no preset \"" + std::string(name) + "\".", hint + "?");
}

ExperimentSpec withPreset(const ExperimentSpec& now, const Preset& preset) {
    ExperimentSpec next = preset.spec;
    next.data.list = now.data.list;
    next.data.validation = now.data.validation;
    next.data.test = now.data.test;
    next.training.seed = now.training.seed;
    return next;
}

} // namespace rankscope
