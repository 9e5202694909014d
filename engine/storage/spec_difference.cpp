// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/spec_difference.h"

#include "engine/ranks/model_ranks.h"
#include "engine/storage/spec_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rankscope {

std::optional<SpecDifference> differenceOf(const ExperimentSpec& run, ExperimentSpec asked) {
    ExperimentSpec begun = run;
    asked.model.classes = run.model.classes;
    asked.model.task = run.model.task;
    begun.model = completedModel(begun.model);
    asked.model = completedModel(asked.model);
    const nlohmann::json from = toJson(begun), to = toJson(asked);
    const auto differences = nlohmann::json::diff(from, to);
    if (differences.empty()) return {};
    const nlohmann::json::json_pointer place(differences.front().at("path").get<std::string>());
    SpecDifference difference;
    difference.field = place.to_string().substr(1);
    std::ranges::replace(difference.field, '/', '.');
    const auto text = [&](const nlohmann::json& values) {
        return values.contains(place)
                   ? values.at(place).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                   : std::string("nothing");
    };
    difference.run = text(from);
    difference.asked = text(to);
    return difference;
}

} // namespace rankscope
